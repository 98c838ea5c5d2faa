package org.efficientvit.visualizers.heads;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.colour.Scale;
import org.efficientvit.visualizers.heads.CascadeLayout.Row;
import org.efficientvit.visualizers.map.Backdrop;
import org.efficientvit.visualizers.map.ColourBar;
import org.efficientvit.visualizers.map.HeatMap;
import org.efficientvit.visualizers.map.MapStyle;
import org.efficientvit.visualizers.map.TokenGrid;

/** Draws the panels of a cascade and the arrows between them. */
record CascadePainter(
    Graphics2D g, Canvas canvas, Theme theme, CascadeFigure figure, CascadeLayout layout) {

  private static final MapStyle STYLE = MapStyle.attention();

  /** Draws all heads and, beside the first, what the rows are. */
  void drawHeads() {
    for (Row row : Row.values()) {
      Rectangle2D first = layout.panel(0, row);
      canvas.upright(
          row.label(),
          Theme.Type.BODY,
          theme.text(),
          first.getX() - 9,
          first.getCenterY(),
          Align.CENTRE);
    }
    for (int head = 0; head < figure.heads().size(); head++) {
      panels(head);
      arrows(head);
    }
  }

  /** Draws what colours mean, under a height. */
  void drawBars(double y, double room) {
    double half = (room - CascadeLayout.GAP) / 2;
    new ColourBar(ColourMap.EMBER, "length of a token's vector", ColourBar.ticks(lengths()), "")
        .draw(g, canvas, theme, Canvas.MARGIN, y, half);
    new ColourBar(STYLE.colours(), "attention received by a token", ColourBar.ticks(received()), "")
        .draw(g, canvas, theme, Canvas.MARGIN + half + CascadeLayout.GAP, y, half);
  }

  private void panels(int index) {
    CascadeHead head = figure.heads().get(index);
    Rectangle2D split = layout.panel(index, Row.SPLIT);
    label(split, "head " + index, theme.text());
    new HeatMap(head.split(), lengths(), ColourMap.EMBER, false).draw(g, split, 1);

    Rectangle2D attention = layout.panel(index, Row.ATTENTION);
    Backdrop.draw(g, figure.crop().picture(), 1 - STYLE.opacity(), attention);
    new HeatMap(head.attention(), received(), STYLE.colours(), false)
        .draw(g, attention, STYLE.opacity());

    Rectangle2D output = layout.panel(index, Row.OUTPUT);
    new HeatMap(head.output(), lengths(), ColourMap.EMBER, false).draw(g, output, 1);
    for (Rectangle2D panel : List.of(split, attention, output)) {
      TokenGrid.of(figure.grid(), panel)
          .windowBorders()
          .forEach(line -> canvas.contrast(line, 0.5));
      canvas.line(panel, theme.muted(), 0.75);
    }
    if (head.isUniform()) {
      label(attention, "uniform", theme.warning());
      canvas.dashes(attention, theme.warning(), 2);
    }
    if (head.isSilenced()) {
      label(output, "silenced", theme.warning());
      cross(output);
    }
  }

  private void cross(Rectangle2D area) {
    double left = area.getMinX();
    double right = area.getMaxX();
    canvas.contrast(new Line2D.Double(left, area.getMinY(), right, area.getMaxY()), 1.4);
    canvas.contrast(new Line2D.Double(left, area.getMaxY(), right, area.getMinY()), 1.4);
  }

  private void label(Rectangle2D panel, String text, Color colour) {
    canvas.text(
        canvas.fit(text, Theme.Type.BODY, panel.getWidth()),
        Theme.Type.BODY,
        colour,
        panel.getX(),
        panel.getY() - 5);
  }

  private void arrows(int index) {
    Rectangle2D split = layout.panel(index, Row.SPLIT);
    Rectangle2D attention = layout.panel(index, Row.ATTENTION);
    double x = split.getCenterX();
    boolean joins = joins(index);
    Point2D join = layout.join(index);
    double from = joins ? join.getY() + CascadeLayout.NODE : split.getMaxY();
    Arrow.of(x, from, x, attention.getY()).draw(canvas, theme.text());
    Arrow.of(x, attention.getMaxY(), x, layout.panel(index, Row.OUTPUT).getY())
        .draw(canvas, theme.text());
    if (joins) {
      canvas.line(
          new Line2D.Double(x, split.getMaxY(), x, join.getY() - CascadeLayout.NODE),
          theme.text(),
          1.5);
      node(join);
      added(index);
    }
  }

  /** Whether there is a cascade into a head, cut or not. */
  private boolean joins(int index) {
    CascadeHead head = figure.heads().get(index);
    return index > 0
        && (head.isCut() || head.flow().added() > 0 || figure.heads().get(index - 1).isSilenced());
  }

  private void node(Point2D at) {
    double x = at.getX();
    double y = at.getY();
    canvas.line(
        new Ellipse2D.Double(
            x - CascadeLayout.NODE,
            y - CascadeLayout.NODE,
            2 * CascadeLayout.NODE,
            2 * CascadeLayout.NODE),
        theme.text(),
        1.4);
    canvas.line(
        new Line2D.Double(x - CascadeLayout.NODE, y, x + CascadeLayout.NODE, y), theme.text(), 1.4);
    canvas.line(
        new Line2D.Double(x, y - CascadeLayout.NODE, x, y + CascadeLayout.NODE), theme.text(), 1.4);
  }

  /** The edge from the previous head's output, and what it brings. */
  private void added(int index) {
    CascadeHead head = figure.heads().get(index);
    Point2D join = layout.join(index);
    Rectangle2D output = layout.panel(index - 1, Row.OUTPUT);
    double between = layout.between(index);
    Arrow arrow =
        Arrow.of(
            output.getMaxX(),
            output.getCenterY(),
            between,
            output.getCenterY(),
            between,
            join.getY(),
            join.getX() - CascadeLayout.NODE,
            join.getY());
    double text = join.getX() + CascadeLayout.NODE + 5;
    if (head.isCut()) {
      arrow.dashed(canvas, theme.warning());
      Arrow.cross(
          canvas,
          theme.warning(),
          theme.background(),
          between,
          layout.panel(index, Row.ATTENTION).getCenterY());
      canvas.text("cut", Theme.Type.BODY, theme.warning(), text, join.getY() + 4);
    } else {
      arrow.draw(canvas, theme.text());
      canvas.text(
          String.format(Locale.ROOT, "× %.2f", head.flow().ratio()),
          Theme.Type.SMALL,
          theme.text(),
          text,
          join.getY() - 2.5);
      canvas.text(
          String.format(Locale.ROOT, "cos %.2f", head.flow().cosine()).replace('-', '−'),
          Theme.Type.SMALL,
          theme.text(),
          text,
          join.getY() + 9.5);
    }
  }

  private Scale lengths() {
    List<Tensor> all = new ArrayList<>();
    for (CascadeHead head : figure.heads()) {
      all.add(head.split());
      all.add(head.output());
    }
    return Scale.of(all).withZero();
  }

  private Scale received() {
    return Scale.of(figure.heads().stream().map(CascadeHead::attention).toList());
  }
}
