package org.efficientvit.visualizers.heads;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.IntStream;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.Theme;

/** The tokens of one window along both edges of its attention matrix, a tick for each row. */
record MatrixAxes(WindowGrid grid, int window) {

  private static final double TICK = 4;
  private static final double EDGE = 5;
  private static final double HATCH = 3;
  private static final Color BETWEEN_ROWS = new Color(255, 255, 255, 90);

  boolean hasPadding() {
    return IntStream.range(grid.leading(), grid.tokens())
        .anyMatch(token -> !grid.isOnPicture(window, token));
  }

  /**
   * Draws the axes of a matrix.
   *
   * @param isNamed whether to say what the rows are
   */
  void draw(Canvas canvas, Theme theme, Rectangle2D area, boolean isNamed) {
    canvas.line(area, theme.muted(), 0.75);
    for (int row = 0; row < grid.side(); row++) {
      row(canvas, theme, area, row);
    }
    if (grid.leading() > 0) {
      double middle = at(area, 0.5 * grid.leading());
      canvas.upright(
          "class",
          Theme.Type.SMALL,
          theme.text(),
          area.getX() + middle + 3,
          area.getY() - 3,
          Align.LEFT);
      canvas.text(
          "class",
          Theme.Type.SMALL,
          theme.text(),
          area.getX() - 3,
          area.getY() + middle + 3,
          Align.RIGHT);
    }
    if (hasPadding()) {
      for (int token = grid.leading(); token < grid.tokens(); token++) {
        if (!grid.isOnPicture(window, token)) {
          pad(canvas, theme, area, token);
        }
      }
    }
    if (isNamed) {
      canvas.upright(
          "queries: row of the grid",
          Theme.Type.SMALL,
          theme.muted(),
          area.getX() - 25,
          area.getCenterY(),
          Align.CENTRE);
    }
  }

  /** The numbers of one row of the window, and a line before it. */
  private void row(Canvas canvas, Theme theme, Rectangle2D area, int row) {
    double start = at(area, grid.leading() + row * grid.side());
    double middle = at(area, grid.leading() + (row + 0.5) * grid.side());
    double x = area.getX() + start;
    double y = area.getY() + start;
    if (start > 0) {
      canvas.line(new Line2D.Double(x, area.getY(), x, area.getMaxY()), BETWEEN_ROWS, 0.4);
      canvas.line(new Line2D.Double(area.getX(), y, area.getMaxX(), y), BETWEEN_ROWS, 0.4);
    }
    canvas.line(new Line2D.Double(x, area.getY(), x, area.getY() - TICK), theme.muted(), 0.75);
    canvas.line(new Line2D.Double(area.getX(), y, area.getX() - TICK, y), theme.muted(), 0.75);
    String label = Integer.toString(grid.rowOf(window, grid.leading() + row * grid.side()));
    canvas.text(
        label, Theme.Type.SMALL, theme.text(), area.getX() + middle, area.getY() - 7, Align.CENTRE);
    canvas.text(
        label,
        Theme.Type.SMALL,
        theme.text(),
        area.getX() - 7,
        area.getY() + middle + 3.4,
        Align.RIGHT);
  }

  private void pad(Canvas canvas, Theme theme, Rectangle2D area, int token) {
    double start = at(area, token);
    double length = at(area, 1);
    canvas.hatch(
        new Rectangle2D.Double(area.getX() + start, area.getY() - EDGE, length, EDGE),
        theme.text(),
        0.7,
        HATCH);
    canvas.hatch(
        new Rectangle2D.Double(area.getX() - EDGE, area.getY() + start, EDGE, length),
        theme.text(),
        0.7,
        HATCH);
  }

  private double at(Rectangle2D area, double token) {
    return token * area.getWidth() / grid.tokens();
  }
}
