package org.efficientvit.visualizers.heads;

import java.awt.geom.Rectangle2D;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.map.PanelGrid;

/**
 * Where the square panels of heads stand: a row for each thing that is shown of them, or, of one
 * thing alone, as many rows as it takes.
 *
 * @param rows things that are shown of each head
 * @param heads h
 * @param inOneRow the most panels of one thing side by side
 * @param largest side of a panel, in points
 * @param left room for what stands to the left of all panels
 * @param below room for what stands below them
 */
record HeadPanels(int rows, int heads, int inOneRow, double largest, double left, double below) {

  static final double GAP = 12;

  /** Above a panel, for its label. */
  static final double LABEL = 18;

  private static final double ROW_WIDTH = 648;

  double width() {
    // Two at least, so that one head leaves room for the title.
    int across = Math.max(2, columns());
    return 2 * Canvas.MARGIN + left + across * side() + (across - 1) * GAP;
  }

  double height() {
    return Canvas.HEADER + PanelGrid.height(lines(), side(), LABEL) + below + Canvas.MARGIN;
  }

  /** The panels of a figure that is drawn at a size, row by row. */
  PanelGrid in(double width, double height) {
    Rectangle2D area =
        new Rectangle2D.Double(
            Canvas.MARGIN + left,
            Canvas.HEADER,
            width - 2 * Canvas.MARGIN - left,
            height - Canvas.HEADER - below - Canvas.MARGIN);
    return rows > 1
        ? PanelGrid.with(heads, area, rows * heads, GAP, LABEL)
        : PanelGrid.in(area, heads, GAP, LABEL);
  }

  private int lines() {
    return rows > 1 ? rows : (heads + inOneRow - 1) / inOneRow;
  }

  private int columns() {
    return rows > 1 ? heads : (heads + lines() - 1) / lines();
  }

  private double side() {
    int across = Math.max(2, columns());
    return Math.min(largest, (ROW_WIDTH - left - (across - 1) * GAP) / across);
  }
}
