package org.efficientvit.visualizers.heads;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.DoubleStream;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Theme;

/**
 * An axis of numbers with round ends.
 *
 * @param least at its start
 * @param most at its end
 * @param step between two grid lines
 */
record ValueAxis(double least, double most, double step) {

  /** The fewest steps that numbers are spread over. */
  private static final double FEW = 2.5;

  private static final double MANY = 4;

  /** So that a rounding error adds no step. */
  private static final double SLACK = 1e-9;

  /** The axis of a small panel on which numbers have a place; from 0 to 1 where there are none. */
  static ValueAxis of(DoubleStream numbers) {
    return of(numbers, FEW);
  }

  /** The axis of a whole figure on which numbers have a place; from 0 to 1 where there are none. */
  static ValueAxis large(DoubleStream numbers) {
    return of(numbers, MANY);
  }

  private static ValueAxis of(DoubleStream numbers, double steps) {
    double[] all = numbers.toArray();
    double least = DoubleStream.of(all).min().orElse(0);
    double most = DoubleStream.of(all).max().orElse(1);
    if (most - least < SLACK * Math.max(1, Math.abs(most))) {
      double reach = most == 0 ? 1 : Math.abs(most) / 2;
      return of(DoubleStream.of(least - reach, most + reach), steps);
    }
    double step = Numbers.step((most - least) / steps);
    return new ValueAxis(
        step * Math.floor(least / step + SLACK), step * Math.ceil(most / step - SLACK), step);
  }

  /** Where a number stands between two places, the start's and the end's. */
  double at(double value, double start, double end) {
    return start + (value - least) / (most - least) * (end - start);
  }

  double y(double value, Rectangle2D area) {
    return at(value, area.getMaxY(), area.getMinY());
  }

  double x(double value, Rectangle2D area) {
    return at(value, area.getMinX(), area.getMaxX());
  }

  /** Draws grid lines from left to right and the numbers to their left. */
  void drawUp(Canvas canvas, Theme theme, Rectangle2D area) {
    for (double value : ticks()) {
      double y = y(value, area);
      canvas.line(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y), theme.grid(), 0.75);
      canvas.text(
          Numbers.plain(value),
          Theme.Type.SMALL,
          theme.text(),
          area.getMinX() - 5,
          y + 3.4,
          Align.RIGHT);
    }
  }

  /** Draws grid lines from above to below and the numbers under them. */
  void drawAcross(Canvas canvas, Theme theme, Rectangle2D area) {
    for (double value : ticks()) {
      double x = x(value, area);
      canvas.line(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()), theme.grid(), 0.75);
      canvas.text(
          Numbers.plain(value),
          Theme.Type.SMALL,
          theme.text(),
          x,
          area.getMaxY() + 13,
          Align.CENTRE);
    }
  }

  double[] ticks() {
    long count = Math.round((most - least) / step);
    // Sums of steps are not round: 3·0.1 is not 0.3.
    return DoubleStream.iterate(0, i -> i <= count, i -> i + 1)
        .map(i -> Math.rint((least / step) + i) * step)
        .toArray();
  }
}
