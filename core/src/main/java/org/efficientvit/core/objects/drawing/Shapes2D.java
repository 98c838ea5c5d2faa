package org.efficientvit.core.objects.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Shapes that many objects have. Points are given as x, y, x, y...; angles in degrees. */
public final class Shapes2D {

  private Shapes2D() {}

  /** Straight lines through points, left open. */
  public static Path2D polyline(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    return path;
  }

  /** Straight lines through points and back to the first. */
  public static Path2D polygon(double... xy) {
    Path2D path = polyline(xy);
    path.closePath();
    return path;
  }

  /** A first point, then for each curve two control points and its end. */
  public static Path2D curve(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 6) {
      path.curveTo(xy[i], xy[i + 1], xy[i + 2], xy[i + 3], xy[i + 4], xy[i + 5]);
    }
    return path;
  }

  /** A round outline through all points and back to the first. */
  public static Path2D smooth(double... xy) {
    int points = xy.length / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 0; i < points; i++) {
      int before = 2 * ((i + points - 1) % points);
      int start = 2 * i;
      int end = 2 * ((i + 1) % points);
      int after = 2 * ((i + 2) % points);
      path.curveTo(
          xy[start] + (xy[end] - xy[before]) / 6,
          xy[start + 1] + (xy[end + 1] - xy[before + 1]) / 6,
          xy[end] - (xy[after] - xy[start]) / 6,
          xy[end + 1] - (xy[after + 1] - xy[start + 1]) / 6,
          xy[end],
          xy[end + 1]);
    }
    path.closePath();
    return path;
  }

  public static Shape circle(double x, double y, double radius) {
    return ellipse(x, y, radius, radius);
  }

  public static Shape ellipse(double x, double y, double radiusX, double radiusY) {
    return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
  }

  /** A part of a circle's line; from the right, counter-clockwise as seen. */
  public static Shape arc(double x, double y, double radius, double start, double extent) {
    return new Arc2D.Double(
        x - radius, y - radius, 2 * radius, 2 * radius, start, extent, Arc2D.OPEN);
  }

  /** A box with round corners. */
  public static Shape box(double x, double y, double width, double height, double corner) {
    return new RoundRectangle2D.Double(x, y, width, height, 2 * corner, 2 * corner);
  }

  /** Several shapes as one; where an even number overlap, there is a hole. */
  public static Path2D together(Shape... shapes) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (Shape shape : shapes) {
      path.append(shape, false);
    }
    return path;
  }

  public static Shape moved(Shape shape, double dx, double dy) {
    return AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(shape);
  }

  /** Turned clockwise as seen, around a point. */
  public static Shape turned(Shape shape, double angle, double x, double y) {
    return AffineTransform.getRotateInstance(Math.toRadians(angle), x, y)
        .createTransformedShape(shape);
  }

  /** A pose for {@link Turntable}: mirrored or not, then turned clockwise as seen. */
  public static AffineTransform pose(double angle, boolean mirrored) {
    AffineTransform pose = AffineTransform.getRotateInstance(Math.toRadians(angle));
    pose.scale(mirrored ? -1 : 1, 1);
    return pose;
  }
}
