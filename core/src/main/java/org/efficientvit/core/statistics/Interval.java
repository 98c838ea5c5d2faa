package org.efficientvit.core.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Where a number lies with 95 % confidence.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {

  /** Of the normal distribution, 97.5 % lie below. */
  private static final double Z = 1.959963984540054;

  private static final int RESAMPLES = 2000;
  private static final double TAIL = 0.025;

  /**
   * Wilson's score interval of a share, which stays between 0 and 1 and is honest for few trials.
   *
   * @throws IllegalArgumentException if there were no trials, or more successes than trials
   */
  public static Interval wilson(int successes, int trials) {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
    }
    double share = (double) successes / trials;
    double square = Z * Z / trials;
    double centre = (share + square / 2) / (1 + square);
    double reach =
        Z * Math.sqrt(share * (1 - share) / trials + square / (4 * trials)) / (1 + square);
    return new Interval(
        successes == 0 ? 0 : centre - reach, successes == trials ? 1 : centre + reach);
  }

  /**
   * The percentile bootstrap's interval of a mean, the same for the same values.
   *
   * @throws IllegalArgumentException if there are no values
   */
  public static Interval ofMean(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    SplittableRandom random = new SplittableRandom(0);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int j = 0; j < values.length; j++) {
        sum += values[random.nextInt(values.length)];
      }
      means[i] = sum / values.length;
    }
    Arrays.sort(means);
    int below = (int) (TAIL * RESAMPLES);
    return new Interval(means[below], means[RESAMPLES - 1 - below]);
  }
}
