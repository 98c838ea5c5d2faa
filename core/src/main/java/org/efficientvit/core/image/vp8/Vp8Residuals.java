package org.efficientvit.core.image.vp8;

import java.util.Arrays;

/**
 * What is added to a macroblock's prediction: coefficients (RFC 6386, section 13) and the
 * transforms that they belong to (section 14).
 *
 * <p>Blocks of 4 x 4 are numbered 0 to 15 for luma, 16 to 19 and 20 to 23 for chroma, and 24 for
 * the DCs of luma.
 */
final class Vp8Residuals {

  private static final int LUMA_DCS = 24;
  private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};
  private static final int[] BANDS = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7};
  private static final int CONTEXT = 11;
  private static final int BAND = 3 * CONTEXT;
  private static final int TYPE = 8 * BAND;

  // Types of blocks: luma without its DC, the DCs of luma, chroma, luma with its DC.
  private static final int AC_LUMA = 0;
  private static final int DCS = 1;
  private static final int CHROMA = 2;
  private static final int LUMA = 3;

  // Values from 5 on: the least of each category, and the probabilities of the bits added to it.
  private static final int[] CATEGORY_BASES = {5, 7, 11, 19, 35, 67};
  private static final int[][] CATEGORY_BITS = {
    {159},
    {165, 145},
    {173, 148, 140},
    {176, 155, 140, 135},
    {180, 157, 141, 134, 130},
    {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
  };

  private final int[] probabilities;
  private final boolean[] above;
  private final boolean[] left = new boolean[9];
  private final int[] coefficients = new int[25 * 16];
  private boolean hasAny;

  Vp8Residuals(int[] probabilities, int columns) {
    this.probabilities = probabilities;
    above = new boolean[9 * columns];
  }

  /** Forgets what is to the left. */
  void startRow() {
    Arrays.fill(left, false);
  }

  /** Whether the last macroblock read has any coefficient. */
  boolean hasAny() {
    return hasAny;
  }

  /** Takes a macroblock without coefficients; its neighbours' contexts must know. */
  void skip(int column, boolean hasLumaDcs) {
    Arrays.fill(coefficients, 0);
    hasAny = false;
    // A macroblock without a block of DCs leaves that context as it was.
    int contexts = hasLumaDcs ? 9 : 8;
    Arrays.fill(left, 0, contexts, false);
    Arrays.fill(above, 9 * column, 9 * column + contexts, false);
  }

  /**
   * Reads a macroblock's coefficients and multiplies them by their steps.
   *
   * @param steps as {@link Vp8Header#steps} gives them
   */
  void read(Vp8BoolDecoder decoder, int column, boolean hasLumaDcs, int[] steps) {
    Arrays.fill(coefficients, 0);
    hasAny = false;
    if (hasLumaDcs) {
      block(decoder, LUMA_DCS, DCS, 8, 9 * column + 8, steps[2], steps[3]);
      spreadLumaDcs();
    }
    for (int i = 0; i < 16; i++) {
      int type = hasLumaDcs ? AC_LUMA : LUMA;
      block(decoder, i, type, i / 4, 9 * column + i % 4, steps[0], steps[1]);
    }
    for (int i = 16; i < LUMA_DCS; i++) {
      int first = i < 20 ? 4 : 6;
      int across = 9 * column + first + i % 2;
      block(decoder, i, CHROMA, first + i % 4 / 2, across, steps[4], steps[5]);
    }
  }

  private void block(
      Vp8BoolDecoder decoder, int block, int type, int row, int column, int dcStep, int acStep) {
    int first = type == AC_LUMA ? 1 : 0;
    int context = (left[row] ? 1 : 0) + (above[column] ? 1 : 0);
    int end = tokens(decoder, type * TYPE, context, first, 16 * block, dcStep, acStep);
    left[row] = end > first;
    above[column] = end > first;
    // The DCs of luma count where they end up.
    hasAny |= type != DCS && (end > 1 || coefficients[16 * block] != 0);
  }

  /** Reads one block, and returns the position after its last coefficient. */
  private int tokens(
      Vp8BoolDecoder decoder,
      int type,
      int firstContext,
      int first,
      int block,
      int dcStep,
      int acStep) {
    int context = firstContext;
    int position = first;
    while (position < 16) {
      int node = type + BANDS[position] * BAND + context * CONTEXT;
      if (decoder.bit(probabilities[node]) == 0) {
        return position;
      }
      while (decoder.bit(probabilities[node + 1]) == 0) {
        position++;
        if (position == 16) {
          return 16;
        }
        node = type + BANDS[position] * BAND;
      }
      int value = magnitude(decoder, node);
      context = value == 1 ? 1 : 2;
      int signed = decoder.flag() ? -value : value;
      coefficients[block + ZIGZAG[position]] = signed * (position == 0 ? dcStep : acStep);
      position++;
    }
    return 16;
  }

  private int magnitude(Vp8BoolDecoder decoder, int node) {
    if (decoder.bit(probabilities[node + 2]) == 0) {
      return 1;
    }
    if (decoder.bit(probabilities[node + 3]) == 0) {
      if (decoder.bit(probabilities[node + 4]) == 0) {
        return 2;
      }
      return 3 + decoder.bit(probabilities[node + 5]);
    }
    int category;
    if (decoder.bit(probabilities[node + 6]) == 0) {
      category = decoder.bit(probabilities[node + 7]);
    } else {
      int upper = decoder.bit(probabilities[node + 8]);
      category = 2 + 2 * upper + decoder.bit(probabilities[node + 9 + upper]);
    }
    int more = 0;
    for (int probability : CATEGORY_BITS[category]) {
      more = more << 1 | decoder.bit(probability);
    }
    return CATEGORY_BASES[category] + more;
  }

  /** The inverse Walsh-Hadamard transform, of the DCs to the blocks that they belong to. */
  private void spreadLumaDcs() {
    int[] rows = new int[16];
    for (int i = 0; i < 4; i++) {
      int at = 16 * LUMA_DCS + 4 * i;
      int a = coefficients[at] + coefficients[at + 3];
      int b = coefficients[at + 1] + coefficients[at + 2];
      int c = coefficients[at + 1] - coefficients[at + 2];
      int d = coefficients[at] - coefficients[at + 3];
      rows[4 * i] = a + b;
      rows[4 * i + 1] = c + d;
      rows[4 * i + 2] = a - b;
      rows[4 * i + 3] = d - c;
    }
    for (int i = 0; i < 4; i++) {
      int a = rows[i] + rows[12 + i];
      int b = rows[4 + i] + rows[8 + i];
      int c = rows[4 + i] - rows[8 + i];
      int d = rows[i] - rows[12 + i];
      coefficients[16 * i] = (a + b + 3) >> 3;
      coefficients[16 * (4 + i)] = (c + d + 3) >> 3;
      coefficients[16 * (8 + i)] = (a - b + 3) >> 3;
      coefficients[16 * (12 + i)] = (d - c + 3) >> 3;
    }
  }

  /** Adds a block's inverse cosine transform to the samples from an index on. */
  void add(int block, Vp8Plane plane, int start) {
    int from = 16 * block;
    int[] columns = new int[16];
    for (int i = 0; i < 4; i++) {
      int second = coefficients[from + 4 + i];
      int fourth = coefficients[from + 12 + i];
      int a = coefficients[from + i] + coefficients[from + 8 + i];
      int b = coefficients[from + i] - coefficients[from + 8 + i];
      int c = sine(second) - cosine(fourth);
      int d = cosine(second) + sine(fourth);
      columns[i] = a + d;
      columns[4 + i] = b + c;
      columns[8 + i] = b - c;
      columns[12 + i] = a - d;
    }
    for (int i = 0; i < 4; i++) {
      int second = columns[4 * i + 1];
      int fourth = columns[4 * i + 3];
      int a = columns[4 * i] + columns[4 * i + 2] + 4;
      int b = columns[4 * i] - columns[4 * i + 2] + 4;
      int c = sine(second) - cosine(fourth);
      int d = cosine(second) + sine(fourth);
      int at = start + i * plane.stride;
      plane.set(at, plane.get(at) + ((a + d) >> 3));
      plane.set(at + 1, plane.get(at + 1) + ((b + c) >> 3));
      plane.set(at + 2, plane.get(at + 2) + ((b - c) >> 3));
      plane.set(at + 3, plane.get(at + 3) + ((a - d) >> 3));
    }
  }

  /** Times sqrt(2) cos(pi/8), in 16 bits after the point. */
  private static int cosine(int value) {
    return value + ((value * 20091) >> 16);
  }

  /** Times sqrt(2) sin(pi/8), in 16 bits after the point. */
  private static int sine(int value) {
    return (value * 35468) >> 16;
  }
}
