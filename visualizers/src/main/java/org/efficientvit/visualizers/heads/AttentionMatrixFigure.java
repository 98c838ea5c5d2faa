package org.efficientvit.visualizers.heads;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.heads.HeadScales.SharedBy;
import org.efficientvit.visualizers.map.ColourBar;
import org.efficientvit.visualizers.map.HeatMap;
import org.efficientvit.visualizers.map.PanelGrid;

/**
 * All weights of one window of a block, (N, N) for each head: a row for each token that asks, a
 * column for each that is asked, both in the order of the window's rows.
 *
 * @param window counted row by row
 * @param isShared whether all heads have one scale; else each has its own
 */
public record AttentionMatrixFigure(
    StitchedAttention attention,
    int window,
    boolean isShared,
    ColourMap colours,
    FigureContext context)
    implements Figure {

  private static final int HEADS_IN_A_ROW = 3;
  private static final double LARGEST_PANEL = 300;
  private static final double BAR = 44;

  /** Beside a matrix and above it, for the rows of its tokens. */
  private static final double TICKS = 36;

  /**
   * What is under a point of a drawn figure.
   *
   * @param head whose matrix it is
   * @param query the row: which token of the window asks
   * @param key the column: which is asked
   */
  public record Hit(int head, int query, int key) {}

  /**
   * Checks that there is such a window.
   *
   * @throws IndexOutOfBoundsException if there is not
   */
  public AttentionMatrixFigure {
    requireNonNull(attention, "attention is null");
    requireNonNull(colours, "colours is null");
    requireNonNull(context, "context is null");
    if (window < 0 || window >= attention.grid().windows()) {
      throw new IndexOutOfBoundsException(
          "no window " + window + " of " + attention.grid().windows());
    }
  }

  /** On one scale for all heads. */
  public static AttentionMatrixFigure of(
      StitchedAttention attention, int window, FigureContext context) {
    return new AttentionMatrixFigure(attention, window, true, ColourMap.LAGOON, context);
  }

  private WindowGrid grid() {
    return attention.grid();
  }

  /** Where one head's matrix lies in the figure as it is drawn at a size. */
  public Rectangle2D matrix(int head, double width, double height) {
    return matrix(layout(width).in(width, height).panel(head));
  }

  private static Rectangle2D matrix(Rectangle2D panel) {
    double side = panel.getWidth() - TICKS;
    return new Rectangle2D.Double(panel.getX() + TICKS, panel.getY() + TICKS, side, side);
  }

  /**
   * Which weight is under a point of the figure as it is drawn at a size.
   *
   * @param x from the figure's left edge
   * @param y from the figure's upper edge
   * @param width that the figure is drawn with
   * @param height that the figure is drawn with
   */
  public Optional<Hit> hit(double x, double y, double width, double height) {
    for (int head = 0; head < attention.heads(); head++) {
      Rectangle2D area = matrix(head, width, height);
      int query = (int) Math.floor((y - area.getY()) * grid().tokens() / area.getHeight());
      int key = (int) Math.floor((x - area.getX()) * grid().tokens() / area.getWidth());
      if (query >= 0 && query < grid().tokens() && key >= 0 && key < grid().tokens()) {
        return Optional.of(new Hit(head, query, key));
      }
    }
    return Optional.empty();
  }

  @Override
  public String name() {
    return attention.block() + "-matrix-w" + window;
  }

  @Override
  public String title() {
    String block = attention.block() + " · attention matrix of each head";
    return grid().windows() == 1
        ? block
        : block
            + ", window at row %d, column %d"
                .formatted(window / grid().columns(), window % grid().columns());
  }

  @Override
  public double width() {
    return layout(0).width();
  }

  @Override
  public double height() {
    return layout(width()).height();
  }

  private HeadPanels layout(double width) {
    double notes = width > 0 ? Notes.of(note(), width - 2 * Canvas.MARGIN).height() : 0;
    // Four heads stand two by two: of few points a cell is not seen.
    int inOneRow = attention.heads() == 4 ? 2 : HEADS_IN_A_ROW;
    return new HeadPanels(
        1, attention.heads(), inOneRow, LARGEST_PANEL + TICKS, 0, HeadPanels.GAP + BAR + notes);
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    PanelGrid panels = layout(width).in(width, height);
    SharedBy shared = isShared ? SharedBy.ALL : SharedBy.NONE;
    HeadScales scales = HeadScales.of(matrices(), attention.heads(), shared, true);
    MatrixAxes axes = new MatrixAxes(grid(), window);
    for (int head = 0; head < attention.heads(); head++) {
      Rectangle2D panel = panels.panel(head);
      Rectangle2D area = matrix(panel);
      canvas.text("head " + head, Theme.Type.BODY, theme.text(), area.getX(), area.getY() - 22);
      canvas.text(
          "keys: row of the grid",
          Theme.Type.SMALL,
          theme.muted(),
          area.getMaxX(),
          area.getY() - 22,
          Align.RIGHT);
      new HeatMap(attention.matrix(head, window), scales.of(head), colours, false).draw(g, area, 1);
      axes.draw(canvas, theme, area, head % panels.columns() == 0);
    }
    double y = panels.bottom() + HeadPanels.GAP;
    double room = width - 2 * Canvas.MARGIN;
    new ColourBar(colours, "attention weight; each row, a query's, sums to 1", scales.ticks(), "")
        .draw(g, canvas, theme, Canvas.MARGIN, y, room);
    Notes.of(note(), room).draw(canvas, theme, Canvas.MARGIN, y + BAR);
  }

  private String note() {
    StringBuilder note = new StringBuilder();
    note.append(isShared ? "One scale for all heads." : "Each head on its own scale.");
    note.append(
        " %d tokens a window, row by row; ticks give their row on the grid, counted from 0."
            .formatted(grid().tokens()));
    if (grid().leading() > 0) {
      note.append(" First stands the class token.");
    }
    if (new MatrixAxes(grid(), window).hasPadding()) {
      note.append(
          " Hatched edges: tokens that pad the window; what they ask for is dropped by the network.");
    }
    return note.toString();
  }

  private List<Tensor> matrices() {
    return IntStream.range(0, attention.heads())
        .mapToObj(head -> attention.matrix(head, window))
        .toList();
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    int tokens = grid().tokens();
    for (int head = 0; head < attention.heads(); head++) {
      Tensor matrix = attention.matrix(head, window);
      for (int i = 0; i < matrix.elements(); i++) {
        rows.add(List.of(window, head, i / tokens, i % tokens, matrix.values()[i]));
      }
    }
    return new DataTable(List.of("window", "head", "query", "key", "attention weight"), rows);
  }
}
