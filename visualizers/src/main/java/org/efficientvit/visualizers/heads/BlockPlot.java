package org.efficientvit.visualizers.heads;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.Theme;

/**
 * Numbers over the blocks of a network, each of which has a band of its own.
 *
 * @param area inside the axes
 * @param blocks from left to right
 */
record BlockPlot(Rectangle2D area, List<String> blocks, ValueAxis axis) {

  /** Below the area, for the names of the blocks. */
  static final double NAMES = 16;

  private static final double CAP = 2.5;
  private static final double WHISKER = 1.1;

  /** A block's name without what is the same in all: {@code 2.3} of {@code blocks2.3}. */
  static String shortName(String block) {
    String number = block.replaceFirst("^[a-z_]+\\.?", "");
    return number.isEmpty() ? block : number;
  }

  /** The part of a block's name that is its stage's: {@code blocks2} of {@code blocks2.3}. */
  static String stage(String block) {
    int dot = block.indexOf('.');
    return dot < 0 ? block : block.substring(0, dot);
  }

  /**
   * A place in a block's band.
   *
   * @param share from 0, the left edge, to 1
   */
  double x(int block, double share) {
    return area.getX() + (block + share) * area.getWidth() / blocks.size();
  }

  double y(double value) {
    return axis.y(value, area);
  }

  /**
   * Draws grid lines, a title above and, where they are wanted, the blocks' names below.
   *
   * @param hasNames whether the names are wanted
   */
  void draw(Canvas canvas, Theme theme, String title, boolean hasNames) {
    canvas.text(title, Theme.Type.BODY, theme.text(), area.getX(), area.getY() - 8);
    axis.drawUp(canvas, theme, area);
    for (int block = 0; block < blocks.size(); block++) {
      if (block > 0) {
        boolean isStage = !stage(blocks.get(block)).equals(stage(blocks.get(block - 1)));
        double x = x(block, 0);
        canvas.line(
            new Line2D.Double(x, area.getMinY(), x, area.getMaxY()),
            isStage ? theme.muted() : theme.grid(),
            0.75);
      }
      if (hasNames) {
        canvas.text(
            name(canvas, blocks.get(block)),
            Theme.Type.SMALL,
            theme.text(),
            x(block, 0.5),
            area.getMaxY() + 13,
            Align.CENTRE);
      }
    }
  }

  /** The whole name where there is room, else the short one. */
  private String name(Canvas canvas, String block) {
    double room = area.getWidth() / blocks.size() - 4;
    return canvas.width(block, Theme.Type.SMALL) <= room ? block : shortName(block);
  }

  /** Draws where an estimate lies; nothing where that is sure. */
  void whisker(Canvas canvas, Color colour, double x, Estimate estimate) {
    if (estimate.low() < estimate.high()) {
      double low = y(estimate.low());
      double high = y(estimate.high());
      canvas.line(new Line2D.Double(x, low, x, high), colour, WHISKER);
      canvas.line(new Line2D.Double(x - CAP, low, x + CAP, low), colour, WHISKER);
      canvas.line(new Line2D.Double(x - CAP, high, x + CAP, high), colour, WHISKER);
    }
  }
}
