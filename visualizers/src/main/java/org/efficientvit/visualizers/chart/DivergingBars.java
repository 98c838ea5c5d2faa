package org.efficientvit.visualizers.chart;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.Theme;

/**
 * Horizontal bars to the left and to the right of a line, less and more, each with its number and a
 * whisker where it is not sure.
 *
 * @param title what is measured, with the unit
 * @param totals from what to what it changes in all
 * @param bars from top to bottom; the last stands apart, as the sum of the others
 */
record DivergingBars(String title, String totals, List<Bar> bars) {

  /** Height of a row, in points. */
  static final double ROW = 19;

  /** From the upper edge to the first row. */
  static final double ABOVE = 36;

  private static final double THICKNESS = 11;
  private static final double BEFORE_LABEL = 4;

  /**
   * One bar.
   *
   * @param value to the right where it is positive
   * @param interval where the value lies; from it to itself where that is sure
   * @param label its number, with a sign; empty where there is none to show
   */
  record Bar(double value, Interval interval, String label, Color colour) {

    /** Whether it is surely on one side. */
    boolean isClear() {
      return interval.low() > 0 || interval.high() < 0;
    }

    /** How far it reaches to one side, its whisker with it. */
    double reach(int sign) {
      return Math.max(0, sign > 0 ? interval.high() : -interval.low());
    }
  }

  DivergingBars {
    bars = List.copyOf(bars);
  }

  /** Draws the bars into a column. */
  void draw(Canvas canvas, Theme theme, double x, double y, double width) {
    canvas.text(
        canvas.fit(title, Theme.Type.BODY, width), Theme.Type.BODY, theme.text(), x, y + 11);
    canvas.text(
        canvas.fit(totals, Theme.Type.SMALL, width), Theme.Type.SMALL, theme.muted(), x, y + 25);
    double least = bars.stream().mapToDouble(bar -> bar.reach(-1)).max().orElse(0);
    double most = bars.stream().mapToDouble(bar -> bar.reach(1)).max().orElse(0);
    if (least + most == 0) {
      canvas.text("no difference", Theme.Type.SMALL, theme.muted(), x, y + ABOVE + ROW / 2 + 3.5);
      return;
    }
    double left = room(canvas, -1);
    double right = room(canvas, 1);
    double scale = (width - left - right) / (least + most);
    double zero = x + left + least * scale;
    for (int i = 0; i < bars.size(); i++) {
      draw(canvas, theme, bars.get(i), zero, scale, y + ABOVE + i * ROW);
    }
    double bottom = y + ABOVE + bars.size() * ROW;
    canvas.line(new Line2D.Double(zero, y + ABOVE - 2, zero, bottom), theme.muted(), 0.75);
  }

  /** What the widest label on one side takes. */
  private double room(Canvas canvas, int sign) {
    return bars.stream()
        .filter(bar -> bar.value * sign > 0)
        .mapToDouble(bar -> canvas.width(bar.label, Theme.Type.SMALL) + BEFORE_LABEL)
        .max()
        .orElse(0);
  }

  private static void draw(
      Canvas canvas, Theme theme, Bar bar, double zero, double scale, double top) {
    int sign = bar.value < 0 ? -1 : 1;
    double length = Math.abs(bar.value) * scale;
    double start = sign < 0 ? zero - length : zero;
    double middle = top + ROW / 2;
    canvas.fill(
        new Rectangle2D.Double(start, middle - THICKNESS / 2, length, THICKNESS), bar.colour);
    double low = zero + bar.interval.low() * scale;
    double high = zero + bar.interval.high() * scale;
    if (high > low) {
      whisker(canvas, theme.background(), low, high, middle, 2.6);
      whisker(canvas, theme.text(), low, high, middle, 1);
    }
    canvas.text(
        bar.label,
        Theme.Type.SMALL,
        bar.isClear() ? theme.text() : theme.muted(),
        zero + sign * (bar.reach(sign) * scale + BEFORE_LABEL),
        middle + 3.5,
        sign < 0 ? Align.RIGHT : Align.LEFT);
  }

  private static void whisker(
      Canvas canvas, Color colour, double low, double high, double y, double thickness) {
    canvas.line(new Line2D.Double(low, y, high, y), colour, thickness);
    canvas.line(new Line2D.Double(low, y - 2.5, low, y + 2.5), colour, thickness);
    canvas.line(new Line2D.Double(high, y - 2.5, high, y + 2.5), colour, thickness);
  }
}
