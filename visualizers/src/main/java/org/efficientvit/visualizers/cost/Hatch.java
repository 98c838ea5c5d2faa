package org.efficientvit.visualizers.cost;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.efficientvit.core.cost.Bound;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;

/**
 * The colour and texture of what bounds operations: stripes for memory, dots for overhead, nothing
 * for compute, so that they can be told apart in grey.
 */
final class Hatch {

  private static final double STRIPES = 5;
  private static final double DOTS = 5;
  private static final double DOT = 1.5;
  private static final double SHADE = 0.7;
  private static final double AROUND_TEXT = 2;
  private static final double TEXT_HEIGHT = 11;

  /** Luminance above which black is easier to read than white. */
  private static final double LIGHT = 0.3;

  private Hatch() {}

  /** Fills a rectangle. */
  static void fill(Canvas canvas, Theme theme, Bound bound, Rectangle2D area) {
    Color colour = theme.of(bound);
    canvas.fill(area, colour);
    switch (bound) {
      case MEMORY -> canvas.line(stripes(area), shade(colour), 1.2);
      case OVERHEAD -> canvas.fill(dots(area), shade(colour));
      case COMPUTE -> {}
    }
  }

  /** Writes into the middle of a filled rectangle, where there is room. */
  static void text(Canvas canvas, Theme theme, Bound bound, Rectangle2D area, String text) {
    double width = canvas.width(text, Theme.Type.SMALL);
    if (width + 2 * AROUND_TEXT > area.getWidth()) {
      return;
    }
    Color colour = theme.of(bound);
    canvas.fill(
        new Rectangle2D.Double(
            area.getCenterX() - width / 2 - AROUND_TEXT,
            area.getCenterY() - TEXT_HEIGHT / 2,
            width + 2 * AROUND_TEXT,
            TEXT_HEIGHT),
        colour);
    canvas.text(
        text,
        Theme.Type.SMALL,
        luminance(colour) > LIGHT ? Theme.LIGHT.text() : Color.WHITE,
        area.getCenterX(),
        area.getCenterY() + 3.5,
        Canvas.Align.CENTRE);
  }

  /** Rising lines that keep their places on the page, so that they go on from bar to bar. */
  private static Path2D stripes(Rectangle2D area) {
    Path2D path = new Path2D.Double();
    double first = Math.ceil((area.getMinX() + area.getMinY()) / STRIPES) * STRIPES;
    for (double sum = first; sum < area.getMaxX() + area.getMaxY(); sum += STRIPES) {
      double left = Math.max(area.getMinX(), sum - area.getMaxY());
      double right = Math.min(area.getMaxX(), sum - area.getMinY());
      if (left < right) {
        path.append(new Line2D.Double(left, sum - left, right, sum - right), false);
      }
    }
    return path;
  }

  private static Path2D dots(Rectangle2D area) {
    Path2D path = new Path2D.Double();
    double half = DOT / 2;
    int column = (int) Math.ceil((area.getMinX() + half) / DOTS);
    for (double x = column * DOTS; x + half <= area.getMaxX(); x += DOTS, column++) {
      double start = area.getMinY() + (column % 2 == 0 ? 2 : 2 + DOTS / 2);
      for (double y = start; y + half <= area.getMaxY(); y += DOTS) {
        path.append(new Ellipse2D.Double(x - half, y - half, DOT, DOT), false);
      }
    }
    return path;
  }

  private static Color shade(Color colour) {
    return new Color(
        (int) (SHADE * colour.getRed()),
        (int) (SHADE * colour.getGreen()),
        (int) (SHADE * colour.getBlue()));
  }

  private static double luminance(Color colour) {
    return (0.2126 * square(colour.getRed())
        + 0.7152 * square(colour.getGreen())
        + 0.0722 * square(colour.getBlue()));
  }

  /** A channel without its gamma, nearly. */
  private static double square(int level) {
    return Math.pow(level / 255.0, 2.2);
  }
}
