package org.efficientvit.core.statistics;

import java.util.List;

/**
 * The mean of a few measurements, such as of trainings with several seeds, with its 95 % interval
 * by Student's t (1908). A bootstrap over so few would promise more than they know: of three it can
 * only draw those three again.
 */
public final class FewMeans {

  private static final double CONFIDENCE = 0.95;
  private static final double LARGEST_T = 1000;
  private static final int HALVINGS = 60;

  private FewMeans() {}

  /**
   * The mean, and where it lies: mean ± t·s/√n, s with n − 1 in the denominator.
   *
   * @param values at least two, of a normal distribution
   * @throws IllegalArgumentException if there are fewer
   */
  public static Estimate mean(List<Double> values) {
    int count = values.size();
    if (count < 2) {
      throw new IllegalArgumentException(count + " values do not say how they vary");
    }
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    double reach = quantile(count - 1) * Math.sqrt(squares / (count - 1) / count);
    return new Estimate(mean, new Interval(mean - reach, mean + reach));
  }

  /** The t within which 95 % of the distribution lie, on both sides together. */
  static double quantile(int degrees) {
    double low = 0;
    double high = LARGEST_T;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (within(middle, degrees) < CONFIDENCE) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /**
   * How likely |T| ≤ t is, a finite sum for whole degrees of freedom (Abramowitz and Stegun, 26.7.3
   * and 26.7.4).
   */
  private static double within(double t, int degrees) {
    double angle = Math.atan(t / Math.sqrt(degrees));
    double cosine = Math.cos(angle);
    boolean isOdd = degrees % 2 == 1;
    double term = isOdd ? cosine : 1;
    double sum = 0;
    for (int power = isOdd ? 1 : 0; power <= degrees - 2; power += 2) {
      sum += term;
      term *= cosine * cosine * (power + 1) / (power + 2);
    }
    double sine = Math.sin(angle);
    return isOdd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
  }
}
