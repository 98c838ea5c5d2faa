package org.efficientvit.core.objects.scene;

import java.awt.Color;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * The sky with or without clouds.
 *
 * @param high its colour at the top of the picture
 * @param low its colour at the horizon
 * @param cloud what clouds are lit with
 * @param horizon in sides from the top
 * @param cover 0 clear to 1 overcast
 * @param shift which clouds
 */
record Sky(int high, int low, int cloud, float horizon, float cover, float shift)
    implements Surface {

  static Sky of(Studio studio, float horizon) {
    Color high;
    Color low;
    Color cloud = studio.colour(0.5, 0.65, 0.0, 0.06, 0.9, 1.0);
    double kind = studio.between(0.0, 1.0);
    if (kind < 0.6) {
      high = studio.colour(0.54, 0.63, 0.35, 0.75, 0.55, 0.92);
      low = studio.colour(0.5, 0.6, 0.08, 0.3, 0.85, 1.0);
    } else if (kind < 0.8) {
      high = studio.colour(0.58, 0.85, 0.2, 0.55, 0.35, 0.75);
      low = studio.colour(0.03, 0.13, 0.3, 0.65, 0.85, 1.0);
      cloud = studio.colour(0.0, 0.1, 0.15, 0.45, 0.75, 1.0);
    } else {
      high = studio.colour(0.55, 0.65, 0.03, 0.15, 0.5, 0.8);
      low = studio.colour(0.5, 0.65, 0.0, 0.08, 0.75, 0.95);
    }
    return new Sky(
        Rgb.of(high),
        Rgb.of(low),
        Rgb.of(cloud),
        Math.max(horizon, 0.2f),
        (float) studio.between(-0.5, 0.5),
        (float) studio.between(0.0, 10.0));
  }

  @Override
  public int at(float u, float v, float grain) {
    float height = Math.max(0, 1 - v / horizon);
    int rgb = Rgb.mix(low, high, (float) Math.sqrt(height));
    // Clouds are flatter the nearer the horizon.
    float far = 0.35f + height;
    float mass = Noise.FRACTAL.at(u * 0.35f / far + shift, shift - 0.4f / far);
    float edge = Noise.FRACTAL.at(u * 0.8f, v * 1.4f + shift);
    float density = Math.max(0, Math.min(1, (mass + 0.35f * edge + cover) * 1.6f));
    float shade = 0.93f + 0.1f * edge;
    return density == 0 ? rgb : Rgb.mix(rgb, Rgb.times(cloud, shade), 0.85f * density);
  }
}
