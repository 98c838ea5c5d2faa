package org.efficientvit.core.objects.scene;

import org.efficientvit.core.objects.drawing.Studio;

/**
 * What keeps a drawn object from looking flat: an uneven skin, a darker side away from the light,
 * and on water a mirror image.
 */
final class Finish {

  private final float rough;
  private final float scale;
  private final float shift;
  private final float slope;
  private final float lightX;
  private final float lightY;
  private final float mirror;
  private final float ambient;

  Finish(Studio studio) {
    rough = (float) studio.between(0.03, 0.14);
    scale = (float) studio.between(0.5, 2.2);
    shift = (float) studio.between(0.0, 10.0);
    slope = (float) studio.between(0.05, 0.4);
    lightX = (float) studio.lightX();
    lightY = (float) studio.lightY();
    mirror = (float) studio.between(0.25, 0.5);
    ambient = (float) studio.between(0.02, 0.13);
  }

  /**
   * Works on all pixels of a layer with one object.
   *
   * @param around the colour of the scene, which everything in it takes on a little
   */
  void apply(Layer layer, Actor actor, int around) {
    int size = layer.size();
    int[] pixels = layer.pixels();
    float step = 1f / size;
    float x0 = (float) actor.bounds().getCenterX();
    float y0 = (float) actor.bounds().getCenterY();
    int left = Math.max(0, (int) (actor.bounds().getMinX() * size) - 2);
    int right = Math.min(size, (int) (actor.bounds().getMaxX() * size) + 2);
    int top = Math.max(0, (int) (actor.bounds().getMinY() * size) - 2);
    int bottom = Math.min(size, (int) (actor.bounds().getMaxY() * size) + 2);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int pixel = pixels[y * size + x];
        if (pixel >>> 24 > 0) {
          float u = x * step;
          float v = y * step;
          float skin = Noise.FRACTAL.at(u * scale + shift, v * scale);
          float towards = (u - x0) * lightX + (v - y0) * lightY;
          pixels[y * size + x] = tinted(pixel, rough * skin + slope * towards, around);
        }
      }
    }
  }

  /** Brighter or darker by a share, and a little of another colour; no brighter than opaque. */
  private int tinted(int pixel, float brighter, int around) {
    int alpha = pixel >>> 24;
    int factor = (int) (256 * (1 - ambient + brighter));
    int tint = (int) (ambient * alpha);
    int red = ((pixel >> 16) & 0xFF) * factor + ((around >> 16) & 0xFF) * tint;
    int green = ((pixel >> 8) & 0xFF) * factor + ((around >> 8) & 0xFF) * tint;
    int blue = (pixel & 0xFF) * factor + (around & 0xFF) * tint;
    return alpha << 24
        | Math.min(alpha, red >> 8) << 16
        | Math.min(alpha, green >> 8) << 8
        | Math.min(alpha, blue >> 8);
  }

  /** Paints what the water below an object shows of it. */
  void reflect(Layer layer, Actor actor, int[] picture) {
    int size = layer.size();
    int[] pixels = layer.pixels();
    int line = (int) ((actor.bounds().getMaxY() - 0.015) * size);
    for (int y = Math.max(0, line); y < size; y++) {
      int from = 2 * line - y;
      if (from < 0) {
        return;
      }
      float below = (float) (y - line) / size;
      float opacity = mirror * Math.max(0, 1 - below / 0.4f);
      float wave = Noise.FRACTAL.at(shift, (float) y / size * 2.5f) * (0.01f + 0.05f * below);
      int sideways = Math.round(wave * size);
      for (int x = 0; x < size; x++) {
        int column = x + sideways;
        int pixel = column < 0 || column >= size ? 0 : pixels[from * size + column];
        if (pixel >>> 24 > 200) {
          picture[y * size + x] = Rgb.mix(picture[y * size + x], pixel, opacity);
        }
      }
    }
  }
}
