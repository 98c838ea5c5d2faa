package org.efficientvit.core.cost;

import java.util.Arrays;

/**
 * The median of measurements and how sure it is.
 *
 * @param value the number that as many measurements are below as above
 * @param low lower end of the interval that holds the true median with 95 % confidence
 * @param high upper end of that interval
 */
public record Median(double value, double low, double high) {

  /** Of the normal distribution, 97.5 % lie below. */
  private static final double Z = 1.959963984540054;

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if the median lies outside the interval
   */
  public Median {
    if (!(low <= value) || !(value <= high)) {
      throw new IllegalArgumentException("%s, %s, %s".formatted(low, value, high));
    }
  }

  /**
   * The median of measurements, and between which of them, in order of size, the true one lies: so
   * many of n lie below it as heads fall in n throws of a coin.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Median of(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no measurements");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int count = sorted.length;
    double median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    int below = (int) Math.floor((count - 1 - Z * Math.sqrt(count)) / 2);
    int first = Math.max(0, below);
    return new Median(median, sorted[first], sorted[count - 1 - first]);
  }
}
