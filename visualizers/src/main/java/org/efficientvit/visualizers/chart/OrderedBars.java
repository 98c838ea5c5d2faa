package org.efficientvit.visualizers.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.chart.Amounts.Amount;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** One upright bar for each operation in the order of the network, with the stages marked. */
record OrderedBars(List<Amount> operations, Unit unit) {

  private static final double ABOVE_LEGEND = 8;
  private static final double STAGES = 16;
  private static final double BETWEEN_STAGES = 8;
  private static final double HEADROOM = 1.04;

  /** Draws bars, axes and legend into an area. */
  void draw(Graphics2D g, Canvas canvas, Theme theme, Rectangle2D area) {
    Legend legend =
        Legend.of(operations.stream().map(Amount::kind).distinct().toList(), area.getWidth());
    double legendTop = area.getMaxY() - legend.height();
    legend.draw(canvas, theme, area.getX(), legendTop);
    if (operations.isEmpty()) {
      return;
    }
    double top = area.getY() + STAGES;
    Rectangle2D chart =
        new Rectangle2D.Double(area.getX(), top, area.getWidth(), legendTop - ABOVE_LEGEND - top);
    ChartTheme style = new ChartTheme(theme);
    XYPlot plot = plot(style, theme);
    ChartRenderingInfo info = new ChartRenderingInfo(null);
    style.chart(plot).draw(g, chart, info);
    stages(canvas, theme, plot.getDomainAxis(), info.getPlotInfo().getDataArea());
  }

  private XYPlot plot(ChartTheme style, Theme theme) {
    NumberAxis order = style.numbers("operations in the order of the network", operations.size());
    order.setTickLabelsVisible(false);
    order.setAxisLineVisible(true);
    double largest = operations.stream().mapToLong(Amount::value).max().orElse(1);
    NumberAxis numbers = style.numbers(unit.axis(), Math.max(1, largest) * HEADROOM / unit.size());
    XYBarRenderer renderer = new XYBarRenderer();
    style.flat(renderer);
    renderer.setUseYInterval(true);
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    series()
        .forEach(
            (kind, bars) -> {
              renderer.setSeriesPaint(data.getSeriesCount(), theme.of(kind));
              data.addSeries(bars);
            });
    XYPlot plot = new XYPlot(data, order, numbers, renderer);
    style.grid(plot);
    return plot;
  }

  private Map<OperationKind, XYIntervalSeries> series() {
    Map<OperationKind, XYIntervalSeries> series = new EnumMap<>(OperationKind.class);
    for (int i = 0; i < operations.size(); i++) {
      Amount operation = operations.get(i);
      double value = operation.value() / unit.size();
      series
          .computeIfAbsent(operation.kind(), XYIntervalSeries::new)
          .add(i + 0.5, i, i + 1.0, value, 0, value);
    }
    return series;
  }

  /** A line where a stage begins, and its name above. */
  private void stages(Canvas canvas, Theme theme, ValueAxis order, Rectangle2D bars) {
    int start = 0;
    double free = 0;
    for (int i = 1; i <= operations.size(); i++) {
      String stage = BlockNames.stageOf(operations.get(start).name());
      if (i < operations.size() && stage.equals(BlockNames.stageOf(operations.get(i).name()))) {
        continue;
      }
      double left = order.valueToJava2D(start, bars, RectangleEdge.BOTTOM);
      double right = order.valueToJava2D(i, bars, RectangleEdge.BOTTOM);
      double half = canvas.width(stage, Theme.Type.SMALL) / 2;
      double centre = Math.max((left + right) / 2, free + half);
      centre = Math.min(centre, bars.getMaxX() - half);
      free = centre + half + BETWEEN_STAGES;
      canvas.line(
          new Line2D.Double(left, bars.getY() - 4, left, bars.getMaxY()), theme.muted(), 0.5);
      canvas.text(
          stage, Theme.Type.SMALL, theme.muted(), centre, bars.getY() - 8, Canvas.Align.CENTRE);
      start = i;
    }
  }
}
