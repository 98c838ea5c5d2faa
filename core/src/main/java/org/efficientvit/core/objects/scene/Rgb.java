package org.efficientvit.core.objects.scene;

import java.awt.Color;

/** Colours as whole numbers 0xFFRRGGBB, for work on every pixel. */
final class Rgb {

  static final int OPAQUE = 0xFF000000;

  private Rgb() {}

  static int of(Color colour) {
    return colour.getRGB() | OPAQUE;
  }

  /** Brighter or darker: each channel times a factor, held within its range. */
  static int times(int rgb, float factor) {
    int scale = Math.max(0, (int) (factor * 256));
    return pack(
        ((rgb >> 16 & 0xFF) * scale) >> 8,
        ((rgb >> 8 & 0xFF) * scale) >> 8,
        ((rgb & 0xFF) * scale) >> 8);
  }

  /**
   * Part of one and part of another.
   *
   * @param share of the second; held within 0 to 1
   */
  static int mix(int first, int second, float share) {
    int t = Math.max(0, Math.min(256, (int) (share * 256)));
    int s = 256 - t;
    int redBlue = ((first & 0xFF00FF) * s + (second & 0xFF00FF) * t) >>> 8 & 0xFF00FF;
    int green = ((first & 0xFF00) * s + (second & 0xFF00) * t) >>> 8 & 0xFF00;
    return OPAQUE | redBlue | green;
  }

  /** The mean of a picture, from some of its pixels. */
  static int mean(int[] picture) {
    long red = 0;
    long green = 0;
    long blue = 0;
    int count = 0;
    for (int i = 0; i < picture.length; i += 61) {
      red += picture[i] >> 16 & 0xFF;
      green += picture[i] >> 8 & 0xFF;
      blue += picture[i] & 0xFF;
      count++;
    }
    return pack((int) (red / count), (int) (green / count), (int) (blue / count));
  }

  /** Channels held within 0 to 255. */
  static int pack(int red, int green, int blue) {
    return OPAQUE | clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
  }

  static int clamp(int channel) {
    return channel < 0 ? 0 : Math.min(channel, 255);
  }
}
