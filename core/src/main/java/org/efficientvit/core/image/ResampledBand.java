package org.efficientvit.core.image;

import java.util.Arrays;

/**
 * Some rows of a resized picture, for one thread.
 *
 * <p>Of the rows whose columns are resized only those are kept that the next row still needs, in a
 * ring. They are made two at a time: one in the lower half of 64-bit sums, the other in the upper,
 * so that each multiplication serves both. The lower sum may be negative and then borrows from the
 * upper, which is given back in the end.
 */
final class ResampledBand {

  private static final int HALF = 1 << (BicubicKernel.FRACTION_BITS - 1);
  private static final long TWO_HALVES = HALF | ((long) HALF << 32);

  private final byte[] rgb;
  private final int height;
  private final int stride;
  private final int firstColumn;
  private final BicubicKernel columns;
  private final BicubicKernel rows;

  /** Samples of two rows: one in the lower halves, one in the upper. */
  private final long[] pair;

  /** The levels of resized rows, each at the remainder of its number. */
  private final int[][] ring;

  private final int[] sums;

  /** The first row whose columns are not resized yet. */
  private int next;

  /** A band of a picture's part. */
  ResampledBand(Picture picture, BicubicKernel columns, BicubicKernel rows) {
    this.rgb = picture.rgb();
    this.height = picture.height();
    this.stride = 3 * picture.width();
    this.firstColumn = columns.first(0);
    this.columns = columns;
    this.rows = rows;
    this.pair = new long[3 * (columns.end() - firstColumn)];
    this.sums = new int[3 * columns.count()];
    this.ring = new int[rows.taps() + 1][sums.length];
  }

  /**
   * Computes rows.
   *
   * @param resized takes them, (rows, columns, 3)
   * @param from first row of the part
   * @param to row of the part after the last
   */
  void fill(byte[] resized, int from, int to) {
    int taps = rows.taps();
    int[] weights = rows.weights();
    next = rows.first(from);
    for (int row = from; row < to; row++) {
      int first = rows.first(row);
      resizeColumns(first, first + taps);
      Arrays.fill(sums, HALF);
      for (int tap = 0; tap < taps; tap++) {
        add(sums, ring[(first + tap) % ring.length], weights[row * taps + tap]);
      }
      int place = row * sums.length;
      for (int i = 0; i < sums.length; i++) {
        resized[place + i] = (byte) level(sums[i]);
      }
    }
  }

  /** A loop of nothing else, which the compiler turns into vector instructions. */
  private static void add(int[] sums, int[] row, int weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * row[i];
    }
  }

  /** Puts those rows into the ring that are not there yet; perhaps the one after them too. */
  private void resizeColumns(int first, int end) {
    for (next = Math.max(next, first); next < end; next += 2) {
      pack(next, Math.min(next + 1, height - 1));
      resizePair(ring[next % ring.length], ring[(next + 1) % ring.length]);
    }
  }

  private void pack(int row, int other) {
    int place = row * stride + 3 * firstColumn;
    int otherPlace = other * stride + 3 * firstColumn;
    for (int i = 0; i < pair.length; i++) {
      pair[i] = (rgb[place + i] & 0xFF) | ((long) (rgb[otherPlace + i] & 0xFF) << 32);
    }
  }

  private void resizePair(int[] levels, int[] otherLevels) {
    int[] weights = columns.weights();
    int taps = columns.taps();
    int tap = 0;
    for (int column = 0; column < columns.count(); column++) {
      int from = 3 * (columns.first(column) - firstColumn);
      long red = TWO_HALVES;
      long green = TWO_HALVES;
      long blue = TWO_HALVES;
      for (int end = tap + taps; tap < end; tap++) {
        long weight = weights[tap];
        red += weight * pair[from];
        green += weight * pair[from + 1];
        blue += weight * pair[from + 2];
        from += 3;
      }
      int to = 3 * column;
      levels[to] = level((int) red);
      levels[to + 1] = level((int) green);
      levels[to + 2] = level((int) blue);
      otherLevels[to] = level(upper(red));
      otherLevels[to + 1] = level(upper(green));
      otherLevels[to + 2] = level(upper(blue));
    }
  }

  private static int upper(long sums) {
    return (int) ((sums - (int) sums) >> 32);
  }

  /** Few levels are out of range, so that asking is quicker than taking a minimum and a maximum. */
  private static int level(int sum) {
    int level = sum >> BicubicKernel.FRACTION_BITS;
    return (level & ~0xFF) == 0 ? level : (~level >> 31) & 0xFF;
  }
}
