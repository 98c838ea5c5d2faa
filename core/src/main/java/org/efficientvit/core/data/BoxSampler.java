package org.efficientvit.core.data;

import java.util.Arrays;
import org.efficientvit.core.image.Picture;

/**
 * Cuts a box out of a picture and resizes it to a square of floats: columns first, then rows.
 *
 * <p>Without the rounding to 8 bits that {@link org.efficientvit.core.image.Resampler} shares with
 * Pillow: training needs many pictures, not Pillow's.
 */
final class BoxSampler {

  private static final float FULL = 255;
  private static final int CHANNELS = 3;

  private BoxSampler() {}

  /**
   * Writes a square of levels, 0 to 1.
   *
   * @param mirrored whether left and right change places
   * @param size S, rows and columns of the square
   * @param levels takes (3, S, S) from the offset on
   */
  static void sample(
      Picture picture, PixelBox box, boolean mirrored, int size, float[] levels, int offset) {
    BilinearKernel columns = new BilinearKernel(box.width(), size);
    BilinearKernel rows = new BilinearKernel(box.height(), size);
    float[] narrow = new float[box.height() * CHANNELS * size];
    for (int row = 0; row < box.height(); row++) {
      int from = CHANNELS * ((box.y() + row) * picture.width() + box.x());
      resizeRow(picture.rgb(), from, columns, mirrored, narrow, row * CHANNELS * size);
    }
    resizeRows(narrow, rows, size, levels, offset);
  }

  /** Pixels of a row, (W, 3), to the kernel's columns, (3, S). */
  private static void resizeRow(
      byte[] rgb, int from, BilinearKernel kernel, boolean mirrored, float[] resized, int to) {
    int size = kernel.count();
    for (int column = 0; column < size; column++) {
      int pixel = from + CHANNELS * kernel.first(column);
      float red = 0;
      float green = 0;
      float blue = 0;
      for (float weight : kernel.weights(column)) {
        red += weight * (rgb[pixel] & 0xFF);
        green += weight * (rgb[pixel + 1] & 0xFF);
        blue += weight * (rgb[pixel + 2] & 0xFF);
        pixel += CHANNELS;
      }
      int place = to + (mirrored ? size - 1 - column : column);
      resized[place] = red;
      resized[place + size] = green;
      resized[place + 2 * size] = blue;
    }
  }

  /** Rows of (H, 3, S) to the kernel's rows, (3, S, S). */
  private static void resizeRows(
      float[] narrow, BilinearKernel kernel, int size, float[] levels, int offset) {
    float[] sums = new float[CHANNELS * size];
    for (int row = 0; row < size; row++) {
      int from = kernel.first(row) * sums.length;
      Arrays.fill(sums, 0);
      for (float weight : kernel.weights(row)) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += weight * narrow[from + i];
        }
        from += sums.length;
      }
      for (int i = 0; i < sums.length; i++) {
        sums[i] /= FULL;
      }
      for (int channel = 0; channel < CHANNELS; channel++) {
        System.arraycopy(
            sums, channel * size, levels, offset + (channel * size + row) * size, size);
      }
    }
  }
}
