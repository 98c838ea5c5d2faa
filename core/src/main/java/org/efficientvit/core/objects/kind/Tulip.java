package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * A tulip's cup of petals.
 *
 * @param easel is painted on
 * @param x end of the stem
 * @param y end of the stem
 * @param radius about half of its width
 */
record Tulip(Easel easel, double x, double y, double radius) {

  void paint() {
    Studio studio = easel.studio();
    Color petals = studio.colour(-0.22, 0.15, 0.6, 0.92, 0.75, 0.97);
    double wide = radius * studio.between(0.62, 0.8);
    double high = radius * studio.between(1.35, 1.6);
    double open = studio.between(0.7, 1.1);
    for (int hand = -1; hand <= 1; hand += 2) {
      cupPetal(
          hand * wide * 0.45,
          hand * wide * 0.55 * open,
          high * 0.97,
          wide * 0.5,
          Colours.darker(petals, 0.3));
    }
    cupPetal(0, 0, high * 0.95, wide * 0.6, Colours.darker(petals, 0.2));
    for (int hand = -1; hand <= 1; hand += 2) {
      cupPetal(
          hand * wide * 0.6,
          hand * wide * 0.95 * open,
          high,
          wide * 0.55,
          Colours.darker(petals, hand * studio.lightX() > 0 ? 0 : 0.12));
    }
    cupPetal(0, 0, high * 0.86, wide * 0.62, Colours.lighter(petals, 0.06));
  }

  private void cupPetal(double middle, double tip, double high, double half, Color colour) {
    double foot = y + radius * 0.12;
    easel.shaded(
        Outlines.smooth(
            x + middle * 0.25,
            foot,
            x + middle - half,
            foot - high * 0.32,
            x + middle * 0.6 + tip * 0.4 - half * 0.8,
            foot - high * 0.68,
            x + tip,
            foot - high,
            x + middle * 0.6 + tip * 0.4 + half * 0.8,
            foot - high * 0.68,
            x + middle + half,
            foot - high * 0.32),
        colour,
        0.4);
    Path2D lines = new Path2D.Double();
    for (double side : new double[] {-0.5, -0.2, 0.1, 0.4}) {
      lines.append(
          Outlines.leaf(
              x + middle * 0.4 + half * side * 0.3,
              foot - high * 0.12,
              x + (middle + tip) / 2 + half * side,
              foot - high * 0.72,
              0.004,
              half * side * -0.3),
          false);
    }
    easel.flat(lines, Colours.clear(Colours.darker(colour, 0.5), 0.4));
  }
}
