package org.efficientvit.visualizers.map;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.image.Crop;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;
import org.jspecify.annotations.Nullable;

/**
 * Where the heads of a block attend, each over the picture.
 *
 * @param attention of all heads of a block
 * @param crop that the network saw
 * @param query whose attention is shown; null for the attention that each token receives
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

  /**
   * Which head's token is under a point of the figure as it is drawn at a size.
   *
   * @param x from the figure's left edge
   * @param y from the figure's upper edge
   * @param width that the figure is drawn with
   * @param height that the figure is drawn with
   */
  public Optional<Hit> hit(double x, double y, double width, double height) {
    return Optional.empty();
  }

  @Override
  public String name() {
    return attention.block() + "-attention";
  }

  @Override
  public String title() {
    return attention.block() + " · attention";
  }

  @Override
  public double width() {
    return 640;
  }

  @Override
  public double height() {
    return 400;
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    g.setColor(theme.background());
    g.fill(new Rectangle2D.Double(0, 0, width, height));
    g.setColor(theme.text());
    g.drawString(title(), 10, 20);
  }

  @Override
  public DataTable data() {
    return new DataTable(List.of("name"), List.of(List.of(name())));
  }
}
