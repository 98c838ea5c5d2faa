package org.efficientvit.app.window;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.efficientvit.visualizers.colour.ColourMap;

/**
 * Draws the program's icon, a small attention map whose asking token is outlined, in all its sizes:
 * FOLDER, which is app/src/main/resources/org/efficientvit/app/window.
 */
final class IconDrawing {

  private static final int TOKENS = 4;
  private static final int QUERY_ROW = 1;
  private static final int QUERY_COLUMN = 2;

  /** Attention of the asking token to each, 0 to 1: strongest around an object low on the left. */
  private static final double[][] ATTENTION = {
    {0.16, 0.24, 0.36, 0.20},
    {0.30, 0.58, 0.86, 0.34},
    {0.62, 1.00, 0.66, 0.26},
    {0.40, 0.70, 0.38, 0.12},
  };

  private IconDrawing() {}

  public static void main(String[] args) throws IOException {
    for (int side : WindowIcon.SIDES) {
      ImageIO.write(draw(side), "png", Path.of(args[0], WindowIcon.file(side)).toFile());
    }
  }

  /** The icon on a transparent ground, {@code side} pixels wide and high. */
  static BufferedImage draw(int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    double border = Math.max(0, Math.round(side / 32.0));
    double ground = side - 2 * border;
    g.setPaint(new GradientPaint(0, 0, new Color(0x2b3350), 0, side, new Color(0x14182a)));
    g.fill(square(border, border, ground, 0.22));

    // Whole pixels, so that the smallest icon is as sharp as the largest.
    int gap = (int) Math.max(1, Math.round(side / 28.0));
    int cell = (int) Math.floor((ground * 0.8 - (TOKENS - 1) * gap) / TOKENS);
    int first = (side - TOKENS * cell - (TOKENS - 1) * gap) / 2;
    double round = side < 32 ? 0 : 0.2;
    for (int row = 0; row < TOKENS; row++) {
      for (int column = 0; column < TOKENS; column++) {
        int x = first + column * (cell + gap);
        int y = first + row * (cell + gap);
        if (row == QUERY_ROW && column == QUERY_COLUMN) {
          int line = (int) Math.max(1, Math.round(side / 48.0));
          g.setColor(Color.WHITE);
          g.fill(square(x - line, y - line, cell + 2 * line, round));
        }
        g.setColor(new Color(ColourMap.EMBER.argb(0.22 + 0.72 * ATTENTION[row][column])));
        g.fill(square(x, y, cell, round));
      }
    }
    g.dispose();
    return image;
  }

  private static RoundRectangle2D square(double x, double y, double side, double round) {
    return new RoundRectangle2D.Double(x, y, side, side, 2 * round * side, 2 * round * side);
  }
}
