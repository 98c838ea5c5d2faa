package org.efficientvit.visualizers.chart;

import static java.util.Objects.requireNonNull;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds room for the names of points in a chart: off all other names and marks where that can be,
 * and over as few lines as can be. A name that has no room beside its mark stands farther away and
 * is led to by a line.
 *
 * @param page inside of which names stand
 * @param marks the boxes around all points
 * @param lines what a name covers only where there is no other room
 */
record PointNames(Rectangle2D page, List<Rectangle2D> marks, List<Rectangle2D> lines) {

  /** Of a line of text, in points. */
  static final double HEIGHT = 14;

  /** Farther away than that, a name is led to by a line, in points. */
  private static final double NEAR = 6;

  private static final double[] DISTANCES = {10, 18, 28, 40, 54, 70};
  private static final int DIRECTIONS = 16;

  /** Names that were placed late may drive early ones to better places. */
  private static final int ROUNDS = 3;

  private static final double OVER_NAME = 200;
  private static final double OVER_MARK = 60;
  private static final double OVER_LINE = 4;
  private static final double LEADER_OVER_NAME = 40;
  private static final double LEADER_OVER_MARK = 20;

  /** What a point of distance costs, and what the next best of the places beside a mark does. */
  private static final double FAR = 0.2;

  private static final double NEXT = 0.1;

  PointNames {
    requireNonNull(page, "page is null");
    marks = List.copyOf(marks);
    lines = List.copyOf(lines);
  }

  /**
   * A place for the name of each mark, in their order.
   *
   * @param widths of the names, in points
   */
  List<Rectangle2D> places(List<Double> widths) {
    List<Rectangle2D> places = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      places.add(best(i, widths.get(i), places));
    }
    for (int round = 1; round < ROUNDS; round++) {
      for (int i = 0; i < marks.size(); i++) {
        List<Rectangle2D> others = new ArrayList<>(places);
        others.remove(i);
        places.set(i, best(i, widths.get(i), others));
      }
    }
    return places;
  }

  /** The line from a mark to a name that stands away from it. */
  static Optional<Line2D> leader(Rectangle2D mark, Rectangle2D name) {
    double x = Math.max(name.getX(), Math.min(mark.getCenterX(), name.getMaxX()));
    double y = Math.max(name.getY() + 2, Math.min(mark.getCenterY(), name.getMaxY() - 2));
    double dx = x - mark.getCenterX();
    double dy = y - mark.getCenterY();
    double length = Math.hypot(dx, dy);
    double start = mark.getWidth() / 2;
    if (length - start < NEAR) {
      return Optional.empty();
    }
    double from = start / length;
    double to = 1 - 2 / length;
    return Optional.of(
        new Line2D.Double(
            mark.getCenterX() + from * dx,
            mark.getCenterY() + from * dy,
            mark.getCenterX() + to * dx,
            mark.getCenterY() + to * dy));
  }

  private Rectangle2D best(int of, double width, List<Rectangle2D> names) {
    List<Rectangle2D> beside = beside(marks.get(of), width);
    Rectangle2D best = beside.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < beside.size(); i++) {
      double cost = NEXT * i + cost(beside.get(i), of, names);
      if (cost < least) {
        least = cost;
        best = beside.get(i);
      }
    }
    for (double distance : DISTANCES) {
      for (int i = 0; i < DIRECTIONS; i++) {
        Rectangle2D one = away(marks.get(of), width, distance, 2 * Math.PI * i / DIRECTIONS);
        double cost = FAR * distance + cost(one, of, names);
        if (cost < least) {
          least = cost;
          best = one;
        }
      }
    }
    return best;
  }

  /**
   * The places that touch a mark, best first: on a front that falls, above to the right is free.
   */
  private static List<Rectangle2D> beside(Rectangle2D mark, double width) {
    // Between the corner of what surrounds the point and the point itself.
    double corner = 0.37 * mark.getWidth();
    double x = mark.getCenterX();
    double y = mark.getCenterY();
    double half = HEIGHT / 2;
    return List.of(
        place(x + corner + 2, y - corner - HEIGHT, width),
        place(x - width / 2, mark.getY() - HEIGHT - 2, width),
        place(mark.getMaxX() + 4, y - half, width),
        place(x - corner - 2 - width, y + corner, width),
        place(mark.getX() - width - 4, y - half, width),
        place(x - width / 2, mark.getMaxY() + 2, width),
        place(x + corner + 2, y + corner, width),
        place(x - corner - 2 - width, y - corner - HEIGHT, width));
  }

  private static Rectangle2D away(Rectangle2D mark, double width, double distance, double angle) {
    double far = mark.getWidth() / 2 + distance;
    double dx = far * Math.cos(angle);
    double x = mark.getCenterX() + dx;
    double left = Math.abs(dx) < far / 3 ? x - width / 2 : dx > 0 ? x : x - width;
    return place(left, mark.getCenterY() + far * Math.sin(angle) - HEIGHT / 2, width);
  }

  private static Rectangle2D place(double x, double y, double width) {
    return new Rectangle2D.Double(x, y, width, HEIGHT);
  }

  private double cost(Rectangle2D place, int of, List<Rectangle2D> names) {
    if (!page.contains(place)) {
      return Double.POSITIVE_INFINITY;
    }
    double cost =
        OVER_NAME * count(names, place) + OVER_LINE * count(lines, place) + overMarks(place, of);
    Optional<Line2D> leader = leader(marks.get(of), place);
    if (leader.isPresent()) {
      Line2D line = leader.get();
      cost += LEADER_OVER_NAME * names.stream().filter(line::intersects).count();
      for (int i = 0; i < marks.size(); i++) {
        cost += i != of && line.intersects(marks.get(i)) ? LEADER_OVER_MARK : 0;
      }
    }
    return cost;
  }

  /** Of the box round its own point a name may have a corner. */
  private double overMarks(Rectangle2D place, int of) {
    double cost = 0;
    for (int i = 0; i < marks.size(); i++) {
      cost += i != of && place.intersects(marks.get(i)) ? OVER_MARK : 0;
    }
    return cost;
  }

  private static long count(List<Rectangle2D> boxes, Rectangle2D place) {
    return boxes.stream().filter(place::intersects).count();
  }
}
