package org.efficientvit.core.objects.scene;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** A clear sheet to draw on, whose pixels are at hand: 0xAARRGGBB, multiplied by their opacity. */
final class Layer {

  private final int size;
  private final BufferedImage image;
  private final int[] pixels;

  Layer(int size) {
    this.size = size;
    image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
    pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  int size() {
    return size;
  }

  int[] pixels() {
    return pixels;
  }

  void clear() {
    Arrays.fill(pixels, 0);
  }

  /** Draws smoothly in sides of the picture; to be disposed of. */
  Graphics2D graphics() {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(size, size);
    return graphics;
  }

  /** The smallest rectangle around the pixels of at least an opacity, 1 to 255; maybe empty. */
  Rectangle bounds(int opacity) {
    int left = size;
    int right = -1;
    int top = size;
    int bottom = -1;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        if (pixels[y * size + x] >>> 24 >= opacity) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return right < 0
        ? new Rectangle()
        : new Rectangle(left, top, right - left + 1, bottom - top + 1);
  }

  /** Lays this sheet on a picture of 0xFFRRGGBB. */
  void over(int[] picture) {
    for (int i = 0; i < pixels.length; i++) {
      int above = pixels[i];
      int alpha = above >>> 24;
      if (alpha == 255) {
        picture[i] = above;
      } else if (alpha > 0) {
        int below = picture[i];
        int clear = 256 - alpha;
        int redBlue = (((below & 0xFF00FF) * clear) >>> 8) & 0xFF00FF;
        int green = (((below & 0xFF00) * clear) >>> 8) & 0xFF00;
        // Carries cannot occur: both products were rounded down.
        picture[i] = Rgb.OPAQUE | ((above & 0xFFFFFF) + (redBlue | green));
      }
    }
  }
}
