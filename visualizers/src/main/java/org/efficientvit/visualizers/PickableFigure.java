package org.efficientvit.visualizers;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * A figure whose parts can be pointed at and brought out.
 *
 * <p>Operations bear the same names in every figure, table and map of a network, so that what is
 * pointed at in one can be brought out in all others.
 */
public interface PickableFigure extends Figure {

  /** As far as a hand may miss, in points. */
  double REACH = 4;

  /** Width of what is brought out at least, in points. */
  double RING = 14;

  /**
   * Its parts where they lie when it is drawn at a size, those in front last.
   *
   * @param width that the figure is drawn with
   * @param height that the figure is drawn with
   */
  List<Pickable> pickables(double width, double height);

  /**
   * The part at a point: the front one of those that hold it, or else the nearest one in reach. Who
   * asks for more than one point at a size keeps a {@link PickIndex}.
   *
   * @param x from the figure's left edge
   * @param y from the figure's upper edge
   * @param width that the figure is drawn with
   * @param height that the figure is drawn with
   */
  default Optional<Pickable> pick(double x, double y, double width, double height) {
    return PickIndex.of(this, width, height).pick(x, y);
  }

  /**
   * Draws a line around every part that shows an operation or stands for what has this name, over
   * the figure as it was drawn at a size.
   */
  default void highlight(Graphics2D g, String name, double width, double height, Theme theme) {
    highlight(g, name, pickables(width, height), theme);
  }

  /**
   * Draws a line around every part of these that shows an operation or stands for what has this
   * name, over the figure as it was drawn.
   *
   * @param parts of a figure, where they lie
   */
  static void highlight(Graphics2D g, String name, List<Pickable> parts, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    for (Pickable part : parts) {
      if (part.operations().contains(name) || part.name().equals(name)) {
        Shape line = around(part.outline());
        canvas.line(line, theme.background(), 4.5);
        canvas.line(line, theme.text(), 1.8);
      }
    }
  }

  /** An outline as it is or, where it is too small to be found by it, a ring around it. */
  private static Shape around(Shape outline) {
    Rectangle2D box = outline.getBounds2D();
    if (Math.max(box.getWidth(), box.getHeight()) > RING) {
      return outline;
    }
    return new Ellipse2D.Double(
        box.getCenterX() - RING / 2, box.getCenterY() - RING / 2, RING, RING);
  }

  /** The same figure with an operation brought out, to be drawn and exported as any other. */
  default PickableFigure highlighting(String operation) {
    return new HighlightedFigure(this, operation);
  }
}
