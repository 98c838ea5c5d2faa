package org.efficientvit.app.window.view;

import java.util.function.DoubleUnaryOperator;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.colour.Scale;
import org.efficientvit.visualizers.map.Backdrop;

/** Pictures and maps as the screen draws them, and back. */
final class FxImages {

  /** Images of a single row are not scaled well by software rendering. */
  private static final int BAR_ROWS = 8;

  private FxImages() {}

  static Image of(Picture picture) {
    WritableImage image = new WritableImage(picture.width(), picture.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getByteRgbInstance(),
            picture.rgb(),
            0,
            3 * picture.width());
    return image;
  }

  /**
   * A picture that steps back behind a map, as in a figure that is written to a file: the stronger
   * the map, the greyer the picture, so that a colour means a value.
   */
  static Image behind(Picture picture, double opacity) {
    return of(Backdrop.of(picture, 1 - opacity));
  }

  /**
   * A map (H, W) with one pixel for each cell, to be drawn larger without smoothing; where it is
   * NaN there is no colour.
   */
  static Image of(Tensor map, Scale scale, ColourMap colours) {
    int height = map.shape().dimension(0);
    int width = map.shape().dimension(1);
    float[] values = map.values();
    int[] argb = new int[values.length];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = Float.isNaN(values[i]) ? 0 : colours.argb(scale.fraction(values[i]));
    }
    return image(width, height, argb);
  }

  /** A colour map from left to right. */
  static Image bar(ColourMap colours, int width) {
    int[] argb = new int[BAR_ROWS * width];
    DoubleUnaryOperator place = i -> i / (width - 1);
    for (int i = 0; i < argb.length; i++) {
      argb[i] = colours.argb(place.applyAsDouble(i % width));
    }
    return image(width, BAR_ROWS, argb);
  }

  /** A picture from the clipboard; alpha is dropped. */
  static Picture toPicture(Image image, String name) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    byte[] rgb = new byte[3 * argb.length];
    for (int i = 0; i < argb.length; i++) {
      rgb[3 * i] = (byte) (argb[i] >> 16);
      rgb[3 * i + 1] = (byte) (argb[i] >> 8);
      rgb[3 * i + 2] = (byte) argb[i];
    }
    return new Picture(name, width, height, rgb);
  }

  static Color of(java.awt.Color colour) {
    return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
  }

  private static Image image(int width, int height, int[] argb) {
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return image;
  }
}
