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

  /** Turns pixels of three components to colours, in place. */
  static byte[] toRgb(byte[] components) {
    for (int i = 0; i + 2 < components.length; i += 3) {
      toRgb(components, i);
    }
    return components;
  }

  /** Turns the first three of each pixel's four components to colours, in place. */
  static byte[] toRgbOfFour(byte[] components) {
    for (int i = 0; i + 3 < components.length; i += 4) {
      toRgb(components, i);
    }
    return components;
  }

  private static void toRgb(byte[] components, int pixel) {
    int luma = components[pixel] & 0xFF;
    int cb = components[pixel + 1] & 0xFF;
    int cr = components[pixel + 2] & 0xFF;
    components[pixel] = clip(luma + RED_OF_CR[cr]);
    components[pixel + 1] = clip(luma + ((GREEN_OF_CB[cb] + GREEN_OF_CR[cr]) >> 16));
    components[pixel + 2] = clip(luma + BLUE_OF_CB[cb]);
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

  /** Few levels are out of range, so that asking is quicker than taking a minimum and a maximum. */
  private static byte clip(int level) {
    return (byte) ((level & ~0xFF) == 0 ? level : ~level >> 31);
  }

  private static int fixed(double factor) {
    return (int) (factor * (1 << 16) + 0.5);
  }
}
