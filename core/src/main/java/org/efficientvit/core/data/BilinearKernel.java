package org.efficientvit.core.data;

/**
 * The weights with which the samples of a line are added up to those of a resized line.
 *
 * <p>A triangle that reaches one sample to each side, stretched by the scale when the line gets
 * shorter, so that every sample counts; cut off at the line's ends and normalised, as Pillow and
 * torchvision (antialias) do.
 */
final class BilinearKernel {

  private final int[] firsts;
  private final float[][] weights;

  BilinearKernel(int length, int newLength) {
    double scale = (double) length / newLength;
    double stretch = Math.max(scale, 1);
    firsts = new int[newLength];
    weights = new float[newLength][];
    for (int i = 0; i < newLength; i++) {
      double centre = (i + 0.5) * scale;
      int first = Math.max((int) (centre - stretch + 0.5), 0);
      int end = Math.min((int) (centre + stretch + 0.5), length);
      firsts[i] = first;
      weights[i] = weights(first, end - first, centre, stretch);
    }
  }

  private static float[] weights(int first, int count, double centre, double stretch) {
    double[] exact = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      exact[i] = Math.max(0, 1 - Math.abs(first + i + 0.5 - centre) / stretch);
      sum += exact[i];
    }
    float[] shares = new float[count];
    for (int i = 0; i < count; i++) {
      shares[i] = (float) (exact[i] / sum);
    }
    return shares;
  }

  int count() {
    return firsts.length;
  }

  /** The first sample of the line that counts for a sample of the resized one. */
  int first(int index) {
    return firsts[index];
  }

  /** The weights of the samples from {@link #first}. */
  float[] weights(int index) {
    return weights[index];
  }
}
