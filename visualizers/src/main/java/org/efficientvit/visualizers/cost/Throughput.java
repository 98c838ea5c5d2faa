package org.efficientvit.visualizers.cost;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Theme;

/**
 * A line of equal throughput on a plane of multiply-accumulates against nanoseconds.
 *
 * @param rate MACs in a nanosecond, which are thousand millions in a second
 * @param isPeak whether it is the machine's peak, below which nothing lies
 */
record Throughput(double rate, boolean isPeak, Line2D line) {

  private static final double PEAK_LINE = 1.6;
  private static final double ABOVE = 3;
  private static final double BELOW = -10;
  private static final double TEN = 10;

  /** A power of ten so near the peak has no line of its own. */
  private static final double NEAR_PEAK = 1.2;

  /** The peak, and the powers of ten below it that cross the plane. */
  static List<Throughput> of(double peak, LogPlane plane) {
    List<Throughput> lines = new ArrayList<>();
    add(lines, plane, peak, true);
    double fastest = Math.min(peak / NEAR_PEAK, plane.x().most() / plane.y().least());
    double slowest = plane.x().least() / plane.y().most();
    int last = (int) Math.floor(Math.log10(fastest));
    for (int power = (int) Math.ceil(Math.log10(slowest)); power <= last; power++) {
      add(lines, plane, Math.pow(TEN, power), false);
    }
    return lines;
  }

  private static void add(List<Throughput> lines, LogPlane plane, double rate, boolean isPeak) {
    plane
        .proportion(1 / rate, Double.POSITIVE_INFINITY)
        .ifPresent(line -> lines.add(new Throughput(rate, isPeak, line)));
  }

  void draw(Canvas canvas, Theme theme, Labels labels) {
    if (isPeak) {
      canvas.line(line, theme.text(), PEAK_LINE);
    } else {
      canvas.dashes(line, theme.muted(), 0.75);
    }
    labels.avoid(line);
  }

  /** Writes the rate along the line, where it is free of marks. */
  void name(Canvas canvas, Theme theme, Labels labels) {
    labels.along(
        canvas,
        theme,
        line,
        (isPeak ? "peak " : "") + Numbers.plain(rate) + " GMAC/s",
        Theme.Type.SMALL,
        isPeak ? theme.text() : theme.muted(),
        isPeak ? BELOW : ABOVE);
  }
}
