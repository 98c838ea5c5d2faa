package org.efficientvit.visualizers.map;

import java.awt.geom.Rectangle2D;

/**
 * Square panels of equal size in rows, as large as an area lets them be.
 *
 * @param count how many panels
 * @param columns panels in a row
 * @param side of a panel
 * @param gap between panels side by side
 * @param label room above each panel for its label
 */
public record PanelGrid(
    int count, int columns, double x, double y, double side, double gap, double label) {

  /** Room between a row of panels and the next row's labels. */
  private static final double ROW_GAP = 6;

  /** The number of columns that gives the largest panels; of equals, the most columns. */
  public static PanelGrid in(Rectangle2D area, int count, double gap, double label) {
    PanelGrid best = with(1, area, count, gap, label);
    for (int columns = 2; columns <= count; columns++) {
      PanelGrid grid = with(columns, area, count, gap, label);
      // Half a point is not worth a row.
      if (grid.side >= best.side - 0.5) {
        best = grid;
      }
    }
    return best;
  }

  /** A number of panels with so many in a row. */
  public static PanelGrid with(int columns, Rectangle2D area, int count, double gap, double label) {
    int rows = (count + columns - 1) / columns;
    double wide = (area.getWidth() - (columns - 1) * gap) / columns;
    double high = (area.getHeight() - (rows - 1) * ROW_GAP) / rows - label;
    double side = Math.max(1, Math.min(wide, high));
    return new PanelGrid(count, columns, area.getX(), area.getY(), side, gap, label);
  }

  /** The height that rows of panels of a side take, labels included. */
  public static double height(int rows, double side, double label) {
    return rows * (side + label) + (rows - 1) * ROW_GAP;
  }

  /** The lower edge of the last row. */
  public double bottom() {
    return y + height((count + columns - 1) / columns, side, label);
  }

  /** The right edge of a full row. */
  public double right() {
    return x + columns * side + (columns - 1) * gap;
  }

  /** One panel, without its label. */
  public Rectangle2D panel(int index) {
    int row = index / columns;
    return new Rectangle2D.Double(
        x + index % columns * (side + gap), y + row * (side + label + ROW_GAP) + label, side, side);
  }
}
