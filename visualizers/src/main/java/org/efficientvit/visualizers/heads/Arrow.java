package org.efficientvit.visualizers.heads;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import org.efficientvit.visualizers.Canvas;

/**
 * An arrow along straight pieces.
 *
 * @param points from its start to its tip, at least two
 */
record Arrow(List<Point2D> points) {

  private static final double HEAD = 6;
  private static final double HALF = 3.2;
  private static final double LINE = 1.5;
  private static final double CROSS = 5;

  /** Between points given as x, y, x, y and so on. */
  static Arrow of(double... coordinates) {
    Point2D[] points = new Point2D[coordinates.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Point2D.Double(coordinates[2 * i], coordinates[2 * i + 1]);
    }
    return new Arrow(List.of(points));
  }

  void draw(Canvas canvas, Color colour) {
    canvas.line(shaft(), colour, LINE);
    canvas.fill(tip(), colour);
  }

  void dashed(Canvas canvas, Color colour) {
    canvas.dashes(shaft(), colour, LINE);
    canvas.fill(tip(), colour);
  }

  /** A cross over a line, on a ground that interrupts it. */
  static void cross(Canvas canvas, Color colour, Color ground, double x, double y) {
    for (boolean isGround : new boolean[] {true, false}) {
      Color of = isGround ? ground : colour;
      double thickness = isGround ? 6 : 2;
      canvas.line(new Line2D.Double(x - CROSS, y - CROSS, x + CROSS, y + CROSS), of, thickness);
      canvas.line(new Line2D.Double(x - CROSS, y + CROSS, x + CROSS, y - CROSS), of, thickness);
    }
  }

  private Point2D last() {
    return points.get(points.size() - 1);
  }

  private double angle() {
    Point2D before = points.get(points.size() - 2);
    return Math.atan2(last().getY() - before.getY(), last().getX() - before.getX());
  }

  /** The line, which ends inside the tip. */
  private Path2D shaft() {
    Path2D path = new Path2D.Double();
    path.moveTo(points.get(0).getX(), points.get(0).getY());
    for (Point2D point : points.subList(1, points.size() - 1)) {
      path.lineTo(point.getX(), point.getY());
    }
    path.lineTo(last().getX() - HEAD * Math.cos(angle()), last().getY() - HEAD * Math.sin(angle()));
    return path;
  }

  private Path2D tip() {
    double cos = Math.cos(angle());
    double sin = Math.sin(angle());
    double x = last().getX() - HEAD * cos;
    double y = last().getY() - HEAD * sin;
    Path2D tip = new Path2D.Double();
    tip.moveTo(last().getX(), last().getY());
    tip.lineTo(x - HALF * sin, y + HALF * cos);
    tip.lineTo(x + HALF * sin, y - HALF * cos);
    tip.closePath();
    return tip;
  }
}
