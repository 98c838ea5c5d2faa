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

  private final int[] firsts;
  private final int[][] weights;

  /**
   * The weights for a part of the resized line.
   *
   * @param length samples of the line
   * @param newLength samples of the resized line
   * @param from first sample of the part
   * @param count samples of the part
   */
  BicubicKernel(int length, int newLength, int from, int count) {
    double scale = (double) length / newLength;
    double stretch = Math.max(scale, 1);
    double support = REACH * stretch;
    firsts = new int[count];
    weights = new int[count][];
    for (int i = 0; i < count; i++) {
      double center = (from + i + 0.5) * scale;
      int first = Math.max((int) (center - support + 0.5), 0);
      int last = Math.min((int) (center + support + 0.5), length);
      firsts[i] = first;
      weights[i] = weights(first, last - first, center, 1 / stretch);
    }
  }

  private static int[] weights(int first, int count, double center, double perSample) {
    double[] exact = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      exact[i] = cubic((i + first - center + 0.5) * perSample);
      sum += exact[i];
    }
    int[] fixed = new int[count];
    for (int i = 0; i < count; i++) {
      double weight = sum == 0 ? exact[i] : exact[i] / sum;
      fixed[i] = (int) (Math.copySign(0.5, weight) + weight * (1 << FRACTION_BITS));
    }
    return fixed;
  }

  private static double cubic(double signed) {
    double x = Math.abs(signed);
    if (x < 1) {
      return ((A + 2) * x - (A + 3)) * x * x + 1;
    }
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
  }

  int count() {
    return firsts.length;
  }

  /** The first sample of the line that counts for a sample of the part. */
  int first(int index) {
    return firsts[index];
  }

  /** The sample of the line after the last that counts for a sample of the part. */
  int end(int index) {
    return firsts[index] + weights[index].length;
  }

  /** The weights of the samples from {@link #first}. */
  int[] weights(int index) {
    return weights[index];
  }
}
