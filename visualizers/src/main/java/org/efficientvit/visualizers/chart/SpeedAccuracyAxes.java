package org.efficientvit.visualizers.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.chart.SpeedAccuracyFigure.Point;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Where speeds and accuracies lie on the page.
 *
 * @param area inside the axes
 * @param fastest at the right edge of an axis from 0, images/s
 * @param ratios the axis of speed where speeds are far apart; empty where it begins at 0
 * @param least at the lower edge, per cent
 * @param most at the upper edge, per cent
 */
record SpeedAccuracyAxes(
    Rectangle2D area, double fastest, Optional<LogAxis> ratios, double least, double most) {

  private static final double HEADROOM = 1.12;

  /** Room above and below the points, in points of accuracy. */
  private static final double SPARE = 2.5;

  /** Speeds that differ by more than this factor would crowd at one end of an axis from 0. */
  private static final double FAR_APART = 6;

  private static final RectangleInsets BELOW_NUMBERS = new RectangleInsets(17, 3, 0, 3);

  double x(double imagesPerSecond) {
    return ratios
        .map(axis -> axis.x(imagesPerSecond))
        .orElse(area.getX() + area.getWidth() * imagesPerSecond / fastest);
  }

  double y(double top1) {
    return area.getMaxY() - area.getHeight() * (top1 - least) / (most - least);
  }

  double left() {
    return area.getX();
  }

  double right() {
    return area.getMaxX();
  }

  double bottom() {
    return area.getMaxY();
  }

  /** The same without drawing. */
  static SpeedAccuracyAxes of(Rectangle2D page, List<Point> points, String label) {
    Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      return draw(g, Canvas.on(g, Theme.LIGHT), Theme.LIGHT, page, points, label);
    } finally {
      g.dispose();
    }
  }

  /** Draws axes alone; the points are drawn over them. */
  static SpeedAccuracyAxes draw(
      Graphics2D g,
      Canvas canvas,
      Theme theme,
      Rectangle2D page,
      List<Point> points,
      String label) {
    List<Double> speeds =
        points.stream()
            .flatMap(point -> Stream.of(point.speed().low(), point.speed().high()))
            .toList();
    double slowest = speeds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double fastest =
        HEADROOM * speeds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    boolean isLogarithmic = fastest > FAR_APART * slowest;
    double least = top1s(points).min().orElseThrow() - SPARE;
    double most = top1s(points).max().orElseThrow() + SPARE;
    Rectangle2D inside =
        frame(g, theme, page, isLogarithmic, label, new double[] {fastest, least, most});
    Optional<LogAxis> ratios =
        isLogarithmic
            ? Optional.of(LogAxis.of(speeds, inside.getX(), inside.getMaxX()))
            : Optional.empty();
    ratios.ifPresent(
        axis -> {
          axis.lines(canvas, theme, inside.getY(), inside.getMaxY());
          axis.numbers(canvas, theme, inside.getMaxY());
        });
    return new SpeedAccuracyAxes(inside, fastest, ratios, least, most);
  }

  private static DoubleStream top1s(List<Point> points) {
    return points.stream()
        .flatMap(point -> Stream.concat(Stream.of(point.top1()), point.timmTop1().stream()))
        .mapToDouble(Double::doubleValue);
  }

  /** Draws what is linear and gives the place inside the axes. */
  private static Rectangle2D frame(
      Graphics2D g,
      Theme theme,
      Rectangle2D page,
      boolean isLogarithmic,
      String label,
      double[] ends) {
    ChartTheme style = new ChartTheme(theme);
    NumberAxis speed = style.numbers(label, ends[0]);
    speed.setAxisLineVisible(true);
    if (isLogarithmic) {
      // Its own numbers are drawn in their place.
      speed.setTickLabelsVisible(false);
      speed.setLabelInsets(BELOW_NUMBERS);
    }
    NumberAxis accuracy = style.numbers("top-1 (%)", ends[2]);
    accuracy.setRange(ends[1], ends[2]);
    // Without a renderer a plot draws no grid lines.
    XYPlot plot =
        new XYPlot(new XYSeriesCollection(), speed, accuracy, new XYLineAndShapeRenderer());
    style.grid(plot);
    ChartRenderingInfo info = new ChartRenderingInfo();
    style.chart(plot).draw(g, page, null, info);
    Rectangle2D inside = info.getPlotInfo().getDataArea();
    // The axes' own edges, so that a point lies where its figure is.
    double left = speed.valueToJava2D(0, inside, RectangleEdge.BOTTOM);
    double right = speed.valueToJava2D(ends[0], inside, RectangleEdge.BOTTOM);
    double bottom = accuracy.valueToJava2D(ends[1], inside, RectangleEdge.LEFT);
    double top = accuracy.valueToJava2D(ends[2], inside, RectangleEdge.LEFT);
    return new Rectangle2D.Double(left, top, right - left, bottom - top);
  }
}
