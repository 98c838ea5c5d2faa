package org.efficientvit.core.objects.scene;

/** Softens pictures: sliding means, twice in each direction, which is nearly Gaussian. */
final class Blur {

  private static final int PASSES = 2;

  /** Two channels are summed in one number, each in 16 bits. */
  private static final int LARGEST_RADIUS = 128;

  private Blur() {}

  /**
   * Softens a square picture in place.
   *
   * @param pixels four channels of 8 bits
   * @param radius of the sliding mean, in pixels; 0 leaves the picture
   */
  static void soften(int[] pixels, int size, int radius) {
    int reach = Math.min(Math.min(radius, LARGEST_RADIUS - 1), size / 2 - 1);
    if (reach <= 0) {
      return;
    }
    int[] other = new int[pixels.length];
    for (int pass = 0; pass < PASSES; pass++) {
      alongRowsTransposed(pixels, other, size, reach);
      alongRowsTransposed(other, pixels, size, reach);
    }
  }

  /** Writes each row as a column, so that two calls soften both directions. */
  private static void alongRowsTransposed(int[] from, int[] to, int size, int reach) {
    int window = 2 * reach + 1;
    int inverse = (1 << 16) / window;
    int half = 1 << 15;
    for (int y = 0; y < size; y++) {
      int row = y * size;
      int redBlue = (reach + 1) * (from[row] & 0xFF00FF);
      int alphaGreen = (reach + 1) * (from[row] >>> 8 & 0xFF00FF);
      for (int x = 1; x <= reach; x++) {
        redBlue += from[row + x] & 0xFF00FF;
        alphaGreen += from[row + x] >>> 8 & 0xFF00FF;
      }
      for (int x = 0; x < size; x++) {
        int alpha = ((alphaGreen >>> 16) * inverse + half) >>> 16;
        int red = ((redBlue >>> 16) * inverse + half) >>> 16;
        int green = ((alphaGreen & 0xFFFF) * inverse + half) >>> 16;
        int blue = ((redBlue & 0xFFFF) * inverse + half) >>> 16;
        to[x * size + y] = alpha << 24 | red << 16 | green << 8 | blue;
        int enters = from[row + Math.min(x + reach + 1, size - 1)];
        int leaves = from[row + Math.max(x - reach, 0)];
        redBlue += (enters & 0xFF00FF) - (leaves & 0xFF00FF);
        alphaGreen += (enters >>> 8 & 0xFF00FF) - (leaves >>> 8 & 0xFF00FF);
      }
    }
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
    int[] soft = pixels.clone();
    soften(soft, size, radius);
    int end = Math.min(size, (int) (sharp * size));
    for (int y = 0; y < end; y++) {
      double near = ((y + 0.5) / size - horizon) / (sharp - horizon);
      float share = (float) (1 - Math.max(0, near));
      for (int i = y * size; i < (y + 1) * size; i++) {
        pixels[i] = Rgb.mix(pixels[i], soft[i], share);
      }
    }
  }
}
