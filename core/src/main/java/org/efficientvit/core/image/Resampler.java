package org.efficientvit.core.image;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.efficientvit.core.InspectorException;

/**
 * Pillow's bicubic {@code Image.resize}, bit for bit.
 *
 * <p>Columns first, rounded to 8 bits, then rows. Of a resized picture that is cropped only the
 * crop is computed, and of the rows between the two passes only those that the crop needs; what is
 * computed is the same as if all were.
 */
public final class Resampler {

  private static final int HALF = 1 << (BicubicKernel.FRACTION_BITS - 1);

  private Resampler() {}

  /**
   * A picture in another size.
   *
   * @throws IllegalArgumentException if a side is not positive
   */
  public static Picture bicubic(Picture picture, int width, int height) {
    return bicubic(picture, width, height, 0, 0, width, height);
  }

  /**
   * A part of a picture in another size.
   *
   * @param width columns of the whole resized picture
   * @param height rows of the whole resized picture
   * @param x first column of the part
   * @param y first row of the part
   * @param partWidth columns of the part
   * @param partHeight rows of the part
   * @throws IllegalArgumentException if the part is empty or not within the resized picture
   * @throws InspectorException if the picture is so long that the part does not fit in memory
   */
  public static Picture bicubic(
      Picture picture, int width, int height, int x, int y, int partWidth, int partHeight) {
    boolean isWithin =
        x >= 0 && y >= 0 && partWidth <= (long) width - x && partHeight <= (long) height - y;
    if (partWidth <= 0 || partHeight <= 0 || !isWithin) {
      throw new IllegalArgumentException(
          "a part of %d x %d at (%d, %d) is not within %d x %d"
              .formatted(partWidth, partHeight, x, y, width, height));
    }
    BicubicKernel columns = new BicubicKernel(picture.width(), width, x, partWidth);
    BicubicKernel rows = new BicubicKernel(picture.height(), height, y, partHeight);
    int top = rows.first(0);
    int bottom = rows.end(partHeight - 1);
    if (3L * (bottom - top) * partWidth > Integer.MAX_VALUE) {
      throw new InspectorException(
          picture.name() + " is too long and narrow to be resized; cut it to a part.");
    }
    byte[] rgb = picture.rgb();
    if (width == picture.width()) {
      rgb = cut(rgb, picture.width(), x, partWidth, top, bottom);
    } else {
      rgb = resizeColumns(rgb, picture.width(), columns, top, bottom);
    }
    if (height != picture.height()) {
      rgb = resizeRows(rgb, 3 * partWidth, rows, top);
    } else {
      // Nothing is added up, but the kernel's first row may lie above the part.
      rgb = cut(rgb, partWidth, 0, partWidth, y - top, y - top + partHeight);
    }
    return new Picture(picture.name(), partWidth, partHeight, rgb);
  }

  private static byte[] cut(byte[] rgb, int width, int x, int partWidth, int top, int bottom) {
    byte[] part = new byte[3 * partWidth * (bottom - top)];
    for (int row = top; row < bottom; row++) {
      System.arraycopy(
          rgb, 3 * (row * width + x), part, 3 * (row - top) * partWidth, 3 * partWidth);
    }
    return part;
  }

  /** (H, W, 3) to (bottom - top, columns of the kernel, 3). */
  private static byte[] resizeColumns(
      byte[] rgb, int width, BicubicKernel kernel, int top, int bottom) {
    byte[] resized = new byte[3 * kernel.count() * (bottom - top)];
    IntStream.range(top, bottom)
        .parallel()
        .forEach(
            row -> resizeRow(rgb, row * width, kernel, resized, 3 * kernel.count() * (row - top)));
    return resized;
  }

  private static void resizeRow(
      byte[] rgb, int firstPixel, BicubicKernel kernel, byte[] resized, int firstTo) {
    int to = firstTo;
    for (int column = 0; column < kernel.count(); column++) {
      int from = 3 * (firstPixel + kernel.first(column));
      int red = HALF;
      int green = HALF;
      int blue = HALF;
      for (int weight : kernel.weights(column)) {
        red += weight * (rgb[from] & 0xFF);
        green += weight * (rgb[from + 1] & 0xFF);
        blue += weight * (rgb[from + 2] & 0xFF);
        from += 3;
      }
      resized[to++] = level(red);
      resized[to++] = level(green);
      resized[to++] = level(blue);
    }
  }

  /** Rows of which the first is {@code top}, to the rows of the kernel. */
  private static byte[] resizeRows(byte[] rgb, int stride, BicubicKernel kernel, int top) {
    byte[] resized = new byte[stride * kernel.count()];
    int[] sums = new int[stride];
    for (int row = 0; row < kernel.count(); row++) {
      Arrays.fill(sums, HALF);
      int from = (kernel.first(row) - top) * stride;
      for (int weight : kernel.weights(row)) {
        for (int i = 0; i < stride; i++) {
          sums[i] += weight * (rgb[from + i] & 0xFF);
        }
        from += stride;
      }
      for (int i = 0; i < stride; i++) {
        resized[row * stride + i] = level(sums[i]);
      }
    }
    return resized;
  }

  private static byte level(int sum) {
    return (byte) Math.max(0, Math.min(255, sum >> BicubicKernel.FRACTION_BITS));
  }
}
