package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Spine;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * The fins of a fish whose head is to the right.
 *
 * @param easel is painted on
 * @param body from the tail's root to the mouth
 * @param tall half the body's height
 * @param fin colour
 */
record FishFins(Easel easel, Spine body, double tall, Color fin) {

  void tail() {
    Studio studio = easel.studio();
    Point2D high = body.at(0.02, -0.9);
    Point2D low = body.at(0.02, 0.9);
    double spread = Math.max(0.15, tall * studio.between(0.8, 1.2));
    double reach = studio.between(0.2, 0.32);
    double fork = studio.between(0.0, 0.6);
    double endX = -0.38 - reach;
    double middleX = -0.38 - reach * (1 - fork);
    easel.shaded(
        Outlines.smooth(
            high.getX(),
            high.getY(),
            -0.38 - reach * 0.45,
            -spread * 0.55,
            endX,
            -spread,
            (endX + middleX) / 2 - 0.01,
            -spread * 0.45,
            middleX,
            0,
            (endX + middleX) / 2 - 0.01,
            spread * 0.45,
            endX,
            spread,
            -0.38 - reach * 0.45,
            spread * 0.55,
            low.getX(),
            low.getY()),
        fin,
        0.35);
    Path2D rays = new Path2D.Double();
    for (int i = -4; i <= 4; i++) {
      double side = i / 4.6;
      double x = middleX + (endX - middleX) * Math.abs(side);
      rays.append(
          Outlines.leaf(-0.38, side * 0.04, x + 0.02, side * spread * 0.95, 0.006, side * 0.02),
          false);
    }
    easel.flat(rays, Colours.clear(Colours.darker(fin, 0.5), 0.5));
  }

  /** Those above and below, which the body covers in part. */
  void backAndBelly() {
    Studio studio = easel.studio();
    double high = tall * studio.between(0.4, 0.85) + 0.03;
    boolean trailing = studio.chance(0.22);
    switch (studio.between(0, 2)) {
      case 0 -> back(0.16, 0.72, high);
      case 1 -> {
        back(0.5, 0.72, high);
        back(0.16, 0.44, high * 0.7);
      }
      default -> back(0.36, 0.6, high * 1.1);
    }
    if (trailing) {
      streamer(0.34, -1, high * 1.8);
      streamer(0.32, 1, high * 1.5);
    }
    Point2D from = body.at(0.12, 0.85);
    Point2D to = body.at(0.38, 0.85);
    fan(
        from,
        to,
        new Point2D.Double(from.getX() - 0.06, from.getY() + high * 0.45),
        new Point2D.Double(to.getX() - 0.12, to.getY() + high * 0.75));
    Point2D chest = body.at(0.6, 0.88);
    easel.shaded(
        Outlines.leaf(
            chest.getX(),
            chest.getY() - 0.02,
            chest.getX() - 0.12,
            chest.getY() + high * 0.6,
            0.035),
        fin,
        0.35);
  }

  private void back(double start, double end, double high) {
    Point2D from = body.at(start, -0.85);
    Point2D to = body.at(end, -0.85);
    double slant = easel.studio().between(0.04, 0.12);
    fan(
        to,
        from,
        new Point2D.Double(to.getX() - slant - 0.05, to.getY() - high),
        new Point2D.Double(from.getX() - slant, from.getY() - high * 0.6));
    if (high > 0.14 && end - start > 0.4) {
      Path2D spines = new Path2D.Double();
      for (double t = 0; t < 0.9; t += 0.14) {
        double x = to.getX() + (from.getX() - to.getX()) * t;
        double y = to.getY() + (from.getY() - to.getY()) * t;
        spines.append(
            Outlines.leaf(x, y, x - slant - 0.04, y - high * (1.12 - 0.35 * t), 0.008), false);
      }
      easel.flat(spines, Colours.darker(fin, 0.25));
    }
  }

  /** A long thin fin that trails behind, as angelfish have. */
  private void streamer(double along, double across, double high) {
    Point2D root = body.at(along, across * 0.8);
    easel.shaded(
        Outlines.leaf(
            root.getX() + 0.06,
            root.getY(),
            root.getX() - 0.22,
            root.getY() + across * high,
            0.055,
            across * -0.05),
        fin,
        0.35);
  }

  /** The one on the near side. */
  void side() {
    Point2D root = body.at(0.62, 0.25);
    double x = root.getX();
    double y = root.getY();
    double reach = easel.studio().between(0.13, 0.19);
    new FishFins(easel, body, tall, Colours.lighter(fin, 0.15))
        .fan(
            new Point2D.Double(x, y - 0.03),
            new Point2D.Double(x - 0.01, y + 0.04),
            new Point2D.Double(x - reach, y - 0.02),
            new Point2D.Double(x - reach * 0.75, y + reach * 0.7));
  }

  /** A fin with rays, from both ends of its root to both ends of its edge. */
  private void fan(Point2D root, Point2D end, Point2D edge, Point2D edgeEnd) {
    double middleX = (edge.getX() + edgeEnd.getX()) / 2;
    double middleY = (edge.getY() + edgeEnd.getY()) / 2;
    double rootX = (root.getX() + end.getX()) / 2;
    double rootY = (root.getY() + end.getY()) / 2;
    Path2D shape = new Path2D.Double();
    shape.moveTo(root.getX(), root.getY());
    shape.quadTo((root.getX() + edge.getX()) / 2, edge.getY(), edge.getX(), edge.getY());
    shape.quadTo(
        middleX + (middleX - rootX) * 0.25,
        middleY + (middleY - rootY) * 0.25,
        edgeEnd.getX(),
        edgeEnd.getY());
    shape.quadTo(
        (edgeEnd.getX() + end.getX() * 2) / 3,
        (edgeEnd.getY() + end.getY() * 2) / 3,
        end.getX(),
        end.getY());
    shape.closePath();
    easel.shaded(shape, fin, 0.35);
    Path2D rays = new Path2D.Double();
    for (int i = 1; i < 7; i++) {
      double t = i / 7.0;
      rays.append(
          Outlines.leaf(
              root.getX() + (end.getX() - root.getX()) * t,
              root.getY() + (end.getY() - root.getY()) * t,
              edge.getX() + (edgeEnd.getX() - edge.getX()) * t,
              edge.getY() + (edgeEnd.getY() - edge.getY()) * t,
              0.005),
          false);
    }
    easel.flat(rays, Colours.clear(Colours.darker(fin, 0.5), 0.5));
  }
}
