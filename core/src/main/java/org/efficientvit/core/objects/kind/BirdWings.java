package org.efficientvit.core.objects.kind;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Easel;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Spine;

/** A bird's wings and tail, feather by feather. */
final class BirdWings {

  private BirdWings() {}

  /** A wing along the body: long feathers behind, rows of short ones over them. */
  static void folded(Easel easel, Spine body, Plumage plumage) {
    Point2D shoulder = body.at(0.66, -0.05);
    Point2D tip = body.at(0.0, -0.25);
    double dx = tip.getX() - shoulder.getX();
    double dy = tip.getY() - shoulder.getY();
    for (int i = 6; i >= 0; i--) {
      double t = i / 6.0;
      double reach = 1.12 - 0.42 * t;
      double startX = shoulder.getX() + dx * 0.25;
      double startY = shoulder.getY() + dy * 0.25 + t * 0.06;
      Color colour = Colours.mix(plumage.wing(), plumage.tips(), i % 2 == 0 ? 0.75 : 0.5);
      easel.shaded(
          Outlines.leaf(
              startX,
              startY,
              shoulder.getX() + dx * reach + 0.02 * t,
              shoulder.getY() + dy * reach + t * 0.1,
              0.04),
          colour,
          0.35);
    }
    easel.rounded(
        Spine.ribbon(
            shoulder.getX() + 0.02,
            shoulder.getY(),
            0.03,
            shoulder.getX() + dx * 0.2,
            shoulder.getY() + dy * 0.2 + 0.02,
            0.09,
            shoulder.getX() + dx * 0.45,
            shoulder.getY() + dy * 0.45 + 0.025,
            0.08,
            shoulder.getX() + dx * 0.68,
            shoulder.getY() + dy * 0.68 + 0.02,
            0.02),
        plumage.wing(),
        0.4);
    Path2D rows = new Path2D.Double();
    for (double along = 0.14; along < 0.55; along += 0.085) {
      for (double across = -0.055; across < 0.09; across += 0.034) {
        double x = shoulder.getX() + dx * along - dy * across * 1.5;
        double y = shoulder.getY() + dy * along + 0.02 + across;
        rows.append(Outlines.leaf(x, y, x + dx * 0.08, y + dy * 0.08, 0.012), false);
      }
    }
    easel.flat(rows, Colours.clear(Colours.lighter(plumage.wing(), 0.4), 0.4));
  }

  static void tail(Easel easel, Point2D root, double angle, double length, Plumage plumage) {
    for (int i = 0; i < 4; i++) {
      double turn = angle + (i - 1.5) * 0.09;
      double reach = length * (1 - 0.06 * i);
      easel.shaded(
          Outlines.petal(
              root.getX() - Math.cos(angle) * 0.08,
              root.getY() - Math.sin(angle) * 0.08,
              root.getX() + Math.cos(turn) * reach,
              root.getY() + Math.sin(turn) * reach,
              0.036),
          Colours.mix(plumage.wing(), plumage.tips(), i % 2 == 0 ? 0.8 : 0.45),
          0.3);
    }
  }

  /** A spread wing, up where lift is negative; its feathers fan out from an arm. */
  static void spread(
      Easel easel, double x, double y, double lift, double span, Plumage plumage, double dark) {
    double handX = x - 0.02 + dark * 0.4;
    double handY = y + lift * span * 0.5;
    int count = 13;
    for (int i = 0; i < count; i++) {
      double t = i / (count - 1.0);
      double rootX = x - 0.09 + (handX - x + 0.09) * t;
      double rootY = y + (handY - y) * t;
      double angle = Math.PI - lift * (0.15 + 1.25 * t);
      double reach = span * (0.42 + 0.3 * t);
      Color colour = Colours.mix(plumage.wing(), plumage.tips(), i % 2 == 0 ? 0.8 : 0.55);
      easel.shaded(
          Outlines.petal(
              rootX, rootY, rootX + Math.cos(angle) * reach, rootY + Math.sin(angle) * reach, 0.04),
          Colours.darker(colour, dark),
          0.3);
    }
    Color cover = Colours.darker(plumage.wing(), dark);
    Spine arm =
        Spine.of(
            x + 0.08,
            y + 0.02,
            0.05,
            x + 0.02,
            y + lift * span * 0.2,
            0.085,
            handX - 0.01,
            handY,
            0.06,
            handX - 0.06,
            handY + lift * span * 0.22,
            0.012);
    easel.rounded(arm.outline(), cover, 0.4);
    Path2D rows = new Path2D.Double();
    for (double along = 0.12; along < 0.85; along += 0.1) {
      for (double across = -0.7; across < 0.8; across += 0.36) {
        Point2D at = arm.at(along, across);
        rows.append(
            Outlines.leaf(at.getX(), at.getY(), at.getX() - 0.045, at.getY() + lift * 0.012, 0.011),
            false);
      }
    }
    easel.flat(rows, Colours.clear(Colours.lighter(cover, 0.4), 0.4));
  }
}
