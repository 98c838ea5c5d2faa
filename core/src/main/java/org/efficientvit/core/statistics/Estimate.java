package org.efficientvit.core.statistics;

import static java.util.Objects.requireNonNull;

/**
 * A figure and where it lies with 95 % confidence.
 *
 * @param value the figure
 * @param interval round it
 */
public record Estimate(double value, Interval interval) {

  public Estimate {
    requireNonNull(interval, "interval is null");
  }

  public double low() {
    return interval.low();
  }

  public double high() {
    return interval.high();
  }

  /** Whether it is apart from another: their intervals have no number in common. */
  public boolean isApartFrom(Estimate other) {
    return high() < other.low() || other.high() < low();
  }

  /** The same in another unit. */
  public Estimate times(double factor) {
    return factor >= 0
        ? new Estimate(factor * value, new Interval(factor * low(), factor * high()))
        : new Estimate(factor * value, new Interval(factor * high(), factor * low()));
  }

  /** A constant over this figure, which is positive: images over seconds, from seconds. */
  public Estimate under(double constant) {
    return new Estimate(constant / value, new Interval(constant / high(), constant / low()));
  }
}
