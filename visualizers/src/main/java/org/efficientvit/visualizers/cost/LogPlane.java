package org.efficientvit.visualizers.cost;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.Theme;

/** A page between two logarithmic axes, on which a proportion is a slope. */
record LogPlane(LogAxis x, LogAxis y) {

  /** What numbers and the label take on the left, in points. */
  static final double LEFT = 52;

  /** What numbers and the label take below, in points. */
  static final double BELOW = 36;

  private static final double TICK = 3;
  private static final double HAIRLINE = 0.75;

  /** What an axis is of. */
  record Label(String text, DoubleFunction<String> format) {}

  double left() {
    return x.from();
  }

  double right() {
    return x.to();
  }

  double top() {
    return y.to();
  }

  double bottom() {
    return y.from();
  }

  Rectangle2D area() {
    return new Rectangle2D.Double(left(), top(), right() - left(), bottom() - top());
  }

  /** The part of the line y = factor · x that lies on the page and not beyond an x. */
  Optional<Line2D> proportion(double factor, double upTo) {
    double start = Math.max(x.least(), y.least() / factor);
    double end = Math.min(Math.min(x.most(), upTo), y.most() / factor);
    return start < end
        ? Optional.of(
            new Line2D.Double(x.at(start), y.at(factor * start), x.at(end), y.at(factor * end)))
        : Optional.empty();
  }

  /** How much such a line is turned, in radians, clockwise. */
  double slope() {
    return -Math.atan2((bottom() - top()) / y.decades(), (right() - left()) / x.decades());
  }

  /**
   * Draws grid lines, ticks, numbers and what they are.
   *
   * @param start left end of the horizontal grid lines: what stands beside the page shares them
   */
  void draw(Canvas canvas, Theme theme, Label across, Label up, double start) {
    for (double value : x.labelled()) {
      double at = x.at(value);
      canvas.line(new Line2D.Double(at, top(), at, bottom()), theme.grid(), HAIRLINE);
      canvas.text(
          across.format.apply(value),
          Theme.Type.SMALL,
          theme.text(),
          at,
          bottom() + 14,
          Align.CENTRE);
    }
    for (double value : y.labelled()) {
      double at = y.at(value);
      canvas.line(new Line2D.Double(start, at, right(), at), theme.grid(), HAIRLINE);
      canvas.text(
          up.format.apply(value), Theme.Type.SMALL, theme.text(), start - 5, at + 3.5, Align.RIGHT);
    }
    for (double value : x.ticks()) {
      double at = x.at(value);
      canvas.line(new Line2D.Double(at, bottom(), at, bottom() + TICK), theme.muted(), HAIRLINE);
    }
    for (double value : y.ticks()) {
      double at = y.at(value);
      canvas.line(new Line2D.Double(start - TICK, at, start, at), theme.muted(), HAIRLINE);
    }
    canvas.line(new Line2D.Double(start, bottom(), right(), bottom()), theme.muted(), HAIRLINE);
    canvas.line(new Line2D.Double(start, top(), start, bottom()), theme.muted(), HAIRLINE);
    canvas.text(
        across.text,
        Theme.Type.BODY,
        theme.muted(),
        (left() + right()) / 2,
        bottom() + 31,
        Align.CENTRE);
    canvas.turned(
        up.text,
        Theme.Type.BODY,
        theme.muted(),
        start - LEFT + 10,
        (top() + bottom()) / 2,
        Align.CENTRE,
        -Math.PI / 2);
  }
}
