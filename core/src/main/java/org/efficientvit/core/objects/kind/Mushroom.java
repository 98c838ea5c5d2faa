package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Drawing;
import org.efficientvit.core.objects.drawing.Studio;

/** A toadstool: a domed cap, often with spots, on a stem with a skirt. */
public final class Mushroom implements Artist {

  @Override
  public Drawing draw(Studio studio) {
    Drawing.Builder drawing = new Drawing.Builder();
    double rim = studio.between(-0.1, 0.1);
    double half = studio.between(0.34, 0.48);
    double stem = studio.between(0.08, 0.15);
    Color flesh = studio.colour(0.08, 0.14, 0.05, 0.25, 0.8, 0.98);
    Path2D stalk = new Path2D.Double();
    stalk.moveTo(-stem * 0.8, rim);
    stalk.quadTo(-stem, 0.3, -stem * 1.2, 0.5);
    stalk.lineTo(stem * 1.2, 0.5);
    stalk.quadTo(stem, 0.3, stem * 0.8, rim);
    stalk.closePath();
    drawing.fill(stalk, studio.shaded(flesh, stalk, 0.35));
    Path2D cap = new Path2D.Double();
    cap.moveTo(-half, rim);
    cap.curveTo(-half, -0.65, half, -0.65, half, rim);
    cap.quadTo(0, rim + 0.12, -half, rim);
    cap.closePath();
    Color skin = studio.colour(-0.03, 0.1, 0.6, 0.95, 0.5, 0.95);
    drawing.fill(cap, studio.rounded(skin, cap, 0.5));
    for (int spot = studio.between(0, 9); spot > 0; spot--) {
      double size = studio.between(0.03, 0.1);
      drawing.within(
          cap,
          new Ellipse2D.Double(
              studio.between(-half, half), studio.between(-0.5, rim), size * 1.3, size),
          Colours.lighter(flesh, 0.4));
    }
    return drawing.build();
  }
}
