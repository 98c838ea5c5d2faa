package org.efficientvit.visualizers.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Horizontal bars from top to bottom, each a stack of kinds of operation with a label at its end.
 */
record StackedBars(List<Row> rows, Unit unit) {

  private static final double ROW = 19;
  private static final double AXIS = 45;
  private static final double ABOVE_LEGEND = 8;
  private static final double BEFORE_LABEL = 5;
  private static final double AROUND_NAME = 24;

  /**
   * One bar.
   *
   * @param label at its end
   */
  record Row(String name, Map<OperationKind, Long> values, String label) {

    long total() {
      return values.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private Set<OperationKind> kinds() {
    Set<OperationKind> kinds = EnumSet.noneOf(OperationKind.class);
    rows.forEach(row -> kinds.addAll(row.values.keySet()));
    return kinds;
  }

  /** The height at which rows are neither crowded nor lost. */
  double height(double width) {
    return rows.size() * ROW + AXIS + ABOVE_LEGEND + Legend.of(kinds(), width).height();
  }

  /** Draws bars, axes and legend into an area. */
  void draw(Graphics2D g, Canvas canvas, Theme theme, Rectangle2D area) {
    Legend legend = Legend.of(kinds(), area.getWidth());
    double legendTop = area.getMaxY() - legend.height();
    Rectangle2D plotArea =
        new Rectangle2D.Double(
            area.getX(), area.getY(), area.getWidth(), legendTop - ABOVE_LEGEND - area.getY());
    if (!rows.isEmpty()) {
      bars(g, canvas, theme, plotArea);
    }
    legend.draw(canvas, theme, area.getX(), legendTop);
  }

  private void bars(Graphics2D g, Canvas canvas, Theme theme, Rectangle2D area) {
    ChartTheme style = new ChartTheme(theme);
    CategoryAxis names = new CategoryAxis();
    style.style(names);
    names.setLowerMargin(0);
    names.setUpperMargin(0);
    names.setCategoryMargin(0.28);
    names.setMaximumCategoryLabelWidthRatio(1);
    NumberAxis numbers = style.numbers(unit.axis(), upper(canvas, area.getWidth()));
    StackedBarRenderer renderer = new StackedBarRenderer();
    style.flat(renderer);
    DefaultCategoryDataset data = dataset();
    for (int series = 0; series < data.getRowCount(); series++) {
      renderer.setSeriesPaint(series, theme.of((OperationKind) data.getRowKey(series)));
    }
    CategoryPlot plot = new CategoryPlot(data, names, numbers, renderer);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    style.grid(plot);
    ChartRenderingInfo info = new ChartRenderingInfo(null);
    style.chart(plot).draw(g, area, info);
    labels(canvas, theme, plot, info.getPlotInfo().getDataArea());
  }

  private void labels(Canvas canvas, Theme theme, CategoryPlot plot, Rectangle2D bars) {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double x =
          plot.getRangeAxis().valueToJava2D(row.total() / unit.size(), bars, RectangleEdge.BOTTOM);
      double y = plot.getDomainAxis().getCategoryMiddle(i, rows.size(), bars, RectangleEdge.LEFT);
      double left = x + BEFORE_LABEL;
      double width = canvas.width(row.label, Theme.Type.SMALL);
      canvas.fill(new Rectangle2D.Double(left - 2, y - 6, width + 4, 12), theme.background());
      canvas.text(row.label, Theme.Type.SMALL, theme.text(), left, y + 3.5);
    }
  }

  private DefaultCategoryDataset dataset() {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    data.setNotify(false);
    for (OperationKind kind : kinds()) {
      for (Row row : rows) {
        data.addValue(row.values.getOrDefault(kind, 0L) / unit.size(), kind, row.name);
      }
    }
    return data;
  }

  /** The upper end of the axis at which every label still has room behind its bar. */
  private double upper(Canvas canvas, double width) {
    double names =
        rows.stream().mapToDouble(row -> canvas.width(row.name, Theme.Type.SMALL)).max().orElse(0);
    double plot = width - names - AROUND_NAME;
    double upper = 0;
    for (Row row : rows) {
      double label = canvas.width(row.label, Theme.Type.SMALL) + 2 * BEFORE_LABEL;
      upper = Math.max(upper, row.total() * plot / Math.max(1, plot - label));
    }
    return upper > 0 ? upper / unit.size() : 1;
  }
}
