package org.efficientvit.core.data;

import java.util.random.RandomGenerator;

/**
 * Draws from Beta(α, α) as X/(X + Y) with X and Y from Gamma(α).
 *
 * <p>Gamma by Marsaglia and Tsang, "A simple method for generating gamma variables", 2000; below 1
 * by their remark that Gamma(α) is Gamma(α + 1) times U^(1/α).
 */
final class BetaDistribution {

  private BetaDistribution() {}

  /** One draw, 0 to 1. */
  static double symmetric(double alpha, RandomGenerator random) {
    double x = logGamma(alpha, random);
    double y = logGamma(alpha, random);
    // In logarithms, since a small alpha gives numbers too small for a double.
    return 1 / (1 + Math.exp(y - x));
  }

  /** The logarithm of a draw from Gamma(α). */
  private static double logGamma(double alpha, RandomGenerator random) {
    if (alpha < 1) {
      return logGamma(alpha + 1, random) + Math.log(1 - random.nextDouble()) / alpha;
    }
    double d = alpha - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double normal = random.nextGaussian();
      double root = 1 + c * normal;
      double v = root * root * root;
      double logUniform = Math.log(1 - random.nextDouble());
      if (v > 0 && logUniform < normal * normal / 2 + d * (1 - v + Math.log(v))) {
        return Math.log(d * v);
      }
    }
  }
}
