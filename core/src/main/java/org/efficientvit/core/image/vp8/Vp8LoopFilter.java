package org.efficientvit.core.image.vp8;

/** Smooths the edges of blocks in a whole frame (RFC 6386, section 15). */
final class Vp8LoopFilter {

  private final boolean isSimple;
  private final int sharpness;

  Vp8LoopFilter(boolean isSimple, int sharpness) {
    this.isSimple = isSimple;
    this.sharpness = sharpness;
  }

  /**
   * Smooths the edges of one macroblock.
   *
   * @param planes luma and both chromas
   * @param column of macroblocks
   * @param row of macroblocks
   * @param level 1 to 63
   * @param hasInnerEdges whether the edges of its subblocks are smoothed too
   */
  void macroblock(Vp8Plane[] planes, int column, int row, int level, boolean hasInnerEdges) {
    int interior = interiorLimit(level);
    int inner = 2 * level + interior;
    int variance = level >= 40 ? 2 : level >= 15 ? 1 : 0;
    for (int i = 0; i < (isSimple ? 1 : planes.length); i++) {
      Vp8Plane plane = planes[i];
      int size = i == 0 ? 16 : 8;
      int start = plane.at(size * column, size * row);
      // First the edges that run downwards, across which the samples are neighbours in a row.
      for (int direction = 0; direction < 2; direction++) {
        int across = direction == 0 ? 1 : plane.stride;
        int along = direction == 0 ? plane.stride : 1;
        if ((direction == 0 ? column : row) > 0) {
          edge(plane, start, across, along, size, inner + 4, interior, variance, true);
        }
        for (int offset = 4; hasInnerEdges && offset < size; offset += 4) {
          edge(
              plane,
              start + offset * across,
              across,
              along,
              size,
              inner,
              interior,
              variance,
              false);
        }
      }
    }
  }

  private int interiorLimit(int level) {
    if (sharpness == 0) {
      return level;
    }
    int limit = level >> (sharpness > 4 ? 2 : 1);
    return Math.max(1, Math.min(limit, 9 - sharpness));
  }

  private void edge(
      Vp8Plane plane,
      int start,
      int across,
      int along,
      int length,
      int limit,
      int interior,
      int variance,
      boolean isOuter) {
    for (int i = 0; i < length; i++) {
      int at = start + i * along;
      int p1 = plane.get(at - 2 * across);
      int p0 = plane.get(at - across);
      int q0 = plane.get(at);
      int q1 = plane.get(at + across);
      if (2 * Math.abs(p0 - q0) + (Math.abs(p1 - q1) >> 1) > limit) {
        continue;
      }
      if (isSimple) {
        nearest(plane, at, across, step(p1, p0, q0, q1));
      } else if (isSmooth(plane, at, across, interior)) {
        if (Math.abs(p1 - p0) > variance || Math.abs(q1 - q0) > variance) {
          nearest(plane, at, across, step(p1, p0, q0, q1));
        } else if (isOuter) {
          threeEachSide(plane, at, across, step(p1, p0, q0, q1));
        } else {
          twoEachSide(plane, at, across, signed(3 * (q0 - p0)));
        }
      }
    }
  }

  /** Whether no two neighbours of the eight across an edge differ much, but for the edge itself. */
  private static boolean isSmooth(Vp8Plane plane, int at, int across, int interior) {
    for (int i = -4; i < 3; i++) {
      int difference = plane.get(at + i * across) - plane.get(at + (i + 1) * across);
      if (i != -1 && Math.abs(difference) > interior) {
        return false;
      }
    }
    return true;
  }

  private static int step(int p1, int p0, int q0, int q1) {
    return signed(signed(p1 - q1) + 3 * (q0 - p0));
  }

  private static void nearest(Vp8Plane plane, int at, int across, int step) {
    move(plane, at, -(signed(step + 4) >> 3));
    move(plane, at - across, signed(step + 3) >> 3);
  }

  private static void twoEachSide(Vp8Plane plane, int at, int across, int step) {
    int q = signed(step + 4) >> 3;
    int p = signed(step + 3) >> 3;
    int outer = (q + 1) >> 1;
    move(plane, at + across, -outer);
    move(plane, at, -q);
    move(plane, at - across, p);
    move(plane, at - 2 * across, outer);
  }

  private static void threeEachSide(Vp8Plane plane, int at, int across, int step) {
    for (int distance = 0; distance < 3; distance++) {
      // About 3/7, 2/7 and 1/7 of the step.
      int part = (9 * (3 - distance) * step + 63) >> 7;
      move(plane, at + distance * across, -part);
      move(plane, at - (distance + 1) * across, part);
    }
  }

  private static void move(Vp8Plane plane, int at, int difference) {
    plane.set(at, plane.get(at) + difference);
  }

  /** Clipped to the range of a signed byte. */
  private static int signed(int value) {
    return Math.max(-128, Math.min(127, value));
  }
}
