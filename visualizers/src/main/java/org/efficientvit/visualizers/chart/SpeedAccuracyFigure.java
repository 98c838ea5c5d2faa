package org.efficientvit.visualizers.chart;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.efficientvit.core.compare.Accuracy;
import org.efficientvit.core.compare.Accuracy.Knowledge;
import org.efficientvit.core.compare.Comparison;
import org.efficientvit.core.compare.ModelFigures;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Speed as measured here against top-1 on ImageNet; the area of a point is the model's parameters.
 *
 * <p>A filled point's accuracy was measured here, a hollow one's is published. The line joins the
 * models to which no other is superior in both. Models whose speed nobody measured are left out.
 */
public record SpeedAccuracyFigure(Comparison comparison, FigureContext context) implements Figure {

  private static final double WIDTH = 620;
  private static final double HEIGHT = 430;
  private static final double LEGEND = 28;
  private static final double FOOTER = 16;

  /** Of a point, in points for each square root of a million of parameters. */
  private static final double RADIUS = 3.2;

  private static final double LINE = 1.8;
  private static final double WHISKER = 1;
  private static final double ALL = 100;
  private static final double MILLION = 1e6;
  private static final double HEADROOM = 1.12;

  /** Room above and below the points, in points of accuracy. */
  private static final double SPARE = 2.5;

  private static final double[] SIZES = {2, 6, 12};

  /** A model that has both figures. */
  private record Point(String name, Estimate speed, Accuracy accuracy, long parameters) {

    double top1() {
      return ALL * accuracy.top1();
    }
  }

  public SpeedAccuracyFigure {
    requireNonNull(comparison, "comparison is null");
    requireNonNull(context, "context is null");
  }

  @Override
  public String name() {
    return "speed-accuracy";
  }

  @Override
  public String title() {
    return "Speed measured here against accuracy on ImageNet";
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return HEIGHT;
  }

