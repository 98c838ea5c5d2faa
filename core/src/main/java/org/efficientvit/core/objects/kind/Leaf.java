package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;

/** A single leaf with its veins. */
final class Leaf {

  private Leaf() {}

  /** A leaf from its base to its tip. */
  static void paint(
      Easel easel, double x0, double y0, double x1, double y1, double halfWidth, Color green) {
    easel.shaded(Outlines.leaf(x0, y0, x1, y1, halfWidth), green, 0.4);
    double dx = x1 - x0;
    double dy = y1 - y0;
    double length = Math.hypot(dx, dy);
    double across = halfWidth / length * 0.75;
    easel.flat(
        Outlines.leaf(x0, y0, x1, y1, halfWidth / 2, halfWidth * (dx > 0 ? 0.42 : -0.42)),
        Colours.clear(Colours.darker(green, 0.6), 0.3));
    Path2D veins = new Path2D.Double();
    veins.append(Outlines.leaf(x0, y0, x0 + dx * 0.92, y0 + dy * 0.92, length * 0.02), false);
    for (double t = 0.25; t < 0.75; t += 0.17) {
      for (int hand = -1; hand <= 1; hand += 2) {
        double x = x0 + dx * t;
        double y = y0 + dy * t;
        veins.append(
            Outlines.leaf(
                x,
                y,
                x + dx * 0.14 - hand * dy * across,
                y + dy * 0.14 + hand * dx * across,
                length * 0.012),
            false);
      }
    }
    easel.flat(veins, Colours.clear(Colours.lighter(green, 0.4), 0.6));
  }
}
