package org.efficientvit.visualizers.map;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.colour.Scale;

/**
 * Channels of a feature map, those of the highest mean first.
 *
 * <p>Where a value lies below 0, all maps are drawn around 0 in {@link ColourMap#BLUE_RED}; else in
 * the style's colours from 0.
 *
 * @param stage {@code patch_embed}, {@code blocks1}
 * @param features (C, H, W)
 * @param limit how many channels at most
 */
public record FeatureFigure(
    String stage, Tensor features, int limit, MapStyle style, FigureContext context)
    implements Figure {

  private static final int COLUMNS = 8;
  private static final double SIDE = 64;
  private static final double GAP = 8;
  private static final double LABEL = 14;
  private static final double ABOVE_BAR = 14;

  /**
   * Checks that there is something to show.
   *
   * @throws IllegalArgumentException if the shape is not (C, H, W) or the limit is not positive
   */
  public FeatureFigure {
    requireNonNull(stage, "stage is null");
    if (features.shape().rank() != 3 || features.elements() == 0 || limit < 1) {
      throw new IllegalArgumentException("no " + limit + " channels of " + features);
    }
  }

  /** The 64 channels of the highest mean, each on its own scale. */
  public static FeatureFigure of(String stage, Tensor features, FigureContext context) {
    return new FeatureFigure(stage, features, 64, MapStyle.features(), context);
  }

  /** The same in another style. */
  public FeatureFigure with(MapStyle other) {
    return new FeatureFigure(stage, features, limit, other, context);
  }

  /** The same with more or fewer channels. */
  public FeatureFigure withLimit(int other) {
    return new FeatureFigure(stage, features, other, style, context);
  }

  @Override
  public String name() {
    return stage + "-features";
  }

  @Override
  public String title() {
    Shape shape = features.shape();
    return "%s · %d channels of %d×%d"
        .formatted(stage, shape.dimension(0), shape.dimension(1), shape.dimension(2));
  }

  @Override
  public double width() {
    return 2 * Canvas.MARGIN + COLUMNS * SIDE + (COLUMNS - 1) * GAP;
  }

  @Override
  public double height() {
    int rows = (shown() + COLUMNS - 1) / COLUMNS;
    return Canvas.HEADER
        + PanelGrid.height(rows, SIDE, LABEL)
        + ABOVE_BAR
        + ColourBar.HEIGHT
        + Canvas.MARGIN;
  }

  private int shown() {
    return Math.min(limit, features.shape().dimension(0));
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    double inner = width - 2 * Canvas.MARGIN;
    double room = height - Canvas.HEADER - ABOVE_BAR - ColourBar.HEIGHT - Canvas.MARGIN;
    Rectangle2D area = new Rectangle2D.Double(Canvas.MARGIN, Canvas.HEADER, inner, room);
    // As many columns as at the figure's own size, where these channels do not fill a row.
    PanelGrid panels = PanelGrid.in(area, Math.max(shown(), COLUMNS), GAP, LABEL);
    List<Channel> channels = channels();
    Scale shared = scale(channels.stream().map(Channel::map).toList());
    for (int i = 0; i < channels.size(); i++) {
      Channel channel = channels.get(i);
      Scale scale = style.sharedScale() ? shared : scale(List.of(channel.map()));
      Rectangle2D panel = panels.panel(i);
      label(canvas, theme, panel, channel, scale);
      new HeatMap(channel.map(), scale, colours(), style.smooth()).draw(g, panel, 1);
    }
    new ColourBar(colours(), "activation", ticks(shared), note())
        .draw(g, canvas, theme, Canvas.MARGIN, panels.bottom() + ABOVE_BAR, inner);
  }

  private void label(Canvas canvas, Theme theme, Rectangle2D panel, Channel channel, Scale scale) {
    double baseline = panel.getY() - 3;
    String number = Integer.toString(channel.index());
    double used = canvas.text(number, Theme.Type.SMALL, theme.text(), panel.getX(), baseline);
    if (!style.sharedScale()) {
      String reach = (isSigned() ? "±" : "") + Numbers.plain(scale.max());
      if (used + canvas.width(reach, Theme.Type.SMALL) + 4 < panel.getWidth()) {
        canvas.text(reach, Theme.Type.SMALL, theme.muted(), panel.getMaxX(), baseline, Align.RIGHT);
      }
    }
  }

  private boolean isSigned() {
    return Scale.of(features).isSigned();
  }

  private ColourMap colours() {
    return isSigned() ? ColourMap.BLUE_RED : style.colours();
  }

  private Scale scale(List<Tensor> maps) {
    Scale scale = Scale.of(maps).withZero();
    return isSigned() ? scale.aroundZero() : scale;
  }

  private List<ColourBar.Tick> ticks(Scale shared) {
    if (style.sharedScale()) {
      return ColourBar.ticks(shared);
    }
    return isSigned()
        ? List.of(
            new ColourBar.Tick(0, "−largest magnitude"),
            new ColourBar.Tick(1, "+largest magnitude"),
            new ColourBar.Tick(0.5, "0"))
        : List.of(new ColourBar.Tick(0, "0"), new ColourBar.Tick(1, "channel's maximum"));
  }

  private String note() {
    int channels = features.shape().dimension(0);
    String which =
        shown() < channels ? "%d of %d channels".formatted(shown(), channels) : "All channels";
    String scale =
        style.sharedScale()
            ? "one scale for all."
            : "each on its own scale, named at its upper right.";
    return which + ", highest mean first; " + scale;
  }

  @Override
  public DataTable data() {
    int width = features.shape().dimension(2);
    List<List<Object>> rows = new ArrayList<>();
    for (Channel channel : channels()) {
      float[] values = channel.map().values();
      for (int i = 0; i < values.length; i++) {
        rows.add(Arrays.asList(channel.index(), channel.mean(), i / width, i % width, values[i]));
      }
    }
    return new DataTable(List.of("channel", "channel mean", "row", "column", "activation"), rows);
  }

  private List<Channel> channels() {
    return Channel.byMean(features).subList(0, shown());
  }
}
