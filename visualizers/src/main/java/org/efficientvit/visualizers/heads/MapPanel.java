package org.efficientvit.visualizers.heads;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.Scale;
import org.efficientvit.visualizers.map.Backdrop;
import org.efficientvit.visualizers.map.HeatMap;
import org.efficientvit.visualizers.map.MapStyle;
import org.efficientvit.visualizers.map.Token;
import org.efficientvit.visualizers.map.TokenGrid;

/** Draws maps over the picture, with what pads their windows around it. */
record MapPanel(Graphics2D g, Canvas canvas, Theme theme, Picture picture, MapStyle style) {

  /** Distance between hatching lines, in points. */
  private static final double HATCH = 6;

  /** Padding where a map has no number. */
  private static final Color EMPTY = new Color(0x767E88);

  private static final Color HATCHING = new Color(255, 255, 255, 150);
  private static final double THICKEST = 1.5;
  private static final double OF_A_CELL = 0.08;
  private static final double ABOVE = 5;
  private static final double BETWEEN = 6;

  /** The part of a panel that the picture takes: all of it, less the cells that pad windows. */
  static Rectangle2D pictureIn(WindowGrid grid, Rectangle2D panel) {
    TokenGrid cells = TokenGrid.of(PaddedMaps.padded(grid), panel);
    return cells
        .cell(new Token(0, 0))
        .createUnion(cells.cell(new Token(grid.height() - 1, grid.width() - 1)));
  }

  /** Writes what a panel is above it and, where there is room, a figure of it. */
  void label(Rectangle2D panel, String name, String figure) {
    double baseline = panel.getY() - ABOVE;
    double used = canvas.text(name, Theme.Type.BODY, theme.text(), panel.getX(), baseline);
    double room = panel.getWidth() - used - BETWEEN;
    if (canvas.width(figure, Theme.Type.SMALL) <= room) {
      canvas.text(figure, Theme.Type.SMALL, theme.muted(), panel.getMaxX(), baseline, Align.RIGHT);
    }
  }

  /**
   * Draws one map.
   *
   * @param map (H', W'), the grid with the cells that pad its windows
   */
  void draw(WindowGrid grid, Rectangle2D panel, Tensor map, Scale scale) {
    Rectangle2D inside = pictureIn(grid, panel);
    if (grid.isPadded()) {
      canvas.fill(panel, EMPTY);
    }
    Backdrop.draw(g, picture, 1 - style.opacity(), inside);
    new HeatMap(map, scale, style.colours(), style.smooth()).draw(g, panel, style.opacity());
    if (grid.isPadded()) {
      padding(panel, inside);
    }
    if (style.windowBorders()) {
      TokenGrid.of(PaddedMaps.padded(grid), panel)
          .windowBorders()
          .forEach(line -> canvas.contrast(line, 0.5));
    }
    if (grid.isPadded()) {
      canvas.contrast(inside, 1.1);
    }
  }

  /** Hatches what is below the picture and to the right of it. */
  private void padding(Rectangle2D panel, Rectangle2D inside) {
    Rectangle2D right = new Rectangle2D.Double();
    right.setFrameFromDiagonal(inside.getMaxX(), panel.getY(), panel.getMaxX(), panel.getMaxY());
    Rectangle2D below = new Rectangle2D.Double();
    below.setFrameFromDiagonal(inside.getX(), inside.getMaxY(), inside.getMaxX(), panel.getMaxY());
    for (Rectangle2D strip : new Rectangle2D[] {right, below}) {
      canvas.hatch(strip, HATCHING, 0.7, HATCH);
    }
  }

  /** Outlines a token and, where there are several, its window. */
  void outline(WindowGrid grid, Rectangle2D panel, Token token) {
    TokenGrid cells = TokenGrid.of(PaddedMaps.padded(grid), panel);
    if (!cells.windowBorders().isEmpty()) {
      canvas.contrast(cells.window(token), 0.9);
    }
    Rectangle2D cell = cells.cell(token);
    canvas.contrast(cell, Math.min(THICKEST, OF_A_CELL * cell.getWidth()));
  }
}
