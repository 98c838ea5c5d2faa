package org.efficientvit.visualizers.map;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.efficientvit.core.image.Picture;

/** A picture that steps back behind a map. */
public final class Backdrop {

  private Backdrop() {}

  /**
   * A picture with part of its colours, so that colours seen through a map are the map's.
   *
   * @param saturation from 0, grey, to 1, as it is
   */
  public static Picture of(Picture picture, double saturation) {
    byte[] rgb = picture.rgb();
    byte[] faded = new byte[rgb.length];
    for (int i = 0; i < rgb.length; i += 3) {
      int red = rgb[i] & 0xFF;
      int green = rgb[i + 1] & 0xFF;
      int blue = rgb[i + 2] & 0xFF;
      // Brightness as in ITU-R BT.709.
      double grey = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      faded[i] = mix(grey, red, saturation);
      faded[i + 1] = mix(grey, green, saturation);
      faded[i + 2] = mix(grey, blue, saturation);
    }
    return new Picture(picture.name(), picture.width(), picture.height(), faded);
  }

  /** Draws a picture over an area, with part of its colours. */
  public static void draw(Graphics2D g, Picture picture, double saturation, Rectangle2D area) {
    BufferedImage image = of(picture, saturation).toBufferedImage();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
    place.scale(area.getWidth() / image.getWidth(), area.getHeight() / image.getHeight());
    g.drawImage(image, place, null);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
  }

  private static byte mix(double grey, int level, double saturation) {
    return (byte) Math.round(grey + saturation * (level - grey));
  }
}
