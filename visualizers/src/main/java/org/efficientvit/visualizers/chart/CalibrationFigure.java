package org.efficientvit.visualizers.chart;

import static java.util.Objects.requireNonNull;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.efficientvit.core.evaluate.Calibration;
import org.efficientvit.core.evaluate.Calibration.Bin;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.Theme;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Whether a model is right as often as it is sure: above, how often it was right where it was so
 * sure, with the line on which both agree; below, how many pictures that was.
 *
 * <p>A point stands at a bin's mean confidence, with the 95 % interval of its accuracy (Wilson).
 * Where it lies under the line, the model is surer than it should be.
 */
public record CalibrationFigure(Calibration calibration, FigureContext context)
    implements PickableFigure {

  private static final double WIDTH = 500;
  private static final double HEIGHT = 560;
  private static final double LEGEND = 20;
  private static final double SWATCH = 18;
  private static final double GAP = 14;
  private static final double DOT = 6;
  private static final double ALL = 100;
  private static final double TICK = 20;

  /** So that a dot at the top is whole. */
  private static final double HEADROOM = 1.02;

  /** So that the count of the fullest bin has room above it. */
  private static final double ROOM_FOR_COUNTS = 1.22;

  private static final int SHARE_PANEL = 3;
  private static final int COUNT_PANEL = 1;
  private static final int FAINT = 72;

  private static final BasicStroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0);
  private static final BasicStroke WHISKER = new BasicStroke(1.2f);

  public CalibrationFigure {
    requireNonNull(calibration, "calibration is null");
    requireNonNull(context, "context is null");
  }

  @Override
  public String name() {
    return "calibration";
  }

  @Override
  public String title() {
    int images = calibration.images();
    return images == 0
        ? "Calibration · no pictures"
        : "Calibration · ECE %s of %d pictures"
            .formatted(Numbers.percent(calibration.expectedError().orElseThrow()), images);
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return HEIGHT;
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    legend(canvas, theme);
    CombinedDomainXYPlot plot = plot(theme);
    PlotRenderingInfo info = chart(g, plot, width, height, theme);
    counts(canvas, theme, plot, info.getSubplotInfo(1).getDataArea());
  }

  /** Draws both panels and says where they came to lie. */
  private static PlotRenderingInfo chart(
      Graphics2D g, CombinedDomainXYPlot plot, double width, double height, Theme theme) {
    double top = Canvas.HEADER + LEGEND;
    ChartRenderingInfo info = new ChartRenderingInfo(null);
    new ChartTheme(theme)
        .chart(plot)
        .draw(
            g,
            new Rectangle2D.Double(
                Canvas.MARGIN, top, width - 2 * Canvas.MARGIN, height - top - Canvas.MARGIN),
            info);
    return info.getPlotInfo();
  }

  /** The bins that hold pictures, each over both panels. */
  @Override
  public List<Pickable> pickables(double width, double height) {
    // Axes make room for their numbers while they are drawn.
    Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    CombinedDomainXYPlot plot = plot(Theme.LIGHT);
    Rectangle2D area = chart(nowhere, plot, width, height, Theme.LIGHT).getDataArea();
    nowhere.dispose();
    ValueAxis across = plot.getDomainAxis();
    List<Pickable> parts = new ArrayList<>();
    for (Bin bin : calibration.bins()) {
      if (bin.images() > 0) {
        double left = across.valueToJava2D(ALL * bin.low(), area, RectangleEdge.BOTTOM);
        double right = across.valueToJava2D(ALL * bin.high(), area, RectangleEdge.BOTTOM);
        parts.add(
            new Pickable(
                "bin %d".formatted(parts.size()),
                Set.of(),
                new Rectangle2D.Double(left, area.getY(), right - left, area.getHeight()),
                words(bin)));
      }
    }
    return parts;
  }

  private static String words(Bin bin) {
    Interval interval = Interval.wilson(bin.correct(), bin.images());
    return "sure to %s in the mean%nright on %d of %d: %s (95 %% interval %s to %s)"
        .formatted(
            Numbers.percent(bin.confidence().orElseThrow()),
            bin.correct(),
            bin.images(),
            Numbers.percent(bin.accuracy().orElseThrow()),
            Numbers.percent(interval.low()),
            Numbers.percent(interval.high()));
  }

  /** Writes above each lower bar how many pictures it stands for. */
  private void counts(Canvas canvas, Theme theme, CombinedDomainXYPlot plot, Rectangle2D area) {
    ValueAxis across = plot.getDomainAxis();
    ValueAxis up = plot.getSubplots().get(1).getRangeAxis();
    for (Bin bin : calibration.bins()) {
      if (bin.images() > 0) {
        canvas.text(
            Numbers.count(bin.images()).replace(" ", ""),
            Theme.Type.SMALL,
            theme.text(),
            across.valueToJava2D(ALL * (bin.low() + bin.high()) / 2, area, RectangleEdge.BOTTOM),
            up.valueToJava2D(bin.images(), area, RectangleEdge.LEFT) - 4,
            Canvas.Align.CENTRE);
      }
    }
  }

  private static void legend(Canvas canvas, Theme theme) {
    double y = Canvas.HEADER + 9;
    double x = Canvas.MARGIN;
    canvas.fill(new Ellipse2D.Double(x, y - 3.5 - DOT / 2, DOT, DOT), theme.accent());
    x += DOT + 5;
    x +=
        canvas.text(
            "accuracy of a bin, with its 95 % interval", Theme.Type.SMALL, theme.text(), x, y);
    x += GAP;
    double dash = SWATCH / 2.5;
    for (double from = x; from < x + SWATCH; from += SWATCH - dash) {
      canvas.line(new Line2D.Double(from, y - 3.5, from + dash, y - 3.5), theme.text(), 1.2);
    }
    x += SWATCH + 5;
    canvas.text("as often right as sure", Theme.Type.SMALL, theme.text(), x, y);
  }

  private CombinedDomainXYPlot plot(Theme theme) {
    ChartTheme style = new ChartTheme(theme);
    NumberAxis axis = style.numbers("share that the likeliest class was given (%)", ALL);
    axis.setTickUnit(new NumberTickUnit(TICK));
    axis.setAxisLineVisible(true);
    CombinedDomainXYPlot plot = new CombinedDomainXYPlot(axis);
    plot.setGap(GAP);
    NumberAxis shares = style.numbers("accuracy (%)", ALL * HEADROOM);
    shares.setTickUnit(new NumberTickUnit(TICK));
    XYPlot upper = panel(style, shares);
    addBars(upper, style, faint(theme.accent()), bars(bin -> ALL * bin.accuracy().orElse(0)));
    addDiagonal(upper, theme);
    addPoints(upper, theme);
    int most = calibration.bins().stream().mapToInt(Bin::images).max().orElse(0);
    XYPlot lower = panel(style, style.numbers("pictures", Math.max(1, most) * ROOM_FOR_COUNTS));
    addBars(lower, style, faint(theme.text()), bars(Bin::images));
    plot.add(upper, SHARE_PANEL);
    plot.add(lower, COUNT_PANEL);
    return plot;
  }

  private static XYPlot panel(ChartTheme style, NumberAxis numbers) {
    XYPlot panel = new XYPlot(null, null, numbers, null);
    panel.setNotify(false);
    panel.setBackgroundPaint(null);
    panel.setOutlineVisible(false);
    panel.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    style.grid(panel);
    return panel;
  }

  private static Color faint(Color colour) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FAINT);
  }

  /** A number of a bin. */
  @FunctionalInterface
  private interface Height {
    double of(Bin bin);
  }

  private XYIntervalSeries bars(Height height) {
    XYIntervalSeries bars = new XYIntervalSeries("bins");
    for (Bin bin : calibration.bins()) {
      if (bin.images() > 0) {
        double middle = ALL * (bin.low() + bin.high()) / 2;
        double top = height.of(bin);
        bars.add(middle, ALL * bin.low(), ALL * bin.high(), top, 0, top);
      }
    }
    return bars;
  }

  private static void addBars(XYPlot panel, ChartTheme style, Color colour, XYIntervalSeries bars) {
    XYBarRenderer renderer = new XYBarRenderer();
    style.flat(renderer);
    renderer.setMargin(0.08);
    renderer.setSeriesPaint(0, colour);
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(bars);
    int index = panel.getDatasetCount();
    panel.setDataset(index, data);
    panel.setRenderer(index, renderer);
  }

  private static void addDiagonal(XYPlot panel, Theme theme) {
    XYSeries line = new XYSeries("as often right as sure");
    line.add(0, 0);
    line.add(ALL, ALL);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, theme.text());
    renderer.setSeriesStroke(0, DASHED);
    int index = panel.getDatasetCount();
    panel.setDataset(index, new XYSeriesCollection(line));
    panel.setRenderer(index, renderer);
  }

  private void addPoints(XYPlot panel, Theme theme) {
    YIntervalSeries points = new YIntervalSeries("accuracy");
    for (Bin bin : calibration.bins()) {
      if (bin.images() > 0) {
        Interval interval = Interval.wilson(bin.correct(), bin.images());
        points.add(
            ALL * bin.confidence().orElseThrow(),
            ALL * bin.accuracy().orElseThrow(),
            ALL * interval.low(),
            ALL * interval.high());
      }
    }
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    data.addSeries(points);
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setSeriesPaint(0, theme.accent());
    renderer.setSeriesShape(0, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
    renderer.setErrorPaint(theme.accent());
    renderer.setErrorStroke(WHISKER);
    renderer.setCapLength(4);
    renderer.setDrawXError(false);
    int index = panel.getDatasetCount();
    panel.setDataset(index, data);
    panel.setRenderer(index, renderer);
  }

  /** Bins of no pictures are left out. */
  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (Bin bin : calibration.bins()) {
      if (bin.images() > 0) {
        Interval interval = Interval.wilson(bin.correct(), bin.images());
        rows.add(
            Arrays.asList(
                bin.low(),
                bin.high(),
                bin.images(),
                bin.confidence().orElseThrow(),
                bin.accuracy().orElseThrow(),
                interval.low(),
                interval.high()));
      }
    }
    return new DataTable(
        List.of(
            "confidence above",
            "confidence up to",
            "pictures",
            "mean confidence",
            "accuracy",
            "accuracy from (95 %)",
            "accuracy to (95 %)"),
        rows);
  }
}
