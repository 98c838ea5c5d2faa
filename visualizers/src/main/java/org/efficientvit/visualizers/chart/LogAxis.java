package org.efficientvit.visualizers.chart;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.Theme;

/**
 * An axis from left to right on which equal ratios are equally far apart.
 *
 * @param least at the left edge, positive
 * @param most at the right edge
 * @param left edge, in points
 * @param right edge, in points
 */
record LogAxis(double least, double most, double left, double right) {

  private static final double[] ROUND = {1, 2, 5};

  /** Room beyond the first and the last value, as a factor. */
  private static final double SPARE = 1.12;

  /** From the middle of one number to the middle of the next, in points. */
  private static final double BETWEEN_NUMBERS = 26;

  /** The axis between two edges on which all these positive values have a place. */
  static LogAxis of(Collection<Double> values, double left, double right) {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return new LogAxis(least / SPARE, most * SPARE, left, right);
  }

  /** Where a value stands, in points. */
  double x(double value) {
    return left + Math.log(value / least) / Math.log(most / least) * (right - left);
  }

  /** The values of 1, 2 and 5 times a power of ten that lie on it. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(least));
    int last = (int) Math.ceil(Math.log10(most));
    for (int power = first; power <= last; power++) {
      for (double round : ROUND) {
        double value = round * Math.pow(10, power);
        if (value >= least && value <= most) {
          ticks.add(value);
        }
      }
    }
    return ticks;
  }

  /** Draws grid lines between two heights. */
  void lines(Canvas canvas, Theme theme, double top, double bottom) {
    for (double tick : ticks()) {
      canvas.line(new Line2D.Double(x(tick), top, x(tick), bottom), theme.grid(), 0.75);
    }
  }

  /** Draws the numbers below a height. */
  void numbers(Canvas canvas, Theme theme, double bottom) {
    double free = Double.NEGATIVE_INFINITY;
    for (double tick : ticks()) {
      double x = x(tick);
      if (x >= free) {
        canvas.text(number(tick), Theme.Type.SMALL, theme.text(), x, bottom + 13, Align.CENTRE);
        free = x + BETWEEN_NUMBERS;
      }
    }
  }

  private static String number(double value) {
    return value < 1
        ? String.format(Locale.ROOT, "%.1f", value)
        : String.format(Locale.ROOT, "%.0f", value);
  }
}
