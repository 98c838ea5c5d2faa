package org.efficientvit.core.objects.scene;

import org.efficientvit.core.objects.drawing.Studio;

/** Hills, mountains or trees before the sky, paler the farther away. */
final class Ridges {

  private Ridges() {}

  /** What is seen above the ground: one to three ridges before a sky. */
  static Surface before(Sky sky, Studio studio, float horizon) {
    Surface view = sky;
    int count = studio.between(0, 3);
    for (int i = 0; i < count; i++) {
      float haze = 0.75f * (count - 1 - i) / Math.max(1, count) + 0.1f;
      float height = (float) studio.between(0.05, 0.22) * (1 - 0.2f * i);
      view = ridge(view, sky, studio, horizon, height, haze);
    }
    return view;
  }

  private static Surface ridge(
      Surface behind, Sky sky, Studio studio, float horizon, float height, float haze) {
    boolean trees = studio.chance(0.45);
    int base =
        Rgb.mix(
            Rgb.of(
                trees
                    ? studio.colour(0.22, 0.4, 0.3, 0.6, 0.2, 0.45)
                    : studio.colour(0.1, 0.62, 0.1, 0.45, 0.3, 0.6)),
            sky.low(),
            haze);
    float length = (float) (trees ? studio.between(0.5, 1.0) : studio.between(0.12, 0.4));
    float rough = trees ? 0.5f : (float) studio.between(0.0, 0.5);
    float shift = (float) studio.between(0.0, 10.0);
    return (u, v, grain) -> {
      if (v < horizon - height * 2.1f) {
        return behind.at(u, v, grain);
      }
      float line =
          (1 - rough) * Noise.SOFT.at(u * length + shift, shift)
              + rough * Noise.FRACTAL.at(u * length * 1.6f + shift, 0.3f);
      float top = horizon - height * (1 + line);
      if (v < top) {
        return behind.at(u, v, grain);
      }
      float mottle = Noise.FRACTAL.at(u * 0.9f + shift, v * 1.5f);
      float down = Math.min(1, (v - top) / (2 * height));
      return Rgb.times(base, 0.92f + 0.16f * mottle * (1 - haze) + 0.12f * down);
    };
  }
}
