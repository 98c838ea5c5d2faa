package org.efficientvit.core.image;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * An 8-bit RGB picture, H rows of W pixels, and the name of where it came from.
 *
 * <p>A picture is a value: whoever makes one gives its array away, and whoever reads {@link #rgb()}
 * does not write to it. The array is not copied, since photographs are large.
 */
public final class Picture {

  private final String name;
  private final int width;
  private final int height;
  private final byte[] rgb;

  /**
   * A picture over samples that the caller gives away.
   *
   * @param name where it came from, as messages and titles show it
   * @param rgb red, green and blue of each pixel, row by row: (H, W, 3), 0 to 255 as unsigned bytes
   * @throws IllegalArgumentException if a side is not positive or the samples do not fill the
   *     picture
   */
  public Picture(String name, int width, int height, byte[] rgb) {
    this.name = requireNonNull(name, "name is null");
    this.rgb = requireNonNull(rgb, "rgb is null");
    if (width <= 0 || height <= 0 || rgb.length != 3L * width * height) {
      throw new IllegalArgumentException(
          rgb.length + " samples do not fill a picture of " + width + " x " + height);
    }
    this.width = width;
    this.height = height;
  }

  /** A copy of an image's stored samples, whatever its type; alpha is dropped. */
  public static Picture of(BufferedImage image, String name) {
    return new Picture(name, image.getWidth(), image.getHeight(), Samples.toRgb(image).clone());
  }

  /** Where it came from: a file's path, or what a caller called it. */
  public String name() {
    return name;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The samples themselves, (H, W, 3) as unsigned bytes; not to be written to. */
  public byte[] rgb() {
    return rgb;
  }

  /** One pixel as 0xRRGGBB. */
  public int rgb(int x, int y) {
    return packed(3 * (y * width + x));
  }

  /** All pixels as 0xFFRRGGBB, row by row. */
  public int[] toArgb() {
    int[] argb = new int[width * height];
    fill(argb, 0xFF000000);
    return argb;
  }

  /** A copy for Java 2D, of type {@link BufferedImage#TYPE_INT_RGB}. */
  public BufferedImage toBufferedImage() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    fill(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), 0);
    return image;
  }

  private void fill(int[] pixels, int alpha) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = alpha | packed(3 * i);
    }
  }

  private int packed(int offset) {
    return (rgb[offset] & 0xFF) << 16 | (rgb[offset + 1] & 0xFF) << 8 | (rgb[offset + 2] & 0xFF);
  }

  @Override
  public String toString() {
    return name + " (" + width + " x " + height + ")";
  }
}
