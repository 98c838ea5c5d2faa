package org.efficientvit.core.image;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The one thing that matters here of what a camera wrote beside the samples. */
final class Exif {

  /** What stands before the block in JPEG, and in the WebP files of some writers. */
  private static final byte[] PREAMBLE = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private Exif() {}

  /** Whether a JPEG segment holds EXIF. */
  static boolean hasPreamble(byte[] file, int from, int to) {
    return to - from >= PREAMBLE.length
        && Arrays.equals(file, from, from + PREAMBLE.length, PREAMBLE, 0, PREAMBLE.length);
  }

  /** The orientation, 1 to 8, of a block of EXIF; upright if the block says nothing sensible. */
  static int orientation(byte[] file, int from, int to) {
    int start = hasPreamble(file, from, to) ? from + PREAMBLE.length : from;
    Metadata metadata = new Metadata();
    // The reader keeps what goes wrong as text in the metadata: a broken block is no reason to
    // refuse a picture.
    new ExifReader().extract(new ByteArrayReader(Arrays.copyOfRange(file, start, to)), metadata);
    ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Integer orientation =
        directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    return orientation == null || orientation < 1 || orientation > 8 ? Header.UPRIGHT : orientation;
  }

  /** Whether an orientation exchanges rows and columns. */
  static boolean isSideways(int orientation) {
    return orientation >= 5;
  }

  /**
   * The samples of the upright picture.
   *
   * @param rgb samples as stored, (H, W, 3)
   * @param width W, as stored
   * @param height H, as stored
   * @param orientation 1 to 8, by table 6 of EXIF 2.32: the sides on which row 0 and column 0 lie
   */
  static byte[] upright(byte[] rgb, int width, int height, int orientation) {
    if (orientation == Header.UPRIGHT) {
      return rgb;
    }
    boolean sideways = isSideways(orientation);
    boolean fromRight =
        orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    boolean fromBottom =
        orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    int rows = sideways ? width : height;
    int columns = sideways ? height : width;
    byte[] upright = new byte[rgb.length];
    int to = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int x = sideways ? row : column;
        int y = sideways ? column : row;
        int from =
            3 * ((fromBottom ? height - 1 - y : y) * width + (fromRight ? width - 1 - x : x));
        upright[to++] = rgb[from];
        upright[to++] = rgb[from + 1];
        upright[to++] = rgb[from + 2];
      }
    }
    return upright;
  }
}
