package org.efficientvit.visualizers.cost;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;

/**
 * Finds room for names beside marks: never over another name, and over as few marks and lines as
 * can be.
 */
final class Names {

  private static final double HEIGHT = 13;
  private static final double PADDING = 2;
  private static final int DIRECTIONS = 16;
  private static final double[] DISTANCES = {4, 12, 22, 36, 54, 76};

  /** What a point of distance costs, where to lie over a mark costs 1. */
  private static final double FAR = 0.04;

  private static final double LEADER = 6;
  private static final int VEIL = 190;

  private final Rectangle2D page;
  private final List<Rectangle2D> obstacles = new ArrayList<>();
  private final List<Rectangle2D> taken = new ArrayList<>();

  Names(Rectangle2D page) {
    this.page = page;
  }

  /** Keeps names off a box where there is other room. */
  void avoid(Rectangle2D box) {
    obstacles.add(box);
  }

  /** Keeps names off a line where there is other room. */
  void avoid(Line2D line) {
    double length = line.getP1().distance(line.getP2());
    int steps = (int) Math.ceil(length / HEIGHT);
    for (int i = 0; i <= steps; i++) {
      double share = steps == 0 ? 0 : (double) i / steps;
      double x = line.getX1() + share * (line.getX2() - line.getX1());
      double y = line.getY1() + share * (line.getY2() - line.getY1());
      obstacles.add(new Rectangle2D.Double(x - 2, y - 2, 4, 4));
    }
  }

  /** Keeps names off a box whatever else they would lie over. */
  void forbid(Rectangle2D box) {
    taken.add(box);
  }

  /** Writes a name beside a mark, unless no place is left. */
  void write(Canvas canvas, Theme theme, Rectangle2D mark, String name) {
    double width = canvas.width(name, Theme.Type.SMALL) + 2 * PADDING;
    Rectangle2D best = null;
    double least = Double.POSITIVE_INFINITY;
    for (double distance : DISTANCES) {
      for (int i = 0; i < DIRECTIONS; i++) {
        Rectangle2D place = place(mark, width, distance, 2 * Math.PI * i / DIRECTIONS);
        double cost = cost(place, mark) + FAR * distance;
        if (cost < least) {
          least = cost;
          best = place;
        }
      }
    }
    if (best == null) {
      return;
    }
    taken.add(best);
    leader(canvas, theme, mark, best);
    Color veil = theme.background();
    canvas.fill(best, new Color(veil.getRed(), veil.getGreen(), veil.getBlue(), VEIL));
    canvas.text(
        name, Theme.Type.SMALL, theme.text(), best.getX() + PADDING, best.getMaxY() - 3.5);
  }

  /** A box that touches a ring around a mark in one direction. */
  private static Rectangle2D place(
      Rectangle2D mark, double width, double distance, double angle) {
    double x =
        mark.getCenterX() + Math.cos(angle) * (mark.getWidth() / 2 + distance + width / 2);
    double y =
        mark.getCenterY() + Math.sin(angle) * (mark.getHeight() / 2 + distance + HEIGHT / 2);
    return new Rectangle2D.Double(x - width / 2, y - HEIGHT / 2, width, HEIGHT);
  }

  private double cost(Rectangle2D place, Rectangle2D mark) {
    if (!page.contains(place)
        || place.intersects(mark)
        || taken.stream().anyMatch(place::intersects)) {
      return Double.POSITIVE_INFINITY;
    }
    return (double) obstacles.stream().filter(place::intersects).count();
  }

  private static void leader(Canvas canvas, Theme theme, Rectangle2D mark, Rectangle2D name) {
    double x = Math.max(name.getMinX(), Math.min(mark.getCenterX(), name.getMaxX()));
    double y = Math.max(name.getMinY(), Math.min(mark.getCenterY(), name.getMaxY()));
    double dx = x - mark.getCenterX();
    double dy = y - mark.getCenterY();
    double length = Math.hypot(dx, dy);
    double radius = Math.min(mark.getWidth(), mark.getHeight()) / 2;
    if (length - radius > LEADER) {
      canvas.line(
          new Line2D.Double(
              mark.getCenterX() + dx * radius / length,
              mark.getCenterY() + dy * radius / length,
              x,
              y),
          theme.muted(),
          0.75);
    }
  }
}
