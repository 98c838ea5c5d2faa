package org.efficientvit.visualizers.chart;

import java.awt.geom.Line2D;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.Theme;

/**
 * An axis of ratios from left to right, on which 1 is never missing.
 *
 * @param least at the left edge
 * @param most at the right edge
 * @param step between two grid lines
 * @param left edge, in points
 * @param right edge, in points
 */
record RatioAxis(double least, double most, double step, double left, double right) {

  /** What the numbers and the label take below, in points. */
  static final double HEIGHT = 44;

  private static final int MOST_STEPS = 7;
  private static final double ROUND_ONE = 0.05;

  /** The axis between two edges on which all these ratios have a place. */
  static RatioAxis of(Collection<Double> ratios, double left, double right) {
    double least =
        ratios.stream().mapToDouble(Double::doubleValue).reduce(1 - ROUND_ONE, Math::min);
    double most = ratios.stream().mapToDouble(Double::doubleValue).reduce(1 + ROUND_ONE, Math::max);
    double step =
        DoubleStream.iterate(0.02, one -> one * 10)
            .flatMap(one -> DoubleStream.of(one, one * 2.5, one * 5))
            .filter(one -> (most - least) / one <= MOST_STEPS)
            .findFirst()
            .orElseThrow();
    return new RatioAxis(
        Math.floor(least / step) * step, Math.ceil(most / step) * step, step, left, right);
  }

  /** Where a ratio stands, in points. */
  double x(double ratio) {
    return left + (ratio - least) / (most - least) * (right - left);
  }

  /** Draws grid lines between two heights, the numbers below and what they are. */
  void draw(Canvas canvas, Theme theme, double top, double bottom, String label) {
    long steps = Math.round((most - least) / step);
    int decimals = step < 0.1 ? 2 : step < 1 ? 1 : 0;
    for (int i = 0; i <= steps; i++) {
      double ratio = least + i * step;
      double x = x(ratio);
      canvas.line(new Line2D.Double(x, top, x, bottom), theme.grid(), 0.75);
      canvas.text(
          String.format(Locale.ROOT, "%." + decimals + "f", ratio),
          Theme.Type.SMALL,
          theme.text(),
          x,
          bottom + 13,
          Align.CENTRE);
    }
    canvas.line(new Line2D.Double(x(1), top - 4, x(1), bottom), theme.text(), 1);
    canvas.text(
        label, Theme.Type.BODY, theme.muted(), (left + right) / 2, bottom + 30, Align.CENTRE);
  }
}