  private List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (ModelFigures model : comparison.models()) {
      if (model.speed().isPresent() && model.accuracy().isPresent()) {
        points.add(
            new Point(
                model.name().toUpperCase(Locale.ROOT),
                model.speed().get().result().imagesPerSecond(),
                model.accuracy().get(),
                model.parameters()));
      }
    }
    return points;
  }

  /** Points that no other is superior to in both, from the slowest to the fastest. */
  private static List<Point> front(List<Point> points) {
    return points.stream()
        .filter(
            point ->
                points.stream()
                    .noneMatch(
                        other ->
                            other.speed().value() > point.speed().value()
                                && other.accuracy().top1() > point.accuracy().top1()))
        .sorted(Comparator.comparingDouble(point -> point.speed().value()))
        .toList();
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    List<Point> points = points();
    legend(canvas, theme, width, points);
    Rectangle2D area =
        new Rectangle2D.Double(
            Canvas.MARGIN,
            Canvas.HEADER + LEGEND,
            width - 2 * Canvas.MARGIN,
            height - Canvas.HEADER - LEGEND - FOOTER - Canvas.MARGIN);
    if (points.isEmpty()) {
      canvas.text(
          "No speed was measured in this setting yet.",
          Theme.Type.BODY,
          theme.muted(),
          area.getCenterX(),
          area.getCenterY(),
          Align.CENTRE);
      return;
    }
    Axes axes = axes(g, theme, area, points);
    front(canvas, theme, axes, front(points));
    points.forEach(point -> draw(canvas, theme, axes, point));
    labels(canvas, theme, axes, points);
    canvas.text(
        canvas.fit(footer(points), Theme.Type.SMALL, width - 2 * Canvas.MARGIN),
        Theme.Type.SMALL,
        theme.muted(),
        Canvas.MARGIN,
        height - Canvas.MARGIN + 4);
  }

  private static String footer(List<Point> points) {
    Optional<Accuracy> published =
        points.stream()
            .map(Point::accuracy)
            .filter(one -> one.how() == Knowledge.PUBLISHED)
            .findFirst();
    return published
        .map(one -> "Published top-1: %s (%s).".formatted(one.source(), one.status()))
        .orElse("All accuracies were measured here.");
  }

  private static void legend(Canvas canvas, Theme theme, double width, List<Point> points) {
    double y = Canvas.HEADER + 14;
    double x = Canvas.MARGIN;
    if (has(points, Knowledge.MEASURED)) {
      x = key(canvas, theme, x, y, "top-1 measured here", true);
    }
    if (points.isEmpty() || has(points, Knowledge.PUBLISHED)) {
      key(canvas, theme, x, y, "top-1 published", false);
    }
    double right = width - Canvas.MARGIN;
    for (int i = SIZES.length - 1; i >= 0; i--) {
      String text = String.format(Locale.ROOT, "%.0f M", SIZES[i]);
      right -= canvas.width(text, Theme.Type.SMALL);
      canvas.text(text, Theme.Type.SMALL, theme.text(), right, y);
      double radius = RADIUS * Math.sqrt(SIZES[i]);
      right -= radius + 4;
      canvas.line(circle(right, y - 3.5, radius), theme.muted(), WHISKER);
      right -= radius + 9;
    }
    canvas.text("parameters", Theme.Type.SMALL, theme.muted(), right, y, Align.RIGHT);
  }

  private static boolean has(List<Point> points, Knowledge how) {
    return points.stream().anyMatch(point -> point.accuracy().how() == how);
  }

  private static double key(
      Canvas canvas, Theme theme, double x, double y, String text, boolean filled) {
    Ellipse2D dot = circle(x + 5, y - 3.5, 5);
    mark(canvas, theme, dot, filled);
    return x + 15 + canvas.text(text, Theme.Type.SMALL, theme.text(), x + 15, y) + 16;
  }

  private static void mark(Canvas canvas, Theme theme, Ellipse2D dot, boolean filled) {
    canvas.fill(dot, filled ? theme.accent() : theme.background());
    canvas.line(dot, theme.accent(), LINE);
  }

  private static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** Where figures lie on the page. */
  private record Axes(Rectangle2D area, double fastest, double least, double most) {

    double x(double imagesPerSecond) {
      return area.getX() + area.getWidth() * imagesPerSecond / fastest;
    }

    double y(double top1) {
      return area.getMaxY() - area.getHeight() * (top1 - least) / (most - least);
    }
  }

  /** Draws axes alone; the points are drawn over them. */
  private Axes axes(Graphics2D g, Theme theme, Rectangle2D area, List<Point> points) {
    ChartTheme style = new ChartTheme(theme);
    double fastest =
        HEADROOM * points.stream().mapToDouble(point -> point.speed().high()).max().orElseThrow();
    double least = points.stream().mapToDouble(Point::top1).min().orElseThrow() - SPARE;
    double most = points.stream().mapToDouble(Point::top1).max().orElseThrow() + SPARE;
    NumberAxis speed = style.numbers("images/s measured here (" + setting() + ")", fastest);
    speed.setAxisLineVisible(true);
    NumberAxis accuracy = style.numbers("top-1 (%)", most);
    accuracy.setRange(least, most);
    // Without a renderer a plot draws no grid lines.
    XYPlot plot =
        new XYPlot(new XYSeriesCollection(), speed, accuracy, new XYLineAndShapeRenderer());
    style.grid(plot);
    JFreeChart chart = style.chart(plot);
    ChartRenderingInfo info = new ChartRenderingInfo();
    chart.draw(g, area, null, info);
    Rectangle2D inside = info.getPlotInfo().getDataArea();
    // The axes' own edges, so that a point lies where its figure is.
    double left = speed.valueToJava2D(0, inside, RectangleEdge.BOTTOM);
    double right = speed.valueToJava2D(fastest, inside, RectangleEdge.BOTTOM);
    double bottom = accuracy.valueToJava2D(least, inside, RectangleEdge.LEFT);
    double top = accuracy.valueToJava2D(most, inside, RectangleEdge.LEFT);
    return new Axes(
        new Rectangle2D.Double(left, top, right - left, bottom - top), fastest, least, most);
  }

  private String setting() {
    Comparison.Setting setting = comparison.setting();
    return "%s, batch %d, %s"
        .formatted(
            setting.engine(),
            setting.batch(),
            setting.threads() == 1 ? "1 thread" : setting.threads() + " threads");
  }

  private static void front(Canvas canvas, Theme theme, Axes axes, List<Point> front) {
    Path2D line = new Path2D.Double();
    for (Point point : front) {
      double x = axes.x(point.speed().value());
      double y = axes.y(point.top1());
      if (line.getCurrentPoint() == null) {
        line.moveTo(x, y);
      } else {
        line.lineTo(x, y);
      }
    }
    canvas.line(line, theme.muted(), WHISKER);
  }

  private static void draw(Canvas canvas, Theme theme, Axes axes, Point point) {
    double x = axes.x(point.speed().value());
    double y = axes.y(point.top1());
    mark(canvas, theme, circle(x, y, radius(point)), point.accuracy().how() == Knowledge.MEASURED);
    Color colour = theme.text();
    canvas.line(
        new Line2D.Double(axes.x(point.speed().low()), y, axes.x(point.speed().high()), y),
        colour,
        WHISKER);
    point
        .accuracy()
        .interval()
        .ifPresent(
            interval ->
                canvas.line(
                    new Line2D.Double(
                        x, axes.y(ALL * interval.low()), x, axes.y(ALL * interval.high())),
                    colour,
                    WHISKER));
  }

  private static double radius(Point point) {
    return RADIUS * Math.sqrt(point.parameters() / MILLION);
  }

  /** A name stands beside its point where it covers no other point and no other name. */
  private static void labels(Canvas canvas, Theme theme, Axes axes, List<Point> points) {
    List<Rectangle2D> taken = new ArrayList<>();
    for (Point point : points) {
      taken.add(
          circle(axes.x(point.speed().value()), axes.y(point.top1()), radius(point)).getBounds2D());
    }
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      double width = canvas.width(point.name(), Theme.Type.BODY);
      Rectangle2D own = taken.get(i);
      double corner = 0.75 * radius(point);
      double x = own.getCenterX();
      double y = own.getCenterY();
      // On a front that falls to the right, above and to the right is free.
      double[][] places = {
        {x + corner + 2, y - corner - 14},
        {x - width / 2, own.getY() - 16},
        {own.getMaxX() + 4, y - 7},
        {x - corner - 2 - width, y + corner},
        {own.getX() - width - 4, y - 7}
      };
      Rectangle2D place = new Rectangle2D.Double(places[0][0], places[0][1], width, 14);
      for (double[] one : places) {
        Rectangle2D candidate = new Rectangle2D.Double(one[0], one[1], width, 14);
        if (taken.stream().noneMatch(candidate::intersects)) {
          place = candidate;
          break;
        }
      }
      taken.add(place);
      canvas.text(point.name(), Theme.Type.BODY, theme.text(), place.getX(), place.getMaxY() - 3);
    }
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (Point point : points()) {
      rows.add(
          List.of(
              point.name(),
              point.speed().value(),
              point.speed().low(),
              point.speed().high(),
              point.accuracy().top1(),
              point.accuracy().how().name().toLowerCase(Locale.ROOT),
              point.accuracy().source(),
              point.accuracy().status(),
              point.parameters()));
    }
    return new DataTable(
        List.of(
            "model",
            "speed (images/s)",
            "speed low (images/s)",
            "speed high (images/s)",
            "top-1",
            "top-1 known as",
            "top-1 source",
            "top-1 status",
            "parameters"),
        rows);
  }
}
