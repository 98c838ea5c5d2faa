package org.efficientvit.visualizers.map;

import java.awt.geom.Rectangle2D;
import org.efficientvit.visualizers.Canvas;

/** Where the panels of an attention figure's heads stand. */
record AttentionLayout(int heads) {

  /** Room between the last row of panels and the colour bar. */
  static final double ABOVE_BAR = 14;

  private static final int HEADS_IN_A_ROW = 4;
  private static final double ROW_WIDTH = 648;
  private static final double LARGEST_PANEL = 220;
  private static final double GAP = 12;
  private static final double LABEL = 18;

  double width() {
    return 2 * Canvas.MARGIN + columns() * side() + (columns() - 1) * GAP;
  }

  double height() {
    return Canvas.HEADER + PanelGrid.height(rows(), side(), LABEL) + below();
  }

  /** The panels of a figure that is drawn at a size. */
  PanelGrid panels(double width, double height) {
    Rectangle2D area =
        new Rectangle2D.Double(
            Canvas.MARGIN,
            Canvas.HEADER,
            width - 2 * Canvas.MARGIN,
            height - Canvas.HEADER - below());
    return PanelGrid.in(area, heads, GAP, LABEL);
  }

  private static double below() {
    return ABOVE_BAR + ColourBar.HEIGHT + Canvas.MARGIN;
  }

  private int rows() {
    return (heads + HEADS_IN_A_ROW - 1) / HEADS_IN_A_ROW;
  }

  /** Two at least, so that one head leaves room for the title. */
  private int columns() {
    return Math.max(2, (heads + rows() - 1) / rows());
  }

  private double side() {
    return Math.min(LARGEST_PANEL, (ROW_WIDTH - (columns() - 1) * GAP) / columns());
  }
}
