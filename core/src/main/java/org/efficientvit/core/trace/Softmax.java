package org.efficientvit.core.trace;

/** Softmax of a row of numbers, in double precision. */
final class Softmax {

  private Softmax() {}

  static float[] of(float[] scores) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp(score - largest);
    }
    float[] shares = new float[scores.length];
    for (int i = 0; i < scores.length; i++) {
      shares[i] = (float) (Math.exp(scores[i] - largest) / sum);
    }
    return shares;
  }
}
