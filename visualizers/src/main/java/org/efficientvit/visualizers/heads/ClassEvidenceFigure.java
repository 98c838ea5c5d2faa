package org.efficientvit.visualizers.heads;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.efficientvit.core.evidence.ClassEvidence;
import org.efficientvit.core.image.Crop;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.colour.Scale;
import org.efficientvit.visualizers.map.Backdrop;
import org.efficientvit.visualizers.map.ColourBar;
import org.efficientvit.visualizers.map.HeatMap;
import org.efficientvit.visualizers.map.PanelGrid;
import org.efficientvit.visualizers.map.Token;
import org.efficientvit.visualizers.map.TokenGrid;

/**
 * What each cell of the last feature maps says for a class, over the picture: their sum and a
 * constant are the logit, exactly.
 *
 * @param panels side by side, on one scale around 0
 * @param crop that the network saw
 */
public record ClassEvidenceFigure(List<Panel> panels, Crop crop, FigureContext context)
    implements Figure {

  private static final double ONE_PANEL = 320;
  private static final double PANEL = 208;

  /** Cells of a panel this high still have room for their numbers. */
  private static final double LEAST_PANEL = 160;

  private static final double LEAST_WIDTH = 560;
  private static final double GAP = 12;
  private static final double LABEL = 18;
  private static final double SUM = 34;
  private static final double BAR = 44;
  private static final double ABOVE_BAR = 10;
  private static final double OPACITY = 0.62;
  private static final double SMALLEST_WITH_NUMBERS = 30;
  private static final String NOTE =
      "Red speaks for the class, blue against it; the numbers are what each cell adds. Pooling,"
          + " normalisation and the classifier are linear, so cells and constant add up to the"
          + " logit. A cell sees more of the picture than it covers.";

  /**
   * The evidence for one class, or for one rather than another.
   *
   * @param title the class
   * @param sum what the cells and the constant add up to: {@code logit}
   */
  public record Panel(String title, String sum, ClassEvidence evidence) {

    public Panel {
      requireNonNull(title, "title is null");
      requireNonNull(sum, "sum is null");
      requireNonNull(evidence, "evidence is null");
    }
  }

  /**
   * What is under a point of a drawn figure.
   *
   * @param panel from the left, from 0
   * @param cell of the last feature maps
   */
  public record Hit(int panel, Token cell) {}

  public ClassEvidenceFigure {
    panels = List.copyOf(panels);
    requireNonNull(crop, "crop is null");
    requireNonNull(context, "context is null");
  }

  /** The evidence for one class. */
  public static ClassEvidenceFigure of(
      String label, ClassEvidence evidence, Crop crop, FigureContext context) {
    return new ClassEvidenceFigure(List.of(new Panel(label, "logit", evidence)), crop, context);
  }

  /** The evidence for two classes, and what speaks for the first rather than the second. */
  public static ClassEvidenceFigure between(
      String label,
      ClassEvidence evidence,
      String other,
      ClassEvidence against,
      Crop crop,
      FigureContext context) {
    return new ClassEvidenceFigure(
        List.of(
            new Panel(label, "logit", evidence),
            new Panel(other, "logit", against),
            new Panel(label + " − " + other, "difference", evidence.minus(against))),
        crop,
        context);
  }

  @Override
  public String name() {
    return panels.size() == 1 ? "class-evidence" : "class-evidence-difference";
  }

  @Override
  public String title() {
    return panels.size() == 1
        ? "What speaks for " + panels.get(0).title
        : "What speaks for each class, and for one rather than the other";
  }

  @Override
  public double width() {
    double across = panels.size() * side() + (panels.size() - 1) * GAP;
    return Math.max(LEAST_WIDTH, 2 * Canvas.MARGIN + across);
  }

  @Override
  public double height() {
    return Canvas.HEADER + LABEL + side() + below(width()) + Canvas.MARGIN;
  }

  @Override
  public double leastHeight() {
    return height() - side() + LEAST_PANEL;
  }

  private double side() {
    return panels.size() == 1 ? ONE_PANEL : PANEL;
  }

  private static double below(double width) {
    return SUM + ABOVE_BAR + BAR + Notes.of(NOTE, width - 2 * Canvas.MARGIN).height();
  }

  private PanelGrid layout(double width, double height) {
    Rectangle2D area =
        new Rectangle2D.Double(
            Canvas.MARGIN,
            Canvas.HEADER,
            width - 2 * Canvas.MARGIN,
            height - Canvas.HEADER - Canvas.MARGIN - below(width));
    return PanelGrid.with(panels.size(), area, panels.size(), GAP, LABEL);
  }

  /** The cells of one panel as it is drawn at a size. */
  public TokenGrid cells(int panel, double width, double height) {
    return cells(panels.get(panel), layout(width, height).panel(panel));
  }

  private static TokenGrid cells(Panel panel, Rectangle2D area) {
    int rows = panel.evidence.cells().shape().dimension(0);
    int columns = panel.evidence.cells().shape().dimension(1);
    return TokenGrid.of(new WindowGrid(rows, columns, Math.max(rows, columns)), area);
  }

  /** Which cell is under a point of the figure as it is drawn at a size. */
  public Optional<Hit> hit(double x, double y, double width, double height) {
    for (int i = 0; i < panels.size(); i++) {
      Optional<Token> cell = cells(i, width, height).tokenAt(x, y);
      if (cell.isPresent()) {
        return Optional.of(new Hit(i, cell.get()));
      }
    }
    return Optional.empty();
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    PanelGrid layout = layout(width, height);
    Scale scale =
        Scale.of(panels.stream().map(panel -> panel.evidence.cells()).toList()).aroundZero();
    for (int i = 0; i < panels.size(); i++) {
      draw(g, canvas, theme, panels.get(i), layout.panel(i), scale);
    }
    double room = width - 2 * Canvas.MARGIN;
    double y = layout.bottom() + SUM + ABOVE_BAR;
    new ColourBar(ColourMap.BLUE_RED, "added to the logit by each cell", ColourBar.ticks(scale), "")
        .draw(g, canvas, theme, Canvas.MARGIN, y, room);
    Notes.of(NOTE, room).draw(canvas, theme, Canvas.MARGIN, y + BAR);
  }

  private void draw(
      Graphics2D g, Canvas canvas, Theme theme, Panel panel, Rectangle2D area, Scale scale) {
    canvas.text(
        canvas.fit(panel.title, Theme.Type.BODY, area.getWidth()),
        Theme.Type.BODY,
        theme.text(),
        area.getX(),
        area.getY() - 5);
    Backdrop.draw(g, crop.picture(), 1 - OPACITY, area);
    Tensor cells = panel.evidence.cells();
    new HeatMap(cells, scale, ColourMap.BLUE_RED, false).draw(g, area, OPACITY);
    TokenGrid grid = cells(panel, area);
    for (int row = 0; row < cells.shape().dimension(0); row++) {
      for (int column = 0; column < cells.shape().dimension(1); column++) {
        number(canvas, theme, grid.cell(new Token(row, column)), cells.at(row, column), scale);
      }
    }
    double constant = panel.evidence.constant();
    canvas.text(
        canvas.fit(
            "cells %s, constant %s"
                .formatted(
                    Numbers.signed(panel.evidence.sum() - constant), Numbers.signed(constant)),
            Theme.Type.SMALL,
            area.getWidth()),
        Theme.Type.SMALL,
        theme.muted(),
        area.getX(),
        area.getMaxY() + 14);
    canvas.text(
        panel.sum + " " + Numbers.signed(panel.evidence.sum()),
        Theme.Type.BODY,
        theme.text(),
        area.getX(),
        area.getMaxY() + 29);
  }

  /** A number on a plate of its own colour, which no picture makes hard to read. */
  private static void number(
      Canvas canvas, Theme theme, Rectangle2D cell, double value, Scale scale) {
    if (cell.getWidth() < SMALLEST_WITH_NUMBERS) {
      return;
    }
    int decimals = scale.max() < 0.1 ? 3 : scale.max() < 10 ? 2 : 1;
    String text = String.format(Locale.ROOT, "%+." + decimals + "f", value).replace('-', '−');
    Color colour = new Color(ColourMap.BLUE_RED.argb(scale.fraction(value)));
    double width = canvas.width(text, Theme.Type.SMALL) + 8;
    canvas.fill(
        new RoundRectangle2D.Double(
            cell.getCenterX() - width / 2, cell.getCenterY() - 7, width, 14, 6, 6),
        colour);
    canvas.text(
        text,
        Theme.Type.SMALL,
        theme.legibleOn(colour),
        cell.getCenterX(),
        cell.getCenterY() + 3.4,
        Align.CENTRE);
  }

  /** The constant stands under the cells, without a place. */
  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (Panel panel : panels) {
      Tensor cells = panel.evidence.cells();
      int columns = cells.shape().dimension(1);
      for (int i = 0; i < cells.elements(); i++) {
        rows.add(List.of(panel.title, i / columns, i % columns, cells.values()[i]));
      }
      rows.add(List.of(panel.title, "", "", panel.evidence.constant()));
    }
    return new DataTable(List.of("class", "row", "column", "added to the logit"), rows);
  }
}
