package org.efficientvit.core.objects.scene;

import java.awt.Color;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Studio;

/** Surfaces of equal pieces with joints between them. */
final class Masonry {

  private Masonry() {}

  /** Squares with joints, plain or in two colours by turns. */
  static Surface tiles(Studio studio) {
    Color colour = studio.colour(0, 1, 0.02, 0.45, 0.45, 0.95);
    int first = Rgb.of(colour);
    int second =
        studio.chance(0.35) ? Rgb.of(Colours.darker(colour, studio.between(0.2, 0.6))) : first;
    int joint = Rgb.of(studio.colour(0.08, 0.14, 0, 0.15, 0.4, 0.85));
    float side = (float) studio.between(0.1, 0.3);
    float width = (float) studio.between(0.015, 0.035);
    int seed = studio.random().nextInt();
    return (u, v, grain) -> {
      float x = u / side;
      float y = v / side;
      int column = Noise.floor(x);
      int row = Noise.floor(y);
      float edge = edge(x - column, y - row);
      if (edge < width) {
        return joint;
      }
      float tone = 0.95f + 0.08f * Noise.ofCell(column, row, seed);
      float glaze = Noise.FRACTAL.at(u * 0.4f + tone * 30, v * 0.4f);
      int rgb = ((column + row) & 1) == 0 ? first : second;
      return Rgb.times(rgb, tone + 0.04f * glaze + (edge < width * 2.2f ? 0.06f : 0));
    };
  }

  /** Courses of bricks in mortar. */
  static Surface bricks(Studio studio) {
    int brick = Rgb.of(studio.colour(0.0, 0.07, 0.25, 0.6, 0.4, 0.75));
    int mortar = Rgb.of(studio.colour(0.06, 0.14, 0.02, 0.15, 0.55, 0.85));
    float height = (float) studio.between(0.045, 0.09);
    int seed = studio.random().nextInt();
    return (u, v, grain) -> {
      float y = v / height;
      int row = Noise.floor(y);
      float x = u / (height * 2.6f) + ((row & 1) == 0 ? 0 : 0.5f);
      int column = Noise.floor(x);
      float rough = Noise.FRACTAL.at(u * 0.8f, v * 0.8f);
      boolean joint = Math.min(y - row, (x - column) * 2.6f) < 0.13f + 0.05f * rough;
      float tone = 0.8f + 0.35f * Noise.ofCell(column, row, seed);
      return Rgb.times(joint ? mortar : brick, (joint ? 1 : tone) + 0.14f * rough);
    };
  }

  private static float edge(float x, float y) {
    return Math.min(Math.min(x, 1 - x), Math.min(y, 1 - y));
  }
}
