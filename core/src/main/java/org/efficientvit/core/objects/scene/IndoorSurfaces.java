package org.efficientvit.core.objects.scene;

import java.awt.Color;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Studio;

/** What tables, walls and floors are made of. */
final class IndoorSurfaces {

  private IndoorSurfaces() {}

  /** Something for a table or a floor. */
  static Surface forTables(Studio studio) {
    return switch (studio.between(0, 9)) {
      case 0, 1, 2, 3 -> wood(studio);
      case 4, 5, 6 -> cloth(studio);
      case 7 -> Masonry.tiles(studio);
      case 8 -> marble(studio);
      default -> plaster(studio);
    };
  }

  /** Something for a wall. */
  static Surface forWalls(Studio studio) {
    return switch (studio.between(0, 9)) {
      case 0, 1, 2, 3 -> plaster(studio);
      case 4, 5 -> wallpaper(studio);
      case 6 -> Masonry.bricks(studio);
      case 7 -> Masonry.tiles(studio);
      case 8 -> wood(studio);
      default -> marble(studio);
    };
  }

  /** Boards with grain. */
  static Surface wood(Studio studio) {
    int light = Rgb.of(studio.colour(0.05, 0.11, 0.25, 0.6, 0.45, 0.9));
    int dark = Rgb.times(light, (float) studio.between(0.45, 0.75));
    float board = (float) studio.between(0.14, 0.45);
    float length = (float) studio.between(0.8, 2.0);
    float shift = (float) studio.between(0.0, 10.0);
    float rings = (float) studio.between(1.5, 4.0);
    int seed = studio.random().nextInt();
    return (u, v, grain) -> {
      int row = Noise.floor(v / board);
      float offset = Noise.ofCell(row, 0, seed);
      float along = u / length + offset * 7;
      int piece = Noise.floor(along);
      float cell = Noise.ofCell(row, piece, seed);
      float fibre =
          Noise.FRACTAL.at(u * 0.12f + cell * 9 + shift, v * rings * 0.6f + cell * 5)
              + 0.4f * Noise.GRAIN.at(u * 0.02f + shift, v * 1.3f) * fade(grain, 0.012f);
      float inBoard = (v / board - row) * board;
      float inPiece = (along - piece) * length;
      float gap = Math.min(inBoard, inPiece);
      float tone = 0.9f + 0.2f * cell;
      int rgb = Rgb.times(Rgb.mix(dark, light, 0.55f + 0.5f * fibre), tone);
      return gap < 0.005f ? Rgb.times(rgb, 0.55f + 0.3f * Math.min(1, grain * 90)) : rgb;
    };
  }

  /** Woven, in one colour, with stripes or checked; with soft folds. */
  static Surface cloth(Studio studio) {
    Color colour = studio.colour(0, 1, 0.1, 0.7, 0.35, 0.95);
    int first = Rgb.of(colour);
    int second =
        Rgb.of(
            studio.chance(0.6)
                ? Colours.lighter(colour, studio.between(0.45, 0.9))
                : studio.colour(0, 1, 0.1, 0.6, 0.3, 0.95));
    int pattern = studio.between(0, 3);
    float period = (float) studio.between(0.05, 0.2);
    float folds = (float) studio.between(0.02, 0.16);
    float shift = (float) studio.between(0.0, 10.0);
    return (u, v, grain) -> {
      float across = pattern == 0 ? 0 : stripe(u / period, grain / period);
      float along = pattern < 2 ? across : stripe(v / period, grain / period);
      int rgb = Rgb.mix(first, second, (across + along) / 2);
      float fold = Noise.SOFT.at(u * 0.35f + shift, v * 0.5f + shift);
      float thread = Noise.GRAIN.at(u * 0.9f + shift, v * 0.9f) * fade(grain, 0.015f);
      return Rgb.times(rgb, 1 + folds * fold + 0.07f * thread);
    };
  }

  /** Vertical stripes or a fine pattern. */
  static Surface wallpaper(Studio studio) {
    Color colour = studio.colour(0, 1, 0.05, 0.4, 0.5, 0.95);
    int first = Rgb.of(colour);
    int second =
        Rgb.of(
            studio.chance(0.5)
                ? Colours.lighter(colour, studio.between(0.15, 0.5))
                : Colours.darker(colour, studio.between(0.08, 0.3)));
    float period = (float) studio.between(0.06, 0.25);
    boolean dots = studio.chance(0.4);
    float shift = (float) studio.between(0.0, 10.0);
    return (u, v, grain) -> {
      float share;
      if (dots) {
        float x = u / period - Noise.floor(u / period) - 0.5f;
        float row = v / period;
        float y = row - Noise.floor(row) - 0.5f;
        share = x * x + y * y < 0.05f ? 1 : 0;
      } else {
        share = stripe(u / period, grain / period);
      }
      float stain = Noise.FRACTAL.at(u * 0.3f + shift, v * 0.3f + shift);
      return Rgb.times(Rgb.mix(first, second, share), 1 + 0.03f * stain);
    };
  }

  /** Stone with veins or speckles. */
  static Surface marble(Studio studio) {
    Color colour = studio.colour(0, 1, 0.0, 0.15, 0.3, 0.97);
    int base = Rgb.of(colour);
    int vein =
        Rgb.of(
            studio.chance(0.5)
                ? Colours.darker(colour, studio.between(0.25, 0.5))
                : Colours.lighter(colour, studio.between(0.3, 0.6)));
    boolean speckled = studio.chance(0.4);
    float shift = (float) studio.between(0.0, 10.0);
    return (u, v, grain) -> {
      float cloud = Noise.FRACTAL.at(u * 0.35f + shift, v * 0.35f);
      float share;
      if (speckled) {
        float speck = Noise.GRAIN.at(u * 0.5f, v * 0.5f + shift);
        share = speck > 0.35f ? 0.8f * fade(grain, 0.012f) : 0.1f;
      } else {
        float bend = Noise.FRACTAL.at(u * 0.2f + shift, v * 0.2f + 0.3f * cloud + shift);
        share = Math.max(0, 1 - 7 * Math.abs(bend)) * 0.7f;
      }
      return Rgb.times(Rgb.mix(base, vein, share), 1 + 0.07f * cloud);
    };
  }

  /** Paint, paper or plaster: one colour, hardly uneven. */
  static Surface plaster(Studio studio) {
    int base = Rgb.of(studio.colour(0, 1, 0.02, 0.5, 0.4, 0.97));
    float rough = (float) studio.between(0.01, 0.09);
    float shift = (float) studio.between(0.0, 10.0);
    float scale = (float) studio.between(0.2, 0.9);
    return (u, v, grain) -> {
      float cloud = Noise.FRACTAL.at(u * scale + shift, v * scale + shift);
      return Rgb.times(base, 1 + rough * cloud);
    };
  }

  /** 0 and 1 by halves of a period, soft where one pixel covers much of it. */
  private static float stripe(float place, float grain) {
    float phase = place - Noise.floor(place);
    float distance = Math.abs(phase - 0.5f) - 0.25f;
    float soft = Math.max(0.02f, grain);
    float share = Math.max(0, Math.min(1, 0.5f + distance / soft));
    return 0.5f + (share - 0.5f) * fade(grain, 0.8f);
  }

  /** How much is left of a pattern of a certain fineness: 1 near, 0 far away. */
  private static float fade(float grain, float fineness) {
    return Math.max(0, 1 - grain / fineness);
  }
}
