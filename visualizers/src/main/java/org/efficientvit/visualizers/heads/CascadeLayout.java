package org.efficientvit.visualizers.heads;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.efficientvit.visualizers.Canvas;

/**
 * Where the panels of a cascade stand: a column for each head, from above its split, its map and
 * its output, and between the first two the place where the previous head's output is added.
 *
 * @param heads h
 * @param side of a panel, in points
 * @param pitch from one column to the next
 * @param top of the figure's panels
 */
record CascadeLayout(int heads, double side, double pitch, double top) {

  /** Above a panel, for its label. */
  static final double LABEL = 18;

  /** Left of the first column, for the names of the rows. */
  static final double LEFT = 22;

  /** From a split to the label of the map, where what is added joins in. */
  static final double JOIN = 40;

  static final double ARROW = 10;

  /** Radius of the sign of a sum. */
  static final double NODE = 7;

  static final double GAP = 46;
  private static final double LARGEST = 130;
  private static final double SMALLEST = 96;

  /** The rows, from above. */
  enum Row {
    SPLIT("split"),
    ATTENTION("attention received"),
    OUTPUT("output");

    private final String label;

    Row(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  static CascadeLayout own(int heads) {
    return new CascadeLayout(heads, LARGEST, LARGEST + GAP, Canvas.HEADER);
  }

  /** With the smallest panels whose tokens are still told apart. */
  static CascadeLayout least(int heads) {
    return new CascadeLayout(heads, SMALLEST, SMALLEST + GAP, Canvas.HEADER);
  }

  /** Panels that fill what is left of a figure. */
  static CascadeLayout in(int heads, double width, double height, double below) {
    double pitch = (width - 2 * Canvas.MARGIN - LEFT + GAP) / heads;
    double high = (height - Canvas.HEADER - below - 3 * LABEL - JOIN - ARROW) / 3;
    double side = Math.max(1, Math.min(pitch - GAP, high));
    return new CascadeLayout(heads, side, side + GAP, Canvas.HEADER);
  }

  double width() {
    return 2 * Canvas.MARGIN + LEFT + heads * pitch - GAP;
  }

  double bottom() {
    return panel(0, Row.OUTPUT).getMaxY();
  }

  Rectangle2D panel(int head, Row row) {
    double y =
        switch (row) {
          case SPLIT -> top + LABEL;
          case ATTENTION -> top + 2 * LABEL + side + JOIN;
          case OUTPUT -> top + 3 * LABEL + 2 * side + JOIN + ARROW;
        };
    return new Rectangle2D.Double(Canvas.MARGIN + LEFT + head * pitch, y, side, side);
  }

  /** Where what the previous head gives is added. */
  Point2D join(int head) {
    Rectangle2D split = panel(head, Row.SPLIT);
    return new Point2D.Double(split.getCenterX(), split.getMaxY() + JOIN / 2);
  }

  /** The middle between a head's column and the previous one's. */
  double between(int head) {
    return panel(head, Row.SPLIT).getX() - GAP / 2;
  }
}
