package org.efficientvit.core.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * The stored samples of an image as 8-bit RGB.
 *
 * <p>{@link BufferedImage#getRGB} would convert colours: it takes grey as linear light and applies
 * profiles. Pillow does neither, so the samples are read from the raster.
 */
final class Samples {

  private Samples() {}

  /**
   * Red, green and blue of each pixel, (H, W, 3); alpha is dropped, grey is repeated.
   *
   * <p>Where the image holds just that, it is the image's own array.
   */
  static byte[] toRgb(BufferedImage image) {
    ColorModel colors = image.getColorModel();
    Raster raster = image.getRaster();
    if (colors instanceof IndexColorModel palette) {
      return indexed(raster, palette);
    }
    int space = colors.getColorSpace().getType();
    if (space == ColorSpace.TYPE_GRAY) {
      return banded(raster, 0, 0, 0);
    }
    if (space == ColorSpace.TYPE_RGB && !colors.isAlphaPremultiplied()) {
      return isInterleavedRgb(raster)
          ? ((DataBufferByte) raster.getDataBuffer()).getData()
          : banded(raster, 0, 1, 2);
    }
    return converted(image);
  }

  private static byte[] indexed(Raster raster, IndexColorModel palette) {
    int width = raster.getWidth();
    int[] colors = new int[palette.getMapSize()];
    palette.getRGBs(colors);
    // An index past the palette's end is black, as it is in Pillow.
    int[] all = Arrays.copyOf(colors, Math.max(colors.length, 1 << palette.getPixelSize()));
    byte[] rgb = new byte[3 * width * raster.getHeight()];
    int[] row = new int[width];
    int to = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      for (int index : row) {
        to = put(rgb, to, all[index]);
      }
    }
    return rgb;
  }

  private static byte[] banded(Raster raster, int red, int green, int blue) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    byte[][] levels = {levels(raster, red), levels(raster, green), levels(raster, blue)};
    byte[] rgb = new byte[3 * width * raster.getHeight()];
    int[] row = new int[width * bands];
    int to = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int from = 0; from < row.length; from += bands) {
        rgb[to++] = levels[0][row[from + red]];
        rgb[to++] = levels[1][row[from + green]];
        rgb[to++] = levels[2][row[from + blue]];
      }
    }
    return rgb;
  }

  /**
   * The 8-bit level of each value that a sample can have: of 16 bits the high byte, of fewer than 8
   * the share of full scale, rounded down.
   */
  private static byte[] levels(Raster raster, int band) {
    int bits = raster.getSampleModel().getSampleSize(band);
    byte[] levels = new byte[1 << bits];
    for (int value = 0; value < levels.length; value++) {
      levels[value] = (byte) (bits >= 8 ? value >> (bits - 8) : value * 255 / (levels.length - 1));
    }
    return levels;
  }

  private static boolean isInterleavedRgb(Raster raster) {
    return raster.getParent() == null
        && raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && raster.getDataBuffer() instanceof DataBufferByte data
        && data.getNumBanks() == 1
        && data.getOffset() == 0
        && data.getSize() == 3 * raster.getWidth() * raster.getHeight()
        && model.getScanlineStride() == 3 * raster.getWidth()
        && Arrays.equals(model.getBandOffsets(), new int[] {0, 1, 2});
  }

  /** Any other colour space, by way of Java's conversion to sRGB; no reader here gives one. */
  private static byte[] converted(BufferedImage image) {
    byte[] rgb = new byte[3 * image.getWidth() * image.getHeight()];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        to = put(rgb, to, image.getRGB(x, y));
      }
    }
    return rgb;
  }

  private static int put(byte[] rgb, int to, int color) {
    rgb[to] = (byte) (color >> 16);
    rgb[to + 1] = (byte) (color >> 8);
    rgb[to + 2] = (byte) color;
    return to + 3;
  }
}
