package org.efficientvit.core.image.vp8;

/** A block's prediction from the samples above and to the left of it (RFC 6386, section 12). */
final class Vp8Prediction {

  /** Modes of a macroblock's luma and of its chroma; the last is of luma only. */
  static final int DC = 0;

  static final int VERTICAL = 1;
  static final int HORIZONTAL = 2;
  static final int TRUE_MOTION = 3;
  static final int SUBBLOCKS = 4;

  /** Modes of a subblock, in the standard's order. */
  static final int SUB_DC = 0;

  static final int SUB_TRUE_MOTION = 1;
  static final int SUB_VERTICAL = 2;
  static final int SUB_HORIZONTAL = 3;
  private static final int SUB_LEFT_DOWN = 4;
  private static final int SUB_RIGHT_DOWN = 5;
  private static final int SUB_VERTICAL_RIGHT = 6;
  private static final int SUB_VERTICAL_LEFT = 7;
  private static final int SUB_HORIZONTAL_DOWN = 8;
  private static final int SUB_HORIZONTAL_UP = 9;

  // In a subblock's edge: four samples upwards on the left, the corner, eight to the right above.
  private static final int CORNER = 4;
  private static final int TOP = 5;

  private Vp8Prediction() {}

  /** Fills a square of luma or chroma whose upper left sample is at (x, y). */
  static void macroblock(Vp8Plane plane, int x, int y, int size, int mode) {
    int start = plane.at(x, y);
    if (mode == TRUE_MOTION) {
      trueMotion(plane, start, size);
      return;
    }
    int average = mode == DC ? average(plane, x, y, size) : 0;
    for (int row = 0; row < size; row++) {
      int line = start + row * plane.stride;
      for (int column = 0; column < size; column++) {
        plane.set(
            line + column,
            switch (mode) {
              case VERTICAL -> plane.get(start - plane.stride + column);
              case HORIZONTAL -> plane.get(line - 1);
              default -> average;
            });
      }
    }
  }

  /** The mean of those neighbours that are in the frame. */
  private static int average(Vp8Plane plane, int x, int y, int size) {
    if (x == 0 && y == 0) {
      return 128;
    }
    int sum = 0;
    int start = plane.at(x, y);
    for (int i = 0; i < size; i++) {
      sum += y > 0 ? plane.get(start - plane.stride + i) : 0;
      sum += x > 0 ? plane.get(start - 1 + i * plane.stride) : 0;
    }
    int count = x > 0 && y > 0 ? 2 * size : size;
    return (sum + count / 2) / count;
  }

  private static void trueMotion(Vp8Plane plane, int start, int size) {
    int above = start - plane.stride;
    int corner = plane.get(above - 1);
    for (int row = 0; row < size; row++) {
      int line = start + row * plane.stride;
      int difference = plane.get(line - 1) - corner;
      for (int column = 0; column < size; column++) {
        plane.set(line + column, plane.get(above + column) + difference);
      }
    }
  }

  /**
   * Fills a square of 4 x 4 whose upper left sample is at an index.
   *
   * @param aboveRight the four samples that stand above and to the right
   */
  static void subblock(Vp8Plane plane, int start, int mode, int[] aboveRight) {
    if (mode == SUB_TRUE_MOTION) {
      trueMotion(plane, start, 4);
      return;
    }
    int[] edge = new int[13];
    for (int i = 0; i < 4; i++) {
      edge[i] = plane.get(start - 1 + (3 - i) * plane.stride);
      edge[TOP + i] = plane.get(start - plane.stride + i);
      edge[TOP + 4 + i] = aboveRight[i];
    }
    edge[CORNER] = plane.get(start - plane.stride - 1);
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        plane.set(start + row * plane.stride + column, sample(edge, mode, row, column));
      }
    }
  }

  private static int sample(int[] edge, int mode, int row, int column) {
    return switch (mode) {
      case SUB_DC -> mean(edge);
      case SUB_VERTICAL -> smooth(edge, TOP + column);
      case SUB_HORIZONTAL -> row == 3 ? smoothEnd(edge[1], edge[0]) : smooth(edge, 3 - row);
      case SUB_LEFT_DOWN ->
          row + column == 6
              ? smoothEnd(edge[TOP + 6], edge[TOP + 7])
              : smooth(edge, TOP + row + column + 1);
      case SUB_RIGHT_DOWN -> smooth(edge, CORNER - row + column);
      case SUB_VERTICAL_RIGHT -> verticalRight(edge, row, column);
      case SUB_VERTICAL_LEFT -> verticalLeft(edge, row, column);
      case SUB_HORIZONTAL_DOWN -> horizontalDown(edge, 2 * (3 - row) + column);
      case SUB_HORIZONTAL_UP -> horizontalUp(edge, 2 * row + column);
      default -> throw new IllegalArgumentException("no mode " + mode);
    };
  }

  private static int mean(int[] edge) {
    int sum = 4;
    for (int i = 0; i < 4; i++) {
      sum += edge[i] + edge[TOP + i];
    }
    return sum >> 3;
  }

  private static int verticalRight(int[] edge, int row, int column) {
    if (row >= 2 && column == 0) {
      return smooth(edge, 5 - row);
    }
    int shifted = row >= 2 ? column - 1 : column;
    return row % 2 == 0 ? between(edge, CORNER + shifted) : smooth(edge, CORNER + shifted);
  }

  private static int verticalLeft(int[] edge, int row, int column) {
    if (row >= 2 && column == 3) {
      return smooth(edge, TOP + 3 + row);
    }
    int first = TOP + column + row / 2;
    return row % 2 == 0 ? between(edge, first) : smooth(edge, first + 1);
  }

  private static int horizontalDown(int[] edge, int step) {
    if (step >= 8) {
      return smooth(edge, step - 3);
    }
    return step % 2 == 0 ? between(edge, step / 2) : smooth(edge, step / 2 + 1);
  }

  private static int horizontalUp(int[] edge, int step) {
    int first = edge[Math.max(0, 3 - step / 2)];
    int second = edge[Math.max(0, 2 - step / 2)];
    int third = edge[Math.max(0, 1 - step / 2)];
    return step % 2 == 0 ? (first + second + 1) >> 1 : (first + 2 * second + third + 2) >> 2;
  }

  private static int between(int[] edge, int first) {
    return (edge[first] + edge[first + 1] + 1) >> 1;
  }

  private static int smooth(int[] edge, int center) {
    return (edge[center - 1] + 2 * edge[center] + edge[center + 1] + 2) >> 2;
  }

  private static int smoothEnd(int beforeLast, int last) {
    return (beforeLast + 3 * last + 2) >> 2;
  }
}
