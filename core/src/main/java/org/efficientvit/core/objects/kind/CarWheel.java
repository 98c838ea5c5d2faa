package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;

/** A car's wheel with its spokes. */
final class CarWheel {

  private CarWheel() {}

  /** A wheel on the ground, in its dark arch. */
  static void paint(Easel easel, double x, double radius, int spokes, Color rim) {
    double y = -radius;
    easel.flat(Outlines.oval(x, y - 0.012, radius * 1.16, radius * 1.14), new Color(20, 20, 23));
    easel.rounded(Outlines.oval(x, y, radius, radius), new Color(34, 34, 37), 0.35);
    easel.flat(Outlines.oval(x, y, radius * 0.72, radius * 0.72), new Color(24, 24, 28));
    double turn = easel.studio().between(0.0, 6.3);
    Path2D star = new Path2D.Double();
    for (int i = 0; i < spokes; i++) {
      double angle = turn + 2 * Math.PI * i / spokes;
      star.append(
          Outlines.turned(
              Outlines.polygon(
                  x,
                  y - radius * 0.1,
                  x + radius * 0.66,
                  y - radius * 0.14 * 5 / spokes,
                  x + radius * 0.66,
                  y + radius * 0.14 * 5 / spokes,
                  x,
                  y + radius * 0.1),
              angle,
              x,
              y),
          false);
    }
    easel.shaded(star, rim, 0.45);
    easel.line(Outlines.oval(x, y, radius * 0.68, radius * 0.68), radius * 0.1, rim);
    easel.rounded(
        Outlines.oval(x, y, radius * 0.17, radius * 0.17), Colours.darker(rim, 0.25), 0.6);
  }
}
