package org.efficientvit.core.image;

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

  /** From so many pixels on a picture is worth more than one thread. */
  private static final long MANY_PIXELS = 1 << 22;

  /** The most samples of a row that are kept for work; real pictures need a hundredth. */
  private static final int MOST_SAMPLES = 1 << 25;

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
   * A picture as small as it must be to fit into a square, its proportions kept; never enlarged.
   *
   * @param side of the square in pixels
   * @throws IllegalArgumentException if the side is not positive
   */
  public static Picture bicubicWithin(Picture picture, int side) {
    if (side <= 0) {
      throw new IllegalArgumentException("a square of %d pixels".formatted(side));
    }
    double scale = Math.min(1, (double) side / Math.max(picture.width(), picture.height()));
    return bicubic(picture, scaled(picture.width(), scale), scaled(picture.height(), scale));
  }

  private static int scaled(int length, double scale) {
    return Math.max(1, (int) Math.round(length * scale));
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
    int across = columns.end() - columns.first(0);
    int down = rows.end() - rows.first(0);
    boolean isLong = 3L * across > MOST_SAMPLES || 3L * rows.taps() * partWidth > MOST_SAMPLES;
    if (isLong || 3L * partWidth * partHeight > Integer.MAX_VALUE) {
      throw new InspectorException(
          picture.name() + " is too long and narrow to be resized; cut it to a part.");
    }
    byte[] resized = new byte[3 * partWidth * partHeight];
    int bands =
        (long) across * down < MANY_PIXELS
            ? 1
            : Math.min(partHeight, Runtime.getRuntime().availableProcessors());
    IntStream.range(0, bands)
        .parallel()
        .forEach(
            band ->
                new ResampledBand(picture, columns, rows)
                    .fill(
                        resized,
                        (int) ((long) band * partHeight / bands),
                        (int) ((band + 1L) * partHeight / bands)));
    return new Picture(picture.name(), partWidth, partHeight, resized);
  }
}
