package org.efficientvit.visualizers.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;

/**
 * The likeliest classes as bars.
 *
 * @param bars likeliest first
 */
public record PredictionFigure(List<Bar> bars, FigureContext context) implements Figure {

  /**
   * A class and how likely it is.
   *
   * @param probability from 0 to 1
   */
  public record Bar(String label, double probability) {}

  public PredictionFigure {
    bars = List.copyOf(bars);
  }

  @Override
  public String name() {
    return "predictions";
  }

  @Override
  public String title() {
    return "Top " + bars.size() + " classes";
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
