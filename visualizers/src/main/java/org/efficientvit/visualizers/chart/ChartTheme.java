package org.efficientvit.visualizers.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Locale;
import org.efficientvit.visualizers.Theme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleInsets;

/** A theme's colours and type on charts, which hold nothing but axes, grid lines and bars. */
final class ChartTheme {

  private static final Color CLEAR = new Color(0, 0, 0, 0);
  private static final BasicStroke HAIRLINE = new BasicStroke(0.75f);

  /** Half a tick's label stands above and to the right of the axes. */
  private static final RectangleInsets ROOM_FOR_LAST_TICKS = new RectangleInsets(7, 0, 0, 10);

  private final Theme theme;

  ChartTheme(Theme theme) {
    this.theme = theme;
  }

  /** A chart that tells nobody of changes, since it is drawn once. */
  JFreeChart chart(Plot plot) {
    plot.setNotify(false);
    plot.setBackgroundPaint(CLEAR);
    plot.setOutlineVisible(false);
    plot.setInsets(ROOM_FOR_LAST_TICKS);
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    chart.setNotify(false);
    chart.setBackgroundPaint(CLEAR);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    return chart;
  }

  void grid(CategoryPlot plot) {
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(true);
    plot.setRangeGridlinePaint(theme.grid());
    plot.setRangeGridlineStroke(HAIRLINE);
  }

  void grid(XYPlot plot) {
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(true);
    plot.setRangeGridlinePaint(theme.grid());
    plot.setRangeGridlineStroke(HAIRLINE);
  }

  /** An axis of numbers from 0, written the same in every country. */
  NumberAxis numbers(String label, double upper) {
    NumberAxis axis = new NumberAxis(label);
    axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
    axis.setRange(0, upper);
    axis.setAxisLineVisible(false);
    style(axis);
    return axis;
  }

  void style(Axis axis) {
    axis.setLabelFont(theme.font(Theme.Type.BODY));
    axis.setLabelPaint(theme.muted());
    axis.setTickLabelFont(theme.font(Theme.Type.SMALL));
    axis.setTickLabelPaint(theme.text());
    axis.setTickMarksVisible(false);
    axis.setAxisLinePaint(theme.muted());
    axis.setAxisLineStroke(HAIRLINE);
  }

  /** Flat bars, without the shadows and gradients that a chart comes with. */
  void flat(BarRenderer renderer) {
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
  }

  /** Flat bars, without the shadows and gradients that a chart comes with. */
  void flat(XYBarRenderer renderer) {
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setMargin(0);
  }
}
