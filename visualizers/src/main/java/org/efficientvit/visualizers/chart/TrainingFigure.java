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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.efficientvit.core.train.EpochResult;
import org.efficientvit.core.train.LossCurve;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.Theme;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * How a training went, epoch by epoch: the loss above, the share of right answers below.
 *
 * <p>Where a loss is not finite the line is broken. The table holds the epochs alone.
 *
 * @param epochs in their order
 * @param steps the training loss between them, as far as it was watched
 */
public record TrainingFigure(
    List<EpochResult> epochs, List<LossCurve.Point> steps, FigureContext context)
    implements PickableFigure {

  private static final double WIDTH = 560;
  private static final double HEIGHT = 340;
  private static final double LEGEND = 20;
  private static final double SWATCH = 18;

  /** So that a dot at the top is whole. */
  private static final double HEADROOM = 1.05;

  /** All answers right, in per cent. */
  private static final double ALL = 100;

  /** So that the last epoch's dot is whole. */
  private static final double BEYOND = 1.01;

  private static final double GAP = 14;
  private static final double DOT = 4;

  private static final int FAINT = 110;

  /** Up to this many epochs each has a dot. */
  private static final int FEW = 40;

  private static final BasicStroke LINE =
      new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  public TrainingFigure {
    epochs = List.copyOf(epochs);
    steps = List.copyOf(steps);
    requireNonNull(context, "context is null");
  }

  /** A training of which the epochs alone are known. */
  public TrainingFigure(List<EpochResult> epochs, FigureContext context) {
    this(epochs, List.of(), context);
  }

  @Override
  public String name() {
    return "training";
  }

  @Override
  public String title() {
    Optional<EpochResult> best =
        epochs.stream()
            .filter(epoch -> Double.isFinite(epoch.validationTop1()))
            .max(Comparator.comparingDouble(EpochResult::validationTop1));
    String count = epochs.size() == 1 ? "1 epoch" : epochs.size() + " epochs";
    return best.map(
            one ->
                "Training · %s · best top-1 %s after epoch %d"
                    .formatted(count, Numbers.percent(one.validationTop1()), one.epoch() + 1))
        .orElse("Training · " + count);
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
    double x = legend(canvas, theme, Canvas.MARGIN, "training, as augmented", theme.muted());
    if (!steps.isEmpty()) {
      x = legend(canvas, theme, x + GAP, "between epochs", faint(theme.muted()));
    }
    legend(canvas, theme, x + GAP, "validation", theme.accent());
    Rectangle2D unused = chart(g, plot(theme), width, height, theme);
  }

  /** Draws both panels and says where they came to lie. */
  private static Rectangle2D chart(
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
    return info.getPlotInfo().getDataArea();
  }

  /** The epochs, each over both panels. */
  @Override
  public List<Pickable> pickables(double width, double height) {
    // Axes make room for their numbers while they are drawn.
    Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    CombinedDomainXYPlot plot = plot(Theme.LIGHT);
    Rectangle2D area = chart(nowhere, plot, width, height, Theme.LIGHT);
    nowhere.dispose();
    ValueAxis across = plot.getDomainAxis();
    List<Pickable> parts = new ArrayList<>();
    for (EpochResult epoch : epochs) {
      double from = across.valueToJava2D(epoch.epoch() + 0.5, area, RectangleEdge.BOTTOM);
      double to = across.valueToJava2D(epoch.epoch() + 1.5, area, RectangleEdge.BOTTOM);
      double end = Math.min(to, area.getMaxX());
      parts.add(
          new Pickable(
              "epoch " + (epoch.epoch() + 1),
              Set.of(),
              new Rectangle2D.Double(from, area.getY(), end - from, area.getHeight()),
              words(epoch)));
    }
    return parts;
  }

  private static String words(EpochResult epoch) {
    return "epoch %d%nloss %s in training, %s in validation%nvalidation top-1 %s%n%s images/s"
        .formatted(
            epoch.epoch() + 1,
            Numbers.plain(epoch.trainingLoss()),
            Numbers.plain(epoch.validationLoss()),
            Numbers.percent(epoch.validationTop1()),
            Numbers.plain(epoch.imagesPerSecond()));
  }

  private static Color faint(Color colour) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FAINT);
  }

  private static double legend(Canvas canvas, Theme theme, double x, String text, Color colour) {
    double y = Canvas.HEADER + 9;
    canvas.line(new Line2D.Double(x, y - 3.5, x + SWATCH, y - 3.5), colour, LINE.getLineWidth());
    double start = x + SWATCH + 5;
    return start + canvas.text(text, Theme.Type.SMALL, theme.text(), start, y);
  }

  private CombinedDomainXYPlot plot(Theme theme) {
    ChartTheme style = new ChartTheme(theme);
    double last =
        Stream.concat(
                epochs.stream().map(epoch -> epoch.epoch() + 1.0),
                steps.stream().map(LossCurve.Point::epoch))
            .mapToDouble(Math::ceil)
            .max()
            .orElse(1);
    NumberAxis axis = style.numbers("epochs done", last * BEYOND);
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    axis.setAxisLineVisible(true);
    CombinedDomainXYPlot plot = new CombinedDomainXYPlot(axis);
    plot.setGap(GAP);
    XYPlot losses = panel(style, style.numbers("loss (nats)", largestLoss() * HEADROOM));
    addSteps(losses, theme);
    add(losses, theme.muted(), EpochResult::trainingLoss);
    add(losses, theme.accent(), EpochResult::validationLoss);
    XYPlot answers = panel(style, style.numbers("top-1 (%)", ALL * HEADROOM));
    add(answers, theme.accent(), epoch -> ALL * epoch.validationTop1());
    plot.add(losses);
    plot.add(answers);
    return plot;
  }

  private static XYPlot panel(ChartTheme style, NumberAxis numbers) {
    XYPlot panel = new XYPlot(null, null, numbers, null);
    panel.setNotify(false);
    panel.setBackgroundPaint(null);
    panel.setOutlineVisible(false);
    // The epochs stand in front of the steps.
    panel.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    style.grid(panel);
    return panel;
  }

  private void addSteps(XYPlot panel, Theme theme) {
    XYSeries series = new XYSeries("steps");
    for (LossCurve.Point step : steps) {
      series.add(step.epoch(), Double.isFinite(step.loss()) ? (Double) step.loss() : null);
    }
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, faint(theme.muted()));
    renderer.setSeriesStroke(0, LINE);
    panel.setDataset(0, new XYSeriesCollection(series));
    panel.setRenderer(0, renderer);
  }

  private void add(XYPlot panel, Color colour, ToDoubleFunction<EpochResult> value) {
    XYSeries series = new XYSeries("line");
    for (EpochResult epoch : epochs) {
      double y = value.applyAsDouble(epoch);
      series.add(epoch.epoch() + 1, Double.isFinite(y) ? (Double) y : null);
    }
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, epochs.size() <= FEW);
    renderer.setSeriesPaint(0, colour);
    renderer.setSeriesStroke(0, LINE);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
    int index = panel.getDatasetCount();
    panel.setDataset(index, new XYSeriesCollection(series));
    panel.setRenderer(index, renderer);
  }

  private double largestLoss() {
    double largest =
        DoubleStream.concat(
                epochs.stream()
                    .flatMapToDouble(
                        epoch -> DoubleStream.of(epoch.trainingLoss(), epoch.validationLoss())),
                steps.stream().mapToDouble(LossCurve.Point::loss))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    return largest > 0 ? largest : 1;
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = new ArrayList<>();
    for (EpochResult epoch : epochs) {
      rows.add(
          List.of(
              epoch.epoch() + 1,
              epoch.learningRate(),
              epoch.trainingLoss(),
              epoch.validationLoss(),
              epoch.validationTop1(),
              epoch.imagesPerSecond()));
    }
    return new DataTable(
        List.of(
            "epoch",
            "learning rate",
            "training loss (nats)",
            "validation loss (nats)",
            "validation top-1",
            "speed (images/s)"),
        rows);
  }
}
