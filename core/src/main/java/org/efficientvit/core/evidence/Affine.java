package org.efficientvit.core.evidence;

import org.efficientvit.core.tensor.Tensor;

/** y = W·x + b. */
final class Affine {

  private final float[] weights;
  private final double[] bias;
  private final int channels;

  private Affine(float[] weights, double[] bias, int channels) {
    this.weights = weights;
    this.bias = bias;
    this.channels = channels;
  }

  /**
   * A linear layer.
   *
   * @param matrix W, (L, C)
   * @param bias b, (L)
   */
  static Affine of(Tensor matrix, Tensor bias) {
    double[] added = new double[bias.elements()];
    for (int i = 0; i < added.length; i++) {
      added[i] = bias.values()[i];
    }
    return new Affine(matrix.values(), added, matrix.shape().dimension(1));
  }

  /** The mean of both answers. */
  Affine average(Affine other) {
    float[] means = new float[weights.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (weights[i] + other.weights[i]) / 2;
    }
    double[] added = new double[bias.length];
    for (int i = 0; i < added.length; i++) {
      added[i] = (bias[i] + other.bias[i]) / 2;
    }
    return new Affine(means, added, channels);
  }

  /** C, how many numbers go in. */
  int channels() {
    return channels;
  }

  /** L, how many come out. */
  int outputs() {
    return bias.length;
  }

  double weight(int output, int channel) {
    return weights[output * channels + channel];
  }

  double bias(int output) {
    return bias[output];
  }
}
