package org.efficientvit.core.objects.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Shapes from a few numbers; points are given as x, y, x, y and so on. */
public final class Outlines {

  private Outlines() {}

  /** A closed shape with straight sides. */
  public static Path2D polygon(double... xy) {
    Path2D path = chain(xy);
    path.closePath();
    return path;
  }

  /** Straight lines from point to point. */
  public static Path2D chain(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    return path;
  }

  /** A closed shape that runs smoothly through all points. */
  public static Path2D smooth(double... xy) {
    return through(xy, true);
  }

  /** An open line that runs smoothly through all points. */
  public static Path2D curve(double... xy) {
    return through(xy, false);
  }

  private static Path2D through(double[] xy, boolean closed) {
    int count = xy.length / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 0; i < (closed ? count : count - 1); i++) {
      int before = neighbour(i - 1, count, closed);
      int to = neighbour(i + 1, count, closed);
      int after = neighbour(i + 2, count, closed);
      path.curveTo(
          xy[2 * i] + (xy[2 * to] - xy[2 * before]) / 6,
          xy[2 * i + 1] + (xy[2 * to + 1] - xy[2 * before + 1]) / 6,
          xy[2 * to] - (xy[2 * after] - xy[2 * i]) / 6,
          xy[2 * to + 1] - (xy[2 * after + 1] - xy[2 * i + 1]) / 6,
          xy[2 * to],
          xy[2 * to + 1]);
    }
    if (closed) {
      path.closePath();
    }
    return path;
  }

  private static int neighbour(int place, int count, boolean closed) {
    return closed ? Math.floorMod(place, count) : Math.max(0, Math.min(count - 1, place));
  }

  /**
   * A polygon with rounded corners.
   *
   * @param radius how far from a corner the rounding begins; at most half of a side is used
   */
  public static Path2D softened(double radius, double... xy) {
    int count = xy.length / 2;
    Path2D path = new Path2D.Double();
    for (int i = 0; i < count; i++) {
      double x = xy[2 * i];
      double y = xy[2 * i + 1];
      int before = Math.floorMod(i - 1, count);
      int after = (i + 1) % count;
      double in = share(radius, xy[2 * before] - x, xy[2 * before + 1] - y);
      double out = share(radius, xy[2 * after] - x, xy[2 * after + 1] - y);
      double startX = x + (xy[2 * before] - x) * in;
      double startY = y + (xy[2 * before + 1] - y) * in;
      if (i == 0) {
        path.moveTo(startX, startY);
      } else {
        path.lineTo(startX, startY);
      }
      path.quadTo(x, y, x + (xy[2 * after] - x) * out, y + (xy[2 * after + 1] - y) * out);
    }
    path.closePath();
    return path;
  }

  private static double share(double radius, double x, double y) {
    return Math.min(0.5, radius / Math.max(1e-9, Math.hypot(x, y)));
  }

  public static Shape oval(double x, double y, double radiusX, double radiusY) {
    return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
  }

  /** An upright rectangle between two opposite corners, given in any order. */
  public static Shape box(double x0, double y0, double x1, double y1) {
    return new Rectangle2D.Double(
        Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0));
  }

  /** A pointed oval from its base to its tip: a leaf, a petal, a feather, a flame. */
  public static Path2D leaf(double x0, double y0, double x1, double y1, double halfWidth) {
    return leaf(x0, y0, x1, y1, halfWidth, 0);
  }

  /**
   * A pointed oval from its base to its tip.
   *
   * @param bend how far its middle lies beside the straight line
   */
  public static Path2D leaf(
      double x0, double y0, double x1, double y1, double halfWidth, double bend) {
    return blade(x0, y0, x1, y1, halfWidth, bend, 0.3, 0.72);
  }

  /** As a leaf, but broad and round at its tip. */
  public static Path2D petal(double x0, double y0, double x1, double y1, double halfWidth) {
    return blade(x0, y0, x1, y1, halfWidth, 0, 0.45, 1.08);
  }

  private static Path2D blade(
      double x0,
      double y0,
      double x1,
      double y1,
      double halfWidth,
      double bend,
      double near,
      double far) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double length = Math.max(1e-9, Math.hypot(dx, dy));
    double left = (bend + halfWidth * 0.67) * 2 / length;
    double right = (bend - halfWidth * 0.67) * 2 / length;
    Path2D path = new Path2D.Double();
    path.moveTo(x0, y0);
    path.curveTo(
        x0 + dx * near - dy * left,
        y0 + dy * near + dx * left,
        x0 + dx * far - dy * left,
        y0 + dy * far + dx * left,
        x1,
        y1);
    path.curveTo(
        x0 + dx * far - dy * right,
        y0 + dy * far + dx * right,
        x0 + dx * near - dy * right,
        y0 + dy * near + dx * right,
        x0,
        y0);
    path.closePath();
    return path;
  }

  /** A shape turned about a point, in radians, from right towards down. */
  public static Shape turned(Shape shape, double angle, double x, double y) {
    return AffineTransform.getRotateInstance(angle, x, y).createTransformedShape(shape);
  }
}
