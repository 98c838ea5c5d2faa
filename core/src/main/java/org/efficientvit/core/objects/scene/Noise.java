package org.efficientvit.core.objects.scene;

import java.util.SplittableRandom;

/**
 * Noise from tiles that are made once: values about −1 to 1 with mean 0, repeating every unit in
 * both directions.
 */
final class Noise {

  /** Clouds: coarse and fine structure together. */
  static final Noise FRACTAL = fractal(11, 4, 6, 0.55);

  /** Coarse structure alone. */
  static final Noise SOFT = fractal(12, 3, 2, 0.4);

  /** Every texel by itself. */
  static final Noise GRAIN = fractal(13, 256, 1, 1);

  private static final int SIDE = 256;
  private static final int MASK = SIDE - 1;

  /** A whole number of tiles. */
  private static final int POSITIVE = 128 * SIDE;

  private final float[] tile;

  private Noise(float[] tile) {
    this.tile = tile;
  }

  private static Noise fractal(long seed, int cells, int octaves, double persistence) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] tile = new float[256 * 256];
    double weight = 1;
    for (int octave = 0; octave < octaves; octave++) {
      addOctave(tile, random, cells << octave, weight);
      weight *= persistence;
    }
    double squares = 0;
    for (float value : tile) {
      squares += (double) value * value;
    }
    float scale = (float) (0.5 / Math.sqrt(squares / tile.length));
    for (int i = 0; i < tile.length; i++) {
      tile[i] = Math.max(-1, Math.min(1, tile[i] * scale));
    }
    return new Noise(tile);
  }

  private static void addOctave(float[] tile, SplittableRandom random, int cells, double weight) {
    float[] lattice = new float[cells * cells];
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = (float) (weight * (2 * random.nextDouble() - 1));
    }
    float step = (float) cells / 256;
    for (int y = 0; y < 256; y++) {
      for (int x = 0; x < 256; x++) {
        tile[y * 256 + x] += interpolate(lattice, cells, x * step, y * step);
      }
    }
  }

  private static float interpolate(float[] lattice, int cells, float x, float y) {
    int x0 = (int) x;
    int y0 = (int) y;
    float u = ease(x - x0);
    float v = ease(y - y0);
    int x1 = (x0 + 1) % cells;
    int y1 = (y0 + 1) % cells;
    float top = lattice[y0 * cells + x0] * (1 - u) + lattice[y0 * cells + x1] * u;
    float bottom = lattice[y1 * cells + x0] * (1 - u) + lattice[y1 * cells + x1] * u;
    return top * (1 - v) + bottom * v;
  }

  private static float ease(float t) {
    return t * t * (3 - 2 * t);
  }

  /** The noise at a place within 128 of the origin, between texels by interpolation. */
  float at(float x, float y) {
    // Far into the positive, where cutting off is rounding down.
    float s = x * SIDE + POSITIVE;
    float t = y * SIDE + POSITIVE;
    int x0 = (int) s;
    int y0 = (int) t;
    float u = s - x0;
    float v = t - y0;
    int row0 = (y0 & MASK) * SIDE;
    int row1 = (y0 + 1 & MASK) * SIDE;
    int column0 = x0 & MASK;
    int column1 = x0 + 1 & MASK;
    float top = tile[row0 + column0] + (tile[row0 + column1] - tile[row0 + column0]) * u;
    float bottom = tile[row1 + column0] + (tile[row1 + column1] - tile[row1 + column0]) * u;
    return top + (bottom - top) * v;
  }

  /** One texel, by its whole numbers. */
  float texel(int x, int y) {
    return tile[(y & MASK) * SIDE + (x & MASK)];
  }

  /** A number of a cell: 0 to 1, the same whenever it is asked for. */
  static float ofCell(int x, int y, int seed) {
    int h = x * 0x27D4EB2D ^ y * 0x165667B1 ^ seed;
    h = (h ^ (h >>> 15)) * 0x2C1B3C6D;
    h = (h ^ (h >>> 12)) * 0x297A2D39;
    return ((h ^ (h >>> 15)) >>> 8) * 0x1p-24f;
  }

  static int floor(float value) {
    int whole = (int) value;
    return value < whole ? whole - 1 : whole;
  }
}
