package org.efficientvit.core.attention;

/** Entropy of weights that sum to 1. */
final class Entropy {

  private static final double LN_2 = Math.log(2);

  private Entropy() {}

  /** What one weight adds to the entropy, −p·log₂p; nothing where it is 0. */
  static double bits(double weight) {
    return weight > 0 ? -weight * Math.log(weight) / LN_2 : 0;
  }

  /**
   * The entropy of a row of weights, H = −Σ p·log p / log N: 0 where one token has all, 1 where all
   * have as much, and where there is but one.
   *
   * @param values that hold the row
   * @param start of the row
   * @param tokens N, weights of the row
   */
  static double relative(float[] values, int start, int tokens) {
    if (tokens == 1) {
      return 1;
    }
    double sum = 0;
    for (int i = start; i < start + tokens; i++) {
      sum += bits(values[i]);
    }
    return sum * LN_2 / Math.log(tokens);
  }
}
