package org.efficientvit.core.objects.kind;

import java.awt.geom.Path2D;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * Foliage in an oval: a lumpy mass, and single leaves on it.
 *
 * @param studio gives chance and light
 * @param x middle
 * @param y middle
 * @param radiusX half the width
 * @param radiusY half the height
 */
record Leaves(Studio studio, double x, double y, double radiusX, double radiusY) {

  /** The whole mass, with that many lumps along its rim. */
  Path2D clump(int lumps) {
    double[] rim = new double[4 * lumps];
    double start = studio.between(0.0, 6.3);
    for (int i = 0; i < 2 * lumps; i++) {
      double angle = start + Math.PI * i / lumps;
      double reach = i % 2 == 0 ? studio.between(0.95, 1.12) : studio.between(0.78, 0.92);
      rim[2 * i] = x + Math.cos(angle) * radiusX * reach;
      rim[2 * i + 1] = y + Math.sin(angle) * radiusY * reach;
    }
    return Outlines.smooth(rim);
  }

  /** Leaves on the side of the light. */
  Path2D lit(int count, double length) {
    return scattered(count, length, 0.33, 0.66);
  }

  /** Leaves on the side away from the light. */
  Path2D shadowed(int count, double length) {
    return scattered(count, length, -0.4, 0.55);
  }

  /** Leaves all over. */
  Path2D all(int count, double length) {
    return scattered(count, length, 0, 0.95);
  }

  private Path2D scattered(int count, double length, double shift, double spread) {
    Path2D leaves = new Path2D.Double();
    for (int i = 0; i < count; i++) {
      double away = Math.sqrt(studio.between(0.0, 1.0)) * spread;
      double angle = studio.between(0.0, 2 * Math.PI);
      double leafX = x + (studio.lightX() * shift + Math.cos(angle) * away) * radiusX;
      double leafY = y + (studio.lightY() * shift + Math.sin(angle) * away) * radiusY;
      double turn = studio.between(0.0, 2 * Math.PI);
      double size = length * studio.between(0.7, 1.3);
      leaves.append(
          Outlines.leaf(
              leafX,
              leafY,
              leafX + Math.cos(turn) * size,
              leafY + Math.sin(turn) * size,
              size * 0.36),
          false);
    }
    return leaves;
  }
}
