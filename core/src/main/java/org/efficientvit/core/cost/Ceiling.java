package org.efficientvit.core.cost;

import java.util.Arrays;

/**
 * The best that was reached of a rate, or of a time, over repetitions, and how they spread.
 *
 * <p>The ceiling is the value that one repetition in twenty surpasses: what the machine reaches
 * when nothing disturbs it, without resting on a single lucky reading.
 *
 * @param best the 95th percentile of a rate, the 5th of a time
 * @param low lower quartile
 * @param high upper quartile
 * @param repetitions how many there were
 */
public record Ceiling(double best, double low, double high, int repetitions) {

  private static final double SURPASSED = 0.05;
  private static final double QUARTER = 0.25;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is not positive and finite, or the quartiles are in the
   *     wrong order
   */
  public Ceiling {
    if (!(best > 0) || !(low > 0) || !(low <= high) || !Double.isFinite(best + high)) {
      throw new IllegalArgumentException("best %s, quartiles %s, %s".formatted(best, low, high));
    }
  }

  /** The largest of rates that is no accident. */
  public static Ceiling ofRates(double[] rates) {
    double[] sorted = sorted(rates);
    return of(quantile(sorted, 1 - SURPASSED), sorted);
  }

  /** The smallest of times that is no accident. */
  public static Ceiling ofTimes(double[] times) {
    double[] sorted = sorted(times);
    return of(quantile(sorted, SURPASSED), sorted);
  }

  private static double[] sorted(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no repetitions");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static Ceiling of(double best, double[] sorted) {
    return new Ceiling(
        best, quantile(sorted, QUARTER), quantile(sorted, 1 - QUARTER), sorted.length);
  }

  /** The value that stands at a share of the way through sorted ones, the nearest. */
  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
