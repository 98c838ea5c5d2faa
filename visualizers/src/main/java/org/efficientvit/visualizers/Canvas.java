package org.efficientvit.visualizers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A theme's pen: the few strokes that every figure is made of. */
public final class Canvas {

  /** Room between a figure's edge and what is on it, in points. */
  public static final double MARGIN = 16;

  /** From a figure's upper edge to the first thing under its title, in points. */
  public static final double HEADER = 54;

  /** Where a line of text stands in relation to its point. */
  public enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  /** Widths that no backend changes, so that a layout is the same on the screen and in a file. */
  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

  private static final float[] DASHES = {4, 3};

  private static final String SEPARATOR = "  ·  ";

  private final Graphics2D g;
  private final Theme theme;

  private Canvas(Graphics2D g, Theme theme) {
    this.g = g;
    this.theme = theme;
  }

  /** Smooth lines and text; the graphics keep these settings. */
  public static Canvas on(Graphics2D g, Theme theme) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return new Canvas(g, theme);
  }

  /** Fills the figure and writes what it is and what it is of. */
  public void header(Figure figure, FigureContext context, double width, double height) {
    fill(new Rectangle2D.Double(0, 0, width, height), theme.background());
    double room = width - 2 * MARGIN;
    text(fit(figure.title(), Theme.Type.TITLE, room), Theme.Type.TITLE, theme.text(), MARGIN, 26);
    double x = MARGIN;
    double left = room - width(context.weights() + SEPARATOR, Theme.Type.BODY);
    String of = fit(String.join(SEPARATOR, subjects(context)), Theme.Type.BODY, left) + SEPARATOR;
    x += text(of, Theme.Type.BODY, theme.muted(), x, 43);
    Color colour = context.isRandom() ? theme.warning() : theme.muted();
    text(
        fit(context.weights(), Theme.Type.BODY, width - MARGIN - x),
        Theme.Type.BODY,
        colour,
        x,
        43);
  }

  private static List<String> subjects(FigureContext context) {
    List<String> subjects = new ArrayList<>(List.of(context.network()));
    if (context.picture() != null) {
      subjects.add(context.picture());
    }
    return subjects;
  }

  /**
   * Writes a line from a point to the right.
   *
   * @param y of the baseline
   * @return its width
   */
  public double text(String text, Theme.Type type, Color colour, double x, double y) {
    return text(text, type, colour, x, y, Align.LEFT);
  }

  /**
   * Writes a line at a point.
   *
   * @param y of the baseline
   * @return its width
   */
  public double text(String text, Theme.Type type, Color colour, double x, double y, Align align) {
    double width = width(text, type);
    double left =
        switch (align) {
          case LEFT -> x;
          case CENTRE -> x - width / 2;
          case RIGHT -> x - width;
        };
    g.setFont(theme.font(type));
    g.setColor(colour);
    g.drawString(text, (float) left, (float) y);
    return width;
  }

  /**
   * Writes a line that is turned about its point.
   *
   * @param y of the baseline there
   * @param angle in radians, clockwise
   */
  public void turned(
      String text, Theme.Type type, Color colour, double x, double y, Align align, double angle) {
    AffineTransform before = g.getTransform();
    g.rotate(angle, x, y);
    text(text, type, colour, x, y, align);
    g.setTransform(before);
  }

  /** How wide a line is, in points. */
  public double width(String text, Theme.Type type) {
    return width(text, theme.font(type));
  }

  /** How wide a line is in any font, in points. */
  public static double width(String text, Font font) {
    return font.getStringBounds(text, METRICS).getWidth();
  }

  /** A line cut short with "…" where it is wider than there is room. */
  public String fit(String text, Theme.Type type, double room) {
    String cut = text;
    while (cut.length() > 1 && width(cut, type) > room) {
      int end = cut.offsetByCodePoints(cut.length() - (cut.endsWith("…") ? 1 : 0), -1);
      cut = cut.substring(0, end).stripTrailing() + "…";
    }
    return cut;
  }

  /** Fills a shape. */
  public void fill(Shape shape, Color colour) {
    g.setColor(colour);
    g.fill(shape);
  }

  /** Draws a shape's line. */
  public void line(Shape shape, Color colour, double thickness) {
    g.setColor(colour);
    g.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    g.draw(shape);
  }

  /** Draws a shape's line in dashes. */
  public void dashes(Shape shape, Color colour, double thickness) {
    g.setColor(colour);
    g.setStroke(
        new BasicStroke(
            (float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0));
    g.draw(shape);
  }

  /** Draws a white line on a black one, which no background hides. */
  public void contrast(Shape shape, double thickness) {
    line(shape, Color.BLACK, 2.4 * thickness);
    line(shape, Color.WHITE, thickness);
  }

  /** Writes a line that is read from below; its left is what is lower. */
  public void upright(String text, Theme.Type type, Color colour, double x, double y, Align align) {
    turned(text, type, colour, x, y, align, -Math.PI / 2);
  }

  /** Draws slanting lines over an area, which go on from one area to the next. */
  public void hatch(Rectangle2D area, Color colour, double thickness, double distance) {
    double first = Math.ceil((area.getMinX() + area.getMinY()) / distance);
    for (double n = first; n * distance < area.getMaxX() + area.getMaxY(); n++) {
      double sum = n * distance;
      double left = Math.max(area.getMinX(), sum - area.getMaxY());
      double right = Math.min(area.getMaxX(), sum - area.getMinY());
      line(new Line2D.Double(left, sum - left, right, sum - right), colour, thickness);
    }
  }
}
