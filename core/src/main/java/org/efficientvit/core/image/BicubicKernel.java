package org.efficientvit.core.image;

/**
 * The weights with which the samples of a line are added up to those of a resized line.
 *
 * <p>As in Pillow (Resample.c): cubic convolution with a = -0.5, stretched by the scale when the
 * line gets shorter, so that every sample counts; weights are normalised in double precision and
 * then rounded to {@value #FRACTION_BITS} bits after the point.
 */
final class BicubicKernel {

  /** 32 bits, less 8 of a sample and 2 for the sign and for sums above 1. */
  static final int FRACTION_BITS = 22;

  private static final double A = -0.5;
  private static final double REACH = 2;

  private final int length;
  private final double scale;
  private final double stretch;
  private final int taps;
  private final int[] firsts;
  private final int[] weights;

  /**
   * The weights for a part of the resized line.
   *
   * @param length samples of the line
   * @param newLength samples of the resized line
   * @param from first sample of the part
   * @param count samples of the part
   */
  BicubicKernel(int length, int newLength, int from, int count) {
    this.length = length;
    scale = (double) length / newLength;
    stretch = Math.max(scale, 1);
    firsts = new int[count];
    int most = 0;
    for (int i = 0; i < count; i++) {
      most = Math.max(most, end(from + i) - start(from + i));
    }
    taps = most;
    weights = new int[Math.multiplyExact(count, taps)];
    for (int i = 0; i < count; i++) {
      // Near the line's end all taps still lie on it; those too many weigh nothing.
      firsts[i] = Math.min(start(from + i), length - taps);
      weigh(from + i, i * taps + start(from + i) - firsts[i]);
    }
  }

  private double center(int sample) {
    return (sample + 0.5) * scale;
  }

  private int start(int sample) {
    return Math.max((int) (center(sample) - REACH * stretch + 0.5), 0);
  }

  private int end(int sample) {
    return Math.min((int) (center(sample) + REACH * stretch + 0.5), length);
  }

  /** Puts the weights of a sample of the resized line from a place on. */
  private void weigh(int sample, int to) {
    int start = start(sample);
    double perSample = 1 / stretch;
    double[] exact = new double[end(sample) - start];
    double sum = 0;
    for (int i = 0; i < exact.length; i++) {
      exact[i] = cubic((i + start - center(sample) + 0.5) * perSample);
      sum += exact[i];
    }
    for (int i = 0; i < exact.length; i++) {
      double weight = sum == 0 ? exact[i] : exact[i] / sum;
      weights[to + i] = (int) (Math.copySign(0.5, weight) + weight * (1 << FRACTION_BITS));
    }
  }

  private static double cubic(double signed) {
    double x = Math.abs(signed);
    if (x < 1) {
      return ((A + 2) * x - (A + 3)) * x * x + 1;
    }
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
  }

  /** How many samples the part has. */
  int count() {
    return firsts.length;
  }

  /** How many samples of the line count for each sample of the part. */
  int taps() {
    return taps;
  }

  /** The first sample of the line that counts for a sample of the part. */
  int first(int index) {
    return firsts[index];
  }

  /** The sample of the line after the last that counts for a sample of the part. */
  int end() {
    return firsts[firsts.length - 1] + taps;
  }

  /** The weights of all samples of the part, {@link #taps} of each, from the first on. */
  int[] weights() {
    return weights;
  }
}
