package org.efficientvit.visualizers.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Theme;

/**
 * The likeliest classes as bars of their probability, of which the full width is 1.
 *
 * @param bars likeliest first
 */
public record PredictionFigure(List<Bar> bars, FigureContext context) implements Figure {

  private static final double WIDTH = 620;
  private static final double ROW = 34;
  private static final double THICKNESS = 9;
  private static final double PERCENT = 48;

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
    return bars.size() == 1 ? "Likeliest class" : "The %d likeliest classes".formatted(bars.size());
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return Canvas.HEADER + ROW * bars.size() + Canvas.MARGIN;
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    double full = width - 2 * Canvas.MARGIN - PERCENT;
    double y = Canvas.HEADER;
    for (Bar bar : bars) {
      canvas.text(
          canvas.fit(bar.label, Theme.Type.BODY, width - 2 * Canvas.MARGIN),
          Theme.Type.BODY,
          theme.text(),
          Canvas.MARGIN,
          y + 11);
      double top = y + 16;
      canvas.fill(new Rectangle2D.Double(Canvas.MARGIN, top, full, THICKNESS), theme.grid());
      canvas.fill(
          new Rectangle2D.Double(Canvas.MARGIN, top, full * bar.probability, THICKNESS),
          theme.accent());
      canvas.line(
          new Line2D.Double(Canvas.MARGIN, top - 1, Canvas.MARGIN, top + THICKNESS + 1),
          theme.muted(),
          0.75);
      canvas.text(
          Numbers.percent(bar.probability),
          Theme.Type.BODY,
          theme.text(),
          width - Canvas.MARGIN,
          top + THICKNESS,
          Align.RIGHT);
      y += ROW;
    }
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      rows.add(Arrays.asList(i + 1, bars.get(i).label, bars.get(i).probability));
    }
    return new DataTable(List.of("rank", "class", "probability"), rows);
  }
}
