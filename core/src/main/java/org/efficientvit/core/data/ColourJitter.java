package org.efficientvit.core.data;

import java.util.random.RandomGenerator;

/**
 * Random changes of light and colour, as torchvision's ColorJitter makes them, in random order.
 *
 * <p>Each draws a factor from 1 − strength (at least 0) to 1 + strength; 1 changes nothing. A
 * picture's levels are mixed, with this share of their own, with black (brightness), with the mean
 * of its greys (contrast) or with the pixel's own grey (saturation), and clipped to 0 and 1.
 *
 * @param brightness strength, at least 0
 * @param contrast strength, at least 0
 * @param saturation strength, at least 0
 */
public record ColourJitter(double brightness, double contrast, double saturation) {

  private static final float RED = 0.2989f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;
  private static final int CHANGES = 3;
  private static final int CHANNELS = 3;

  /**
   * Checks the strengths.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public ColourJitter {
    if (!(brightness >= 0 && contrast >= 0 && saturation >= 0)) {
      throw new IllegalArgumentException(
          "no jitter of %s, %s and %s".formatted(brightness, contrast, saturation));
    }
  }

  /** No change. */
  public static ColourJitter none() {
    return new ColourJitter(0, 0, 0);
  }

  /**
   * Changes a picture in place.
   *
   * @param levels holds (3, H, W) from the offset on, 0 to 1
   * @param plane H·W
   */
  void apply(float[] levels, int offset, int plane, RandomGenerator random) {
    if (equals(none())) {
      return;
    }
    for (int change : Randomness.permutation(CHANGES, random)) {
      switch (change) {
        case 0 -> scale(levels, offset, CHANNELS * plane, factor(brightness, random), 0);
        case 1 -> {
          float factor = factor(contrast, random);
          float grey = (1 - factor) * meanGrey(levels, offset, plane);
          scale(levels, offset, CHANNELS * plane, factor, grey);
        }
        default -> saturate(levels, offset, plane, factor(saturation, random));
      }
    }
  }

  private static float factor(double strength, RandomGenerator random) {
    double least = Math.max(0, 1 - strength);
    return (float) (least + (1 + strength - least) * random.nextDouble());
  }

  private static void scale(float[] levels, int offset, int count, float factor, float added) {
    for (int i = offset; i < offset + count; i++) {
      levels[i] = clipped(factor * levels[i] + added);
    }
  }

  private static float meanGrey(float[] levels, int offset, int plane) {
    double sum = 0;
    for (int i = 0; i < plane; i++) {
      sum += grey(levels, offset + i, plane);
    }
    return (float) (sum / plane);
  }

  private static void saturate(float[] levels, int offset, int plane, float factor) {
    for (int i = offset; i < offset + plane; i++) {
      float added = (1 - factor) * grey(levels, i, plane);
      levels[i] = clipped(factor * levels[i] + added);
      levels[i + plane] = clipped(factor * levels[i + plane] + added);
      levels[i + 2 * plane] = clipped(factor * levels[i + 2 * plane] + added);
    }
  }

  private static float grey(float[] levels, int pixel, int plane) {
    return RED * levels[pixel] + GREEN * levels[pixel + plane] + BLUE * levels[pixel + 2 * plane];
  }

  private static float clipped(float level) {
    return Math.min(1, Math.max(0, level));
  }
}
