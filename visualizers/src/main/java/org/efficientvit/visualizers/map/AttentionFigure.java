package org.efficientvit.visualizers.map;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.image.Crop;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.Scale;
import org.jspecify.annotations.Nullable;

/**
 * Where the heads of a block attend, each over the picture.
 *
 * @param attention of all heads of a block
 * @param crop that the network saw
 * @param query whose attention is shown, {@link Token#CLASS} where there is a class token; null for
 *     the attention that each token receives
 */
public record AttentionFigure(
    StitchedAttention attention,
    Crop crop,
    @Nullable Token query,
    MapStyle style,
    FigureContext context)
    implements Figure {

  /**
   * What is under a point of a drawn figure.
   *
   * @param head whose panel it is
   * @param token whose cell it is
   */
  public record Hit(int head, Token token) {}

  /**
   * Checks that the token is one of the block's.
   *
   * @throws IndexOutOfBoundsException if it is not
   */
  public AttentionFigure {
    requireNonNull(attention, "attention is null");
    requireNonNull(crop, "crop is null");
    if (query != null && query.isClass()) {
      attention.leadingQuery(0, 0);
    } else if (query != null) {
      attention.query(0, query.row(), query.column());
    }
  }

  /** The attention that each token receives. */
  public static AttentionFigure received(
      StitchedAttention attention, Crop crop, FigureContext context) {
    return new AttentionFigure(attention, crop, null, MapStyle.attention(), context);
  }

  /** The same maps for one token that asks, or, for null, of what each token receives. */
  public AttentionFigure with(@Nullable Token token) {
    return new AttentionFigure(attention, crop, token, style, context);
  }

  /** The same in another style. */
  public AttentionFigure with(MapStyle other) {
    return new AttentionFigure(attention, crop, query, other, context);
  }

  /** Where one head's tokens lie in the figure as it is drawn at a size. */
  public TokenGrid tokens(int head, double width, double height) {
    return TokenGrid.of(attention.grid(), layout().panels(width, height).panel(head));
  }

  /**
   * Which head's token is under a point of the figure as it is drawn at a size.
   *
   * @param x from the figure's left edge
   * @param y from the figure's upper edge
   * @param width that the figure is drawn with
   * @param height that the figure is drawn with
   */
  public Optional<Hit> hit(double x, double y, double width, double height) {
    return IntStream.range(0, attention.heads())
        .boxed()
        .flatMap(
            head ->
                tokens(head, width, height)
                    .tokenAt(x, y)
                    .map(token -> new Hit(head, token))
                    .stream())
        .findFirst();
  }

  @Override
  public String name() {
    String all = attention.block() + "-attention";
    if (query == null) {
      return all;
    }
    return query.isClass()
        ? all + "-class"
        : all + "-r%dc%d".formatted(query.row(), query.column());
  }

  @Override
  public String title() {
    String block = attention.block() + " · ";
    if (query == null) {
      return block + "attention that each token receives";
    }
    return block
        + (query.isClass()
            ? "attention of the class token"
            : "attention of the token at row %d, column %d".formatted(query.row(), query.column()));
  }

  @Override
  public double width() {
    return layout().width();
  }

  @Override
  public double height() {
    return layout().height();
  }

  private AttentionLayout layout() {
    return new AttentionLayout(attention.heads());
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    AttentionMaps maps = AttentionMaps.of(attention, query, style.sharedScale());
    PanelGrid panels = layout().panels(width, height);
    for (int head = 0; head < attention.heads(); head++) {
      Rectangle2D panel = panels.panel(head);
      label(canvas, theme, panel, head, maps.scales().get(head));
      Backdrop.draw(g, crop.picture(), 1 - style.opacity(), panel);
      Tensor map = maps.maps().get(head);
      new HeatMap(map, maps.scales().get(head), style.colours(), style.smooth())
          .draw(g, panel, style.opacity());
      marks(canvas, TokenGrid.of(attention.grid(), panel));
    }
    new ColourBar(style.colours(), maps.meaning(), maps.ticks(), note())
        .draw(
            g,
            canvas,
            theme,
            Canvas.MARGIN,
            panels.bottom() + AttentionLayout.ABOVE_BAR,
            width - 2 * Canvas.MARGIN);
  }

  private void label(Canvas canvas, Theme theme, Rectangle2D panel, int head, Scale scale) {
    double baseline = panel.getY() - 5;
    double used =
        canvas.text("head " + head, Theme.Type.BODY, theme.text(), panel.getX(), baseline);
    if (!style.sharedScale()) {
      String range = Numbers.plain(scale.min()) + " to " + Numbers.plain(scale.max());
      if (used + canvas.width(range, Theme.Type.SMALL) + 6 < panel.getWidth()) {
        canvas.text(range, Theme.Type.SMALL, theme.muted(), panel.getMaxX(), baseline, Align.RIGHT);
      }
    }
  }

  /** Lines between windows, then the token that asks and its window. */
  private void marks(Canvas canvas, TokenGrid tokens) {
    if (style.windowBorders()) {
      tokens.windowBorders().forEach(line -> canvas.contrast(line, 0.5));
    }
    if (query != null && !query.isClass()) {
      if (!tokens.windowBorders().isEmpty()) {
        canvas.contrast(tokens.window(query), 0.9);
      }
      canvas.contrast(tokens.cell(query), 1.5);
    }
  }

  private String note() {
    String scale = style.sharedScale() ? "One scale for all heads" : "Each head on its own scale";
    String windows =
        query != null && attention.grid().windows() > 1
            ? "; no colour outside the token's window"
            : "";
    return scale
        + "; map at %.0f%% opacity over the greyed picture".formatted(100 * style.opacity())
        + windows
        + ".";
  }

  @Override
  public DataTable data() {
    AttentionMaps maps = AttentionMaps.of(attention, query, style.sharedScale());
    String value = query == null ? "attention received" : "attention weight";
    return new DataTable(List.of("head", "row", "column", value), maps.rows());
  }
}
