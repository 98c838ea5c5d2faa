package org.efficientvit.core.image.vp8;

import java.util.Arrays;

/**
 * Luma or one chroma of a frame, with the row above and the column to the left of it, which the
 * first macroblocks are predicted from.
 */
final class Vp8Plane {

  /** What stands above the frame, its corner included (RFC 6386, section 12.2). */
  private static final byte ABOVE = 127;

  private static final byte LEFT = (byte) 129;

  final int width;
  final int height;
  final int stride;
  final byte[] samples;

  Vp8Plane(int width, int height) {
    this.width = width;
    this.height = height;
    stride = width + 1;
    samples = new byte[stride * (height + 1)];
    Arrays.fill(samples, 0, stride, ABOVE);
    for (int y = 0; y < height; y++) {
      samples[at(-1, y)] = LEFT;
    }
  }

  /** The index of a sample; -1 is the border. */
  int at(int x, int y) {
    return (y + 1) * stride + x + 1;
  }

  int get(int index) {
    return samples[index] & 0xFF;
  }

  void set(int index, int level) {
    samples[index] = (byte) (level < 0 ? 0 : Math.min(level, 255));
  }
}
