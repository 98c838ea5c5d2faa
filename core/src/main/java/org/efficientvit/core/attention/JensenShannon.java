package org.efficientvit.core.attention;

/**
 * The Jensen–Shannon divergence between the weights of two heads, mean over queries, in bits (Lin,
 * 1991): H((p+q)/2) − (H(p)+H(q))/2, 0 to 1.
 */
final class JensenShannon {

  private final HeadVectors first;
  private final HeadVectors second;
  private final int tokens;

  /**
   * Between the heads of a block on one picture and on another, or on the same.
   *
   * @param tokens N, weights of each query
   */
  JensenShannon(HeadVectors first, HeadVectors second, int tokens) {
    this.first = first;
    this.second = second;
    this.tokens = tokens;
  }

  /** Between a head on the one picture and a head on the other. */
  double of(int head, int other) {
    float[] p = first.vector(head);
    float[] q = second.vector(other);
    // Entropies add up over queries, and so do the divergences: their sum is taken at once.
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      double mean = ((double) p[i] + q[i]) / 2;
      sum += Entropy.bits(mean) - (Entropy.bits(p[i]) + Entropy.bits(q[i])) / 2;
    }
    int queries = p.length / tokens;
    // Rounding may leave less than nothing.
    return Math.max(0, sum / queries);
  }
}
