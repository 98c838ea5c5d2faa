package org.efficientvit.core.objects.scene;

import java.util.Arrays;

/** Softens pictures: sliding means, twice in each direction, which is nearly Gaussian. */
final class Blur {

  private static final int PASSES = 2;

  /** Two channels are summed in one number, each in 16 bits. */
  private static final int LARGEST_RADIUS = 128;

  /** Every second channel. */
  private static final int ODD = 0xFF00FF;

  private static final int FRACTION = 16;
  private static final int HALF = 1 << (FRACTION - 1);

  private Blur() {}

  /**
   * Softens a square picture in place.
   *
   * @param pixels four channels of 8 bits
   * @param radius of the sliding mean, in pixels; 0 leaves the picture
   */
  static void soften(int[] pixels, int size, int radius) {
    soften(pixels, size, size, radius);
  }

  /** Softens the first rows as if there were no others. */
  private static void soften(int[] pixels, int size, int rows, int radius) {
    int reach = Math.min(Math.min(radius, LARGEST_RADIUS - 1), Math.min(size, rows) / 2 - 1);
    if (reach <= 0) {
      return;
    }
    int[] sums = new int[2 * size];
    int[] other = new int[size * rows];
    for (int pass = 0; pass < PASSES; pass++) {
      alongRows(pixels, other, size, reach);
      alongColumns(other, pixels, sums, size, reach);
    }
  }

  private static void alongRows(int[] from, int[] to, int size, int reach) {
    int inverse = (1 << FRACTION) / (2 * reach + 1);
    for (int row = 0; row < to.length; row += size) {
      int redBlue = (reach + 1) * (from[row] & ODD);
      int alphaGreen = (reach + 1) * ((from[row] >>> 8) & ODD);
      for (int x = 1; x <= reach; x++) {
        redBlue += from[row + x] & ODD;
        alphaGreen += (from[row + x] >>> 8) & ODD;
      }
      for (int x = 0; x < size; x++) {
        to[row + x] = mean(redBlue, inverse) | mean(alphaGreen, inverse) << 8;
        int enters = from[row + Math.min(x + reach + 1, size - 1)];
        int leaves = from[row + Math.max(x - reach, 0)];
        redBlue += (enters & ODD) - (leaves & ODD);
        alphaGreen += ((enters >>> 8) & ODD) - ((leaves >>> 8) & ODD);
      }
    }
  }

  /** Goes down all columns at once, row by row, which the compiler turns into wide instructions. */
  private static void alongColumns(int[] from, int[] to, int[] sums, int size, int reach) {
    int inverse = (1 << FRACTION) / (2 * reach + 1);
    int rows = from.length / size;
    for (int x = 0; x < size; x++) {
      sums[x] = (reach + 1) * (from[x] & ODD);
      sums[size + x] = (reach + 1) * ((from[x] >>> 8) & ODD);
      for (int y = 1; y <= reach; y++) {
        sums[x] += from[y * size + x] & ODD;
        sums[size + x] += (from[y * size + x] >>> 8) & ODD;
      }
    }
    for (int y = 0; y < rows; y++) {
      int enters = Math.min(y + reach + 1, rows - 1) * size;
      int leaves = Math.max(y - reach, 0) * size;
      int row = y * size;
      for (int x = 0; x < size; x++) {
        int redBlue = sums[x];
        int alphaGreen = sums[size + x];
        to[row + x] = mean(redBlue, inverse) | mean(alphaGreen, inverse) << 8;
        int in = from[enters + x];
        int out = from[leaves + x];
        sums[x] = redBlue + (in & ODD) - (out & ODD);
        sums[size + x] = alphaGreen + ((in >>> 8) & ODD) - ((out >>> 8) & ODD);
      }
    }
  }

  /** Two sums of 16 bits as two means of 8 bits, 16 bits apart. */
  private static int mean(int sums, int inverse) {
    int high = ((sums >>> 16) * inverse + HALF) >>> FRACTION;
    int low = ((sums & 0xFFFF) * inverse + HALF) >>> FRACTION;
    return high << 16 | low;
  }

  /**
   * Softens what is far: wholly at and above the horizon, not at all from a row on.
   *
   * @param sharp the first sharp row, in sides
   */
  static void softenFar(int[] pixels, int size, int radius, double horizon, double sharp) {
    if (radius <= 0) {
      return;
    }
    int end = Math.min(size, (int) (sharp * size));
    int rows = Math.min(size, end + 2 * radius);
    int[] soft = Arrays.copyOf(pixels, rows * size);
    soften(soft, size, rows, radius);
    for (int y = 0; y < end; y++) {
      double near = ((y + 0.5) / size - horizon) / (sharp - horizon);
      float share = (float) (1 - Math.max(0, near));
      for (int i = y * size; i < (y + 1) * size; i++) {
        pixels[i] = Rgb.mix(pixels[i], soft[i], share);
      }
    }
  }
}
