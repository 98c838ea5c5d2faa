package org.efficientvit.core.objects.drawing;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * A line with a width along it, as bodies, limbs, stems and tails have: it gives the outline, and
 * places on the surface for stripes, scales and feathers.
 */
public final class Spine {

  private static final int STEPS = 6;

  private final double[] points;

  private Spine(double[] points) {
    this.points = points;
  }

  /** A line smoothly through points, given as x, y, half width and so on, at least two. */
  public static Spine of(double... points) {
    return new Spine(points.clone());
  }

  /** The outline of a line smoothly through points, given as x, y, half width and so on. */
  public static Path2D ribbon(double... points) {
    return of(points).outline();
  }

  public Path2D outline() {
    return strip(0, 1, -1, 1);
  }

  /**
   * Part of the surface.
   *
   * @param from where along the line it begins, 0 to 1
   * @param to where along the line it ends
   * @param left its one border, −1 to 1; negative is to the left of who walks along the line
   * @param right its other border
   */
  public Path2D strip(double from, double to, double left, double right) {
    int steps = Math.max(2, (int) Math.ceil((to - from) * STEPS * (points.length / 3 - 1)));
    double[] outline = new double[4 * (steps + 1)];
    for (int i = 0; i <= steps; i++) {
      double along = from + (to - from) * i / steps;
      put(outline, 2 * i, at(along, left));
      put(outline, outline.length - 2 - 2 * i, at(along, right));
    }
    return Outlines.polygon(outline);
  }

  private static void put(double[] outline, int place, Point2D point) {
    outline[place] = point.getX();
    outline[place + 1] = point.getY();
  }

  /**
   * A place on the surface.
   *
   * @param along 0 at the beginning, 1 at the end
   * @param across −1 at the left border of who walks along the line, 1 at the right one
   */
  public Point2D at(double along, double across) {
    double away = across * value(along, 2);
    double angle = angle(along);
    return new Point2D.Double(
        value(along, 0) - Math.sin(angle) * away, value(along, 1) + Math.cos(angle) * away);
  }

  /** The line's direction there, in radians, from right towards down. */
  public double angle(double along) {
    double before = Math.max(0, along - 0.01);
    double after = Math.min(1, along + 0.01);
    return Math.atan2(value(after, 1) - value(before, 1), value(after, 0) - value(before, 0));
  }

  private double value(double along, int part) {
    int last = points.length / 3 - 1;
    double place = Math.max(0, Math.min(1, along)) * last;
    int i = Math.min(last - 1, (int) place);
    double t = place - i;
    double a = points[3 * Math.max(0, i - 1) + part];
    double b = points[3 * i + part];
    double c = points[3 * (i + 1) + part];
    double d = points[3 * Math.min(last, i + 2) + part];
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }
}
