package org.efficientvit.visualizers.map;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.colour.Scale;

/**
 * A map of numbers as colours; where a number is NaN there is no colour.
 *
 * @param map (H, W)
 * @param smooth whether values are interpolated between the centres of cells; else each cell has
 *     one colour
 */
public record HeatMap(Tensor map, Scale scale, ColourMap colours, boolean smooth) {

  /** Pixels of the image that is drawn for each point of the area: enough for print. */
  private static final int PIXELS_PER_POINT = 4;

  /**
   * Checks that there is a map to draw.
   *
   * @throws IllegalArgumentException if its shape is not (H, W)
   */
  public HeatMap {
    requireNonNull(scale, "scale is null");
    requireNonNull(colours, "colours is null");
    if (map.shape().rank() != 2 || map.elements() == 0) {
      throw new IllegalArgumentException(map + " is no map of rows and columns");
    }
  }

  /** H, rows of cells. */
  public int rows() {
    return map.shape().dimension(0);
  }

  /** W, columns of cells. */
  public int columns() {
    return map.shape().dimension(1);
  }

  /**
   * The map as pixels: each takes the value at its own centre.
   *
   * @param opacity from 0 to 1
   * @return {@link BufferedImage#TYPE_INT_ARGB}
   */
  public BufferedImage image(int width, int height, double opacity) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int alpha = (int) Math.round(255 * opacity) << 24;
    int[] cells = smooth ? new int[0] : cells(alpha);
    for (int y = 0; y < height; y++) {
      double row = (y + 0.5) * rows() / height;
      for (int x = 0; x < width; x++) {
        double column = (x + 0.5) * columns() / width;
        pixels[y * width + x] =
            smooth ? colour(interpolated(row, column), alpha) : cells[at((int) row, (int) column)];
      }
    }
    return image;
  }

  private int[] cells(int alpha) {
    int[] cells = new int[map.elements()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = colour(map.values()[i], alpha);
    }
    return cells;
  }

  private int colour(double value, int alpha) {
    return Double.isNaN(value) ? 0 : (colours.argb(scale.fraction(value)) & 0xFFFFFF) | alpha;
  }

  /**
   * Draws the map over an area, with edges of cells as sharp in print as on the screen.
   *
   * @param opacity from 0 to 1
   */
  public void draw(Graphics2D g, Rectangle2D area, double opacity) {
    // Whole pixels to a cell, so that every edge of a cell is an edge of a pixel.
    int width = columns() * pixelsPerCell(area.getWidth(), columns());
    int height = rows() * pixelsPerCell(area.getHeight(), rows());
    AffineTransform place = new AffineTransform();
    place.translate(area.getX(), area.getY());
    place.scale(area.getWidth() / width, area.getHeight() / height);
    g.drawImage(image(width, height, opacity), place, null);
  }

  /**
   * The value between cells, where the cell at row r and column c covers from r to r + 1 and from c
   * to c + 1.
   */
  double interpolated(double row, double column) {
    float nearest = value((int) row, (int) column);
    if (Float.isNaN(nearest)) {
      return nearest;
    }
    // A cell's value stands at its centre.
    double y = clip(row - 0.5, rows());
    double x = clip(column - 0.5, columns());
    int top = (int) y;
    int left = (int) x;
    double upper = mix(value(top, left), value(top, left + 1), x - left, nearest);
    double lower = mix(value(top + 1, left), value(top + 1, left + 1), x - left, nearest);
    return upper + (y - top) * (lower - upper);
  }

  private static double clip(double centre, int cells) {
    return Math.min(Math.max(centre, 0), cells - 1.0);
  }

  /** A neighbour without a value takes the nearest one, so that a map ends where its cells do. */
  private static double mix(float left, float right, double fraction, float nearest) {
    double from = Float.isNaN(left) ? nearest : left;
    double to = Float.isNaN(right) ? nearest : right;
    return from + fraction * (to - from);
  }

  private float value(int row, int column) {
    return map.values()[at(row, column)];
  }

  private int at(int row, int column) {
    return Math.min(row, rows() - 1) * columns() + Math.min(column, columns() - 1);
  }

  private static int pixelsPerCell(double points, int cells) {
    return Math.max(1, (int) Math.ceil(PIXELS_PER_POINT * points / cells));
  }
}
