package org.efficientvit.core.image;

/**
 * JPEG's luma and chroma to red, green and blue, in the integers of libjpeg (jdcolor.c): 16 bits
 * after the point, halves rounded up.
 */
final class YccColors {

  private static final int HALF = 1 << 15;
  private static final int[] RED_OF_CR = new int[256];
  private static final int[] GREEN_OF_CR = new int[256];
  private static final int[] GREEN_OF_CB = new int[256];
  private static final int[] BLUE_OF_CB = new int[256];

  static {
    for (int i = 0; i < 256; i++) {
      int chroma = i - 128;
      RED_OF_CR[i] = (fixed(1.40200) * chroma + HALF) >> 16;
      BLUE_OF_CB[i] = (fixed(1.77200) * chroma + HALF) >> 16;
      GREEN_OF_CR[i] = -fixed(0.71414) * chroma;
      GREEN_OF_CB[i] = -fixed(0.34414) * chroma + HALF;
    }
  }

  private YccColors() {}

  /** Turns the first three of each pixel's components to colours, in place. */
  static byte[] toRgb(byte[] components, int perPixel) {
    for (int i = 0; i < components.length; i += perPixel) {
      int luma = components[i] & 0xFF;
      int cb = components[i + 1] & 0xFF;
      int cr = components[i + 2] & 0xFF;
      components[i] = clip(luma + RED_OF_CR[cr]);
      components[i + 1] = clip(luma + ((GREEN_OF_CB[cb] + GREEN_OF_CR[cr]) >> 16));
      components[i + 2] = clip(luma + BLUE_OF_CB[cb]);
    }
    return components;
  }

  static byte[] repeatGrey(byte[] grey) {
    byte[] rgb = new byte[3 * grey.length];
    for (int i = 0; i < grey.length; i++) {
      rgb[3 * i] = grey[i];
      rgb[3 * i + 1] = grey[i];
      rgb[3 * i + 2] = grey[i];
    }
    return rgb;
  }

  private static byte clip(int level) {
    return (byte) Math.max(0, Math.min(255, level));
  }

  private static int fixed(double factor) {
    return (int) (factor * (1 << 16) + 0.5);
  }
}
