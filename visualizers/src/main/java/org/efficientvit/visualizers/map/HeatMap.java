package org.efficientvit.visualizers.map;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.colour.Scale;

/**
 * A map of numbers as colours.
 *
 * @param map (H, W)
 * @param smooth whether values are interpolated between the centres of cells; else each cell has
 *     one colour
 */
public record HeatMap(Tensor map, Scale scale, ColourMap colours, boolean smooth) {

  /**
   * The map as pixels.
   *
   * @param opacity from 0 to 1
   * @return {@link BufferedImage#TYPE_INT_ARGB}
   */
  public BufferedImage image(int width, int height, double opacity) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
  }

  /** Draws the map over an area. */
  public void draw(Graphics2D g, Rectangle2D area, double opacity) {
    g.draw(area);
  }
}
