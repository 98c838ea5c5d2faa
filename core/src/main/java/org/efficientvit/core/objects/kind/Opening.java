package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;

/** Windows and doors. */
final class Opening {

  private Opening() {}

  /** A window with a cross and a sill, its middle and half its size given. */
  static void window(Easel easel, double x, double y, double half, double halfHeight, Color trim) {
    double edge = 0.011;
    easel.flat(
        Outlines.box(
            x - half - edge, y - halfHeight - edge, x + half + edge, y + halfHeight + edge),
        trim);
    boolean lamp = easel.studio().chance(0.15);
    easel.shaded(
        Outlines.box(x - half, y - halfHeight, x + half, y + halfHeight),
        lamp ? new Color(255, 214, 120) : new Color(66, 90, 116),
        0.5);
    easel.flat(
        Outlines.polygon(
            x - half,
            y,
            x + half * 0.4,
            y - halfHeight,
            x + half,
            y - halfHeight,
            x - half,
            y + halfHeight * 0.7),
        new Color(255, 255, 255, 50));
    Path2D cross = new Path2D.Double();
    cross.append(Outlines.box(x - 0.006, y - halfHeight, x + 0.006, y + halfHeight), false);
    cross.append(Outlines.box(x - half, y - 0.022, x + half, y - 0.011), false);
    easel.flat(cross, trim);
    easel.flat(
        Outlines.box(
            x - half * 1.3, y + halfHeight + edge, x + half * 1.3, y + halfHeight + edge + 0.014),
        Colours.darker(trim, 0.3));
  }

  /** A door that stands on the ground in a storey of that height. */
  static void door(Easel easel, double x, double storey, Color trim, Color paintwork) {
    double half = 0.068;
    double top = -storey * 0.78;
    easel.flat(Outlines.box(x - half - 0.015, top - 0.015, x + half + 0.015, 0), trim);
    easel.shaded(Outlines.box(x - half, top, x + half, 0), paintwork, 0.35);
    Path2D panels = new Path2D.Double();
    panels.append(Outlines.box(x - half * 0.7, top * 0.45, x - half * 0.12, top * 0.08), false);
    panels.append(Outlines.box(x + half * 0.12, top * 0.45, x + half * 0.7, top * 0.08), false);
    easel.flat(panels, Colours.darker(paintwork, 0.3));
    easel.shaded(
        Outlines.box(x - half * 0.7, top * 0.9, x + half * 0.7, top * 0.55),
        new Color(120, 150, 170),
        0.5);
    easel.flat(Outlines.oval(x + half * 0.78, top * 0.47, 0.009, 0.009), new Color(240, 205, 110));
    easel.flat(Outlines.box(x - half * 1.5, -0.018, x + half * 1.5, 0), new Color(150, 145, 140));
  }
}
