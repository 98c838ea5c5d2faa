package org.efficientvit.core.objects.kind;

import java.awt.Shape;
import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Shapes2D;

/**
 * The wall of a round vessel, seen slightly from above; the opening is around (0, 0).
 *
 * @param top half the width at the opening
 * @param foot half the width at the bottom
 * @param height from the opening to the bottom
 * @param belly 0 straight as a cone; towards 1 wide until far down, as a bowl; below 0 waisted
 * @param tilt how far a level circle opens: 0 seen from the side, 1 from above
 */
record Vessel(double top, double foot, double height, double belly, double tilt) {

  private static final int STEPS = 14;

  /** Half the width at a share of the height, from 0 at the opening to 1 at the bottom. */
  double radius(double level) {
    double cone = top + (foot - top) * level;
    double bowl = foot + (top - foot) * Math.sqrt(Math.max(0, 1 - level * level));
    return cone + (bowl - cone) * belly;
  }

  /** Across the wall; the angle is 0 in front, -90 at the left and 90 at the right. */
  double x(double level, double angle) {
    return radius(level) * Math.sin(Math.toRadians(angle));
  }

  /** Down the wall. */
  double y(double level, double angle) {
    return level * height + radius(level) * tilt * Math.cos(Math.toRadians(angle));
  }

  /** A piece of the wall between two levels and two angles. */
  Path2D patch(double upper, double lower, double left, double right) {
    double[] xy = new double[8 * (STEPS + 1)];
    int at = 0;
    for (int side = 0; side < 4; side++) {
      for (int i = 0; i <= STEPS; i++) {
        double t = (double) i / STEPS;
        double level =
            switch (side) {
              case 0 -> upper + (lower - upper) * t;
              case 1 -> lower;
              case 2 -> lower + (upper - lower) * t;
              default -> upper;
            };
        double angle =
            switch (side) {
              case 0 -> left;
              case 1 -> left + (right - left) * t;
              case 2 -> right;
              default -> right + (left - right) * t;
            };
        xy[at++] = x(level, angle);
        xy[at++] = y(level, angle);
      }
    }
    return Shapes2D.polygon(xy);
  }

  /** A ring around the wall. */
  Path2D band(double upper, double lower) {
    return patch(upper, lower, -90, 90);
  }

  /** The level circle at a share of the height, a share of the wall's width wide. */
  Shape circle(double level, double share) {
    double radius = radius(level) * share;
    return Shapes2D.ellipse(0, level * height, radius, radius * tilt);
  }
}
