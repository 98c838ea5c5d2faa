package org.efficientvit.visualizers.heads;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efficientvit.core.image.Crop;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.Scale;
import org.efficientvit.visualizers.heads.HeadScales.SharedBy;
import org.efficientvit.visualizers.map.ColourBar;
import org.efficientvit.visualizers.map.MapStyle;
import org.efficientvit.visualizers.map.PanelGrid;
import org.efficientvit.visualizers.map.Token;
import org.efficientvit.visualizers.map.TokenGrid;

/**
 * Maps of a block's heads over the picture: a panel for each head and, where content and bias are
 * shown apart, a row for each. Windows are marked, and so are the cells that pad them beyond the
 * picture's edge.
 *
 * @param rows from top to bottom, of the same heads over the same grid
 * @param crop that the network saw
 * @param reading what is shown at each token
 */
public record HeadMapsFigure(
    List<Row> rows, Crop crop, Reading reading, MapStyle style, FigureContext context)
    implements Figure {

  private static final int HEADS_IN_A_ROW = 4;
  private static final double LARGEST_PANEL = 220;
  private static final double ROW_TITLE = 20;
  private static final double BAR = 44;
  private static final double ABOVE_BAR = 14;

  /**
   * One source of attention.
   *
   * @param label what the weights follow: {@code content and bias}
   * @param maps attention, (h, w, N, N), each row a query's weights
   */
  public record Row(String label, HeadMaps maps) {

    public Row {
      requireNonNull(label, "label is null");
      requireNonNull(maps, "maps is null");
    }
  }

  /**
   * What is under a point of a drawn figure.
   *
   * @param row of panels, from 0
   * @param head whose panel it is
   * @param token whose cell it is
   */
  public record Hit(int row, int head, Token token) {}

  /**
   * Checks that all rows are of the same heads, and that the token that asks is theirs.
   *
   * @throws IllegalArgumentException if there is no row, or rows differ
   * @throws IndexOutOfBoundsException if there is no such token
   */
  public HeadMapsFigure {
    rows = List.copyOf(rows);
    requireNonNull(crop, "crop is null");
    requireNonNull(reading, "reading is null");
    requireNonNull(style, "style is null");
    requireNonNull(context, "context is null");
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no maps");
    }
    HeadMaps first = rows.get(0).maps;
    for (Row row : rows) {
      if (!row.maps.grid().equals(first.grid()) || row.maps.heads() != first.heads()) {
        throw new IllegalArgumentException("maps of unlike heads: " + row.label);
      }
    }
    if (reading instanceof Reading.Query query) {
      requireToken(first.grid(), query.token());
    }
  }

  private static void requireToken(WindowGrid grid, Token token) {
    boolean isThere =
        token.isClass()
            ? grid.leading() > 0
            : token.row() >= 0
                && token.row() < grid.height()
                && token.column() >= 0
                && token.column() < grid.width();
    if (!isThere) {
      throw new IndexOutOfBoundsException("no " + token + " over " + grid);
    }
  }

  /** The attention itself, which content and bias make together. */
  public static HeadMapsFigure of(
      HeadMaps attention, Crop crop, Reading reading, FigureContext context) {
    return new HeadMapsFigure(
        List.of(new Row("attention", attention)), crop, reading, MapStyle.attention(), context);
  }

  /**
   * The attention, and what it would be by the content or by the learned bias alone.
   *
   * @param content softmax of q·k/√K, (h, w, N, N)
   * @param bias softmax of the bias, (h, w, N, N)
   */
  public static HeadMapsFigure split(
      HeadMaps attention,
      HeadMaps content,
      HeadMaps bias,
      Crop crop,
      Reading reading,
      FigureContext context) {
    List<Row> rows =
        List.of(
            new Row("content + bias", attention),
            new Row("content alone", content),
            new Row("bias alone", bias));
    return new HeadMapsFigure(rows, crop, reading, MapStyle.attention(), context);
  }

  /** The same maps read in another way. */
  public HeadMapsFigure with(Reading other) {
    return new HeadMapsFigure(rows, crop, other, style, context);
  }

  /** The same in another style. */
  public HeadMapsFigure with(MapStyle other) {
    return new HeadMapsFigure(rows, crop, reading, other, context);
  }

  private HeadMaps first() {
    return rows.get(0).maps;
  }

  private WindowGrid grid() {
    return first().grid();
  }

  /** The cells of one panel as it is drawn at a size, those that pad windows among them. */
  public TokenGrid tokens(int row, int head, double width, double height) {
    return TokenGrid.of(PaddedMaps.padded(grid()), panel(row, head, width, height));
  }

  private Rectangle2D panel(int row, int head, double width, double height) {
    return layout(width).in(width, height).panel(row * first().heads() + head);
  }

  /**
   * Which token of the picture is under a point of the figure as it is drawn at a size.
   *
   * @param x from the figure's left edge
   * @param y from the figure's upper edge
   * @param width that the figure is drawn with
   * @param height that the figure is drawn with
   */
  public Optional<Hit> hit(double x, double y, double width, double height) {
    for (int row = 0; row < rows.size(); row++) {
      for (int head = 0; head < first().heads(); head++) {
        Optional<Token> token = tokens(row, head, width, height).tokenAt(x, y);
        if (token.isPresent()) {
          Hit hit = new Hit(row, head, token.get());
          return token
              .filter(one -> one.row() < grid().height() && one.column() < grid().width())
              .map(one -> hit);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public String name() {
    return first().block() + "-heads-" + reading.suffix() + (rows.size() > 1 ? "-split" : "");
  }

  @Override
  public String title() {
    return first().block() + " · " + reading.title();
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
    double room = width - 2 * Canvas.MARGIN;
    double below = ABOVE_BAR + BAR + (width > 0 ? Notes.of(note(), room).height() : 0);
    double left = rows.size() > 1 ? ROW_TITLE : 0;
    return new HeadPanels(rows.size(), first().heads(), HEADS_IN_A_ROW, LARGEST_PANEL, left, below);
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    PanelGrid panels = layout(width).in(width, height);
    HeadScales scales = scales();
    MapPanel painter = new MapPanel(g, canvas, theme, crop.picture(), style);
    for (int row = 0; row < rows.size(); row++) {
      Rectangle2D first = panels.panel(row * first().heads());
      if (rows.size() > 1) {
        canvas.upright(
            rows.get(row).label,
            Theme.Type.BODY,
            theme.text(),
            first.getX() - 8,
            first.getMaxY(),
            Align.LEFT);
        if (style.sharedScale()) {
          canvas.upright(
              "to " + Numbers.plain(scales.of(row * first().heads()).max()),
              Theme.Type.SMALL,
              theme.muted(),
              first.getX() - 8,
              first.getMinY(),
              Align.RIGHT);
        }
      }
      for (int head = 0; head < first().heads(); head++) {
        int index = row * first().heads() + head;
        Rectangle2D area = panels.panel(index);
        Scale scale = scales.of(index);
        painter.label(area, "head " + head, reading.figure(rows.get(row).maps, head));
        painter.draw(grid(), area, reading.map(rows.get(row).maps, head), scale);
        if (reading instanceof Reading.Query query && !query.token().isClass()) {
          painter.outline(grid(), area, query.token());
        }
      }
    }
    double y = panels.bottom() + ABOVE_BAR;
    double room = width - 2 * Canvas.MARGIN;
    new ColourBar(style.colours(), reading.meaning(grid()), scales.ticks(), "")
        .draw(g, canvas, theme, Canvas.MARGIN, y, room);
    Notes.of(note(), room).draw(canvas, theme, Canvas.MARGIN, y + BAR);
  }

  private String note() {
    StringBuilder note = new StringBuilder();
    note.append(scales().note());
    note.append(
        "; maps at %.0f%% opacity over the greyed picture.".formatted(100 * style.opacity()));
    if (reading instanceof Reading.Query && grid().windows() > 1) {
      note.append(" A token attends inside its window, which is outlined.");
    } else if (grid().windows() > 1 && style.windowBorders()) {
      note.append(" Lines: borders of the windows.");
    }
    if (grid().isPadded()) {
      note.append(
          " Hatched: %d×%d tokens fill windows of %d×%d; the rest is padding, which takes its share of the softmax."
              .formatted(grid().height(), grid().width(), grid().side(), grid().side()));
    }
    return note.toString();
  }

  /** Sources are apart by a factor of ten and more, so that each has a scale of its own. */
  private HeadScales scales() {
    SharedBy shared =
        !style.sharedScale() ? SharedBy.NONE : rows.size() > 1 ? SharedBy.ROW : SharedBy.ALL;
    return HeadScales.of(maps(), first().heads(), shared, reading.startsAtZero());
  }

  private List<Tensor> maps() {
    List<Tensor> maps = new ArrayList<>();
    for (Row row : rows) {
      for (int head = 0; head < first().heads(); head++) {
        maps.add(reading.map(row.maps, head));
      }
    }
    return maps;
  }

  /** Row by row; cells without a number are left out. */
  @Override
  public DataTable data() {
    List<List<Object>> table = new ArrayList<>();
    for (Row row : rows) {
      for (int head = 0; head < first().heads(); head++) {
        Tensor map = reading.map(row.maps, head);
        for (int i = 0; i < map.elements(); i++) {
          int y = i / grid().paddedWidth();
          int x = i % grid().paddedWidth();
          float value = map.values()[i];
          if (!Float.isNaN(value)) {
            boolean isPadding = y >= grid().height() || x >= grid().width();
            table.add(List.of(row.label, head, y, x, isPadding ? "padding" : "picture", value));
          }
        }
      }
    }
    return new DataTable(
        List.of("weights by", "head", "row", "column", "cell", reading.suffix()), table);
  }
}
