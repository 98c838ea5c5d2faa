package org.efficientvit.visualizers.cost;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.Theme;

/**
 * Finds room for numbers beside marks and for words along lines: never over another number, and
 * over as few marks and lines as can be.
 */
final class Labels {

  /** Width of a number in its ring, in points. */
  static final double BADGE = 12.5;

  private static final int DIRECTIONS = 16;
  private static final double[] DISTANCES = {1, 7, 14, 22, 32, 46, 62};

  /** What a point of distance costs, where to lie over a mark costs 1. */
  private static final double FAR = 0.05;

  /** What a leading line across another number costs. */
  private static final double CROSSED = 6;

  /** Nearer than that, a number needs no line that leads to it, in points. */
  private static final double NEAR = 4;

  /** Half of the height of letters, and the step at which a line is tried, in points. */
  private static final double LETTER = 4.5;

  private static final double STEP = 3;

  /** Between the end of a line and the words along it, in points. */
  private static final double END = 8;

  private final Rectangle2D page;
  private final List<Rectangle2D> marks = new ArrayList<>();
  private final List<Rectangle2D> lines = new ArrayList<>();
  private final List<Rectangle2D> taken = new ArrayList<>();

  Labels(Rectangle2D page) {
    this.page = page;
  }

  /** Keeps labels off a mark where there is other room. */
  void avoid(Rectangle2D mark) {
    marks.add(mark);
  }

  /** Keeps numbers off a line where there is other room. */
  void avoid(Line2D line) {
    double length = line.getP1().distance(line.getP2());
    for (double at = 0; at <= length; at += STEP) {
      double share = at / length;
      double x = line.getX1() + share * (line.getX2() - line.getX1());
      double y = line.getY1() + share * (line.getY2() - line.getY1());
      lines.add(new Rectangle2D.Double(x - STEP / 2, y - STEP / 2, STEP, STEP));
    }
  }

  /** Keeps labels off a box whatever else they would lie over. */
  void forbid(Rectangle2D box) {
    taken.add(box);
  }

  /** Draws a number in a ring. */
  static void badge(Canvas canvas, Theme theme, int number, double x, double y) {
    Ellipse2D ring = new Ellipse2D.Double(x - BADGE / 2, y - BADGE / 2, BADGE, BADGE);
    canvas.fill(ring, theme.background());
    canvas.line(ring, theme.muted(), 0.75);
    canvas.text(Integer.toString(number), Theme.Type.SMALL, theme.text(), x, y + 3.5, Align.CENTRE);
  }

  /** Draws a number beside a mark, unless no place is left. */
  void beside(Canvas canvas, Theme theme, Rectangle2D mark, int number) {
    room(mark)
        .ifPresent(
            place -> {
              Line2D leader = leader(mark, place);
              if (leader.getP1().distance(leader.getP2()) > NEAR) {
                canvas.line(leader, theme.text(), 0.75);
              }
              badge(canvas, theme, number, place.getCenterX(), place.getCenterY());
            });
  }

  /** The best place beside a mark that is left; nothing else is put there from now on. */
  Optional<Rectangle2D> room(Rectangle2D mark) {
    Optional<Rectangle2D> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (double distance : DISTANCES) {
      for (int i = 0; i < DIRECTIONS; i++) {
        Rectangle2D place = place(mark, distance, 2 * Math.PI * i / DIRECTIONS);
        double cost = cost(place, mark) + FAR * distance;
        if (cost < least) {
          least = cost;
          best = Optional.of(place);
        }
      }
    }
    best.ifPresent(taken::add);
    return best;
  }

  /** A box that touches a ring around a mark in one direction. */
  private static Rectangle2D place(Rectangle2D mark, double distance, double angle) {
    double away = distance + BADGE / 2;
    double x = mark.getCenterX() + Math.cos(angle) * (mark.getWidth() / 2 + away);
    double y = mark.getCenterY() + Math.sin(angle) * (mark.getHeight() / 2 + away);
    return new Rectangle2D.Double(x - BADGE / 2, y - BADGE / 2, BADGE, BADGE);
  }

  private double cost(Rectangle2D place, Rectangle2D mark) {
    if (!page.contains(place) || taken.stream().anyMatch(place::intersects)) {
      return Double.POSITIVE_INFINITY;
    }
    Line2D leader = leader(mark, place);
    long crossed = taken.stream().filter(leader::intersects).count();
    boolean isOnLine = lines.stream().anyMatch(place::intersects);
    return marks.stream().filter(place::intersects).count()
        + (isOnLine ? 1 : 0)
        + CROSSED * crossed;
  }

  /** From inside a mark to its number. */
  private static Line2D leader(Rectangle2D mark, Rectangle2D number) {
    double dx = number.getCenterX() - mark.getCenterX();
    double dy = number.getCenterY() - mark.getCenterY();
    double length = Math.hypot(dx, dy);
    double start = Math.min(mark.getWidth(), mark.getHeight()) / 3 / length;
    double end = 1 - BADGE / 2 / length;
    return new Line2D.Double(
        mark.getCenterX() + start * dx,
        mark.getCenterY() + start * dy,
        mark.getCenterX() + end * dx,
        mark.getCenterY() + end * dy);
  }

  /**
   * Writes along a line, where it lies over the least; not at all on a line that is too short.
   *
   * @param above distance of the baseline from the line, upwards
   */
  void along(
      Canvas canvas,
      Theme theme,
      Line2D line,
      String text,
      Theme.Type type,
      Color colour,
      double above) {
    double length = line.getP1().distance(line.getP2());
    double half = canvas.width(text, type) / 2 + END;
    if (length < 2 * half) {
      return;
    }
    double cos = (line.getX2() - line.getX1()) / length;
    double sin = (line.getY2() - line.getY1()) / length;
    double best = half;
    double least = Double.POSITIVE_INFINITY;
    for (double middle = half; middle <= length - half; middle += STEP) {
      double cost = 0;
      for (double at = middle - half; at <= middle + half; at += STEP) {
        double x = line.getX1() + at * cos + (above + LETTER) * sin;
        double y = line.getY1() + at * sin - (above + LETTER) * cos;
        cost += covered(new Rectangle2D.Double(x - LETTER, y - LETTER, 2 * LETTER, 2 * LETTER));
      }
      if (cost < least) {
        least = cost;
        best = middle;
      }
    }
    canvas.turned(
        text,
        type,
        colour,
        line.getX1() + best * cos + above * sin,
        line.getY1() + best * sin - above * cos,
        Align.CENTRE,
        Math.atan2(sin, cos));
  }

  private long covered(Rectangle2D letter) {
    return marks.stream().filter(letter::intersects).count()
        + taken.stream().filter(letter::intersects).count()
        + (page.contains(letter) ? 0 : 1);
  }
}
