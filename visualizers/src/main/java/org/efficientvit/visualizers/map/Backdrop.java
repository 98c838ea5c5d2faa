package org.efficientvit.visualizers.map;

import java.awt.image.BufferedImage;
import org.efficientvit.core.image.Picture;

/** A picture that steps back behind a map. */
final class Backdrop {

  private Backdrop() {}

  /**
   * A picture with part of its colours, so that colours seen through a map are the map's.
   *
   * @param saturation from 0, grey, to 1, as it is
   * @return {@link BufferedImage#TYPE_INT_RGB}
   */
  static BufferedImage of(Picture picture, double saturation) {
    BufferedImage image = picture.toBufferedImage();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, faded(image.getRGB(x, y), saturation));
      }
    }
    return image;
  }

  /** Brightness as in ITU-R BT.709. */
  private static int faded(int rgb, double saturation) {
    int red = rgb >> 16 & 0xFF;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    double grey = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    return mix(grey, red, saturation) << 16
        | mix(grey, green, saturation) << 8
        | mix(grey, blue, saturation);
  }

  private static int mix(double grey, int level, double saturation) {
    return (int) Math.round(grey + saturation * (level - grey));
  }
}
