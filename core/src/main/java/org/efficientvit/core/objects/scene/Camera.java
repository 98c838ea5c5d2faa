package org.efficientvit.core.objects.scene;

import org.efficientvit.core.objects.drawing.Studio;

/** What a camera does to a scene: exposure, contrast, white balance, vignette, blur and noise. */
final class Camera {

  private static final int LEVELS = 256;

  /** Brightness is reckoned in sixteenths of a level, so that noise is not rounded away. */
  private static final int FINER = 4;

  private static final int STEPS = 255 << FINER;
  private static final int HALF = 1 << (FINER - 1);
  private static final int SHIFT = 12;

  private final int[] red;
  private final int[] green;
  private final int[] blue;
  private final float vignette;
  private final float luminanceNoise;
  private final float colourNoise;
  private final int shift;
  private final float towardsX;
  private final float towardsY;
  private final double focus;

  Camera(Studio studio) {
    double exposure = studio.between(0.88, 1.25);
    double contrast = studio.between(0.85, 1.25);
    double gamma = studio.between(0.88, 1.15);
    double warmth = studio.between(-0.09, 0.11);
    double tint = studio.between(-0.03, 0.03);
    red = curve(exposure * (1 + warmth), contrast, gamma);
    green = curve(exposure * (1 + tint), contrast, gamma);
    blue = curve(exposure * (1 - warmth), contrast, gamma);
    vignette = (float) (studio.chance(0.6) ? studio.between(0.05, 0.45) : 0);
    luminanceNoise = (float) (studio.chance(0.7) ? studio.between(1.0, 9.0) * (1 << FINER) : 0);
    colourNoise = luminanceNoise * (float) studio.between(0.1, 0.6);
    shift = studio.between(0, 65_535);
    double lit = studio.between(0.0, 0.4);
    towardsX = (float) (studio.lightX() * lit);
    towardsY = (float) (studio.lightY() * lit);
    focus = studio.chance(0.3) ? studio.between(0.002, 0.006) : 0;
  }

  private static int[] curve(double gain, double contrast, double gamma) {
    int[] curve = new int[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      double value = StrictMath.pow(i / 255.0, gamma) * gain;
      curve[i] =
          Math.max(
              0, Math.min(STEPS, (int) Math.round(STEPS * (0.48 + (value - 0.48) * contrast))));
    }
    return curve;
  }

  /**
   * Takes the picture.
   *
   * @param pixels 0xFFRRGGBB; changed
   * @return red, green and blue of each pixel, row by row
   */
  byte[] develop(int[] pixels, int size) {
    Blur.soften(pixels, size, (int) Math.round(focus * size));
    byte[] rgb = new byte[3 * size * size];
    float[] fallX = fall(size, 0.5f + towardsX);
    float[] fallY = fall(size, 0.5f + towardsY);
    int at = 0;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int pixel = pixels[y * size + x];
        int light = (int) ((1 - fallX[x] - fallY[y]) * (1 << SHIFT));
        int place = shift + x + (y + (x >> 8) * 57) * 311;
        int noise = (int) (luminanceNoise * Noise.GRAIN.texel(place, y + (x >> 8))) + HALF;
        int hue = (int) (colourNoise * Noise.GRAIN.texel(place + 91, y + 57));
        rgb[at] = level(((red[(pixel >> 16) & 0xFF] * light) >> SHIFT) + noise + hue);
        rgb[at + 1] = level(((green[(pixel >> 8) & 0xFF] * light) >> SHIFT) + noise);
        rgb[at + 2] = level(((blue[pixel & 0xFF] * light) >> SHIFT) + noise - hue);
        at += 3;
      }
    }
    return rgb;
  }

  /** How much less light there is, by the distance from where there is most. */
  private float[] fall(int size, float brightest) {
    float[] fall = new float[size];
    for (int i = 0; i < size; i++) {
      float distance = (i + 0.5f) / size - brightest;
      fall[i] = Math.min(0.45f, vignette * 2 * distance * distance);
    }
    return fall;
  }

  private static byte level(int value) {
    return (byte) Rgb.clamp(value >> FINER);
  }
}
