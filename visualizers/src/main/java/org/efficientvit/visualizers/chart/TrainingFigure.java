package org.efficientvit.visualizers.chart;

import static java.util.Objects.requireNonNull;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.efficientvit.core.train.EpochResult;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Theme;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * How a training went, epoch by epoch: the loss above, the share of right answers below.
 *
 * <p>Where a loss is not finite the line is broken.
 *
 * @param epochs in their order
 */
public record TrainingFigure(List<EpochResult> epochs, FigureContext context) implements Figure {

  private static final double WIDTH = 560;
  private static final double HEIGHT = 430;
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

  /** Up to this many epochs each has a dot. */
  private static final int FEW = 40;

  private static final BasicStroke LINE =
      new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  public TrainingFigure {
    epochs = List.copyOf(epochs);
    requireNonNull(context, "context is null");
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
    legend(canvas, theme, x + GAP, "validation", theme.accent());
    double top = Canvas.HEADER + LEGEND;
    new ChartTheme(theme)
        .chart(plot(theme))
        .draw(
            g,
            new Rectangle2D.Double(
                Canvas.MARGIN, top, width - 2 * Canvas.MARGIN, height - top - Canvas.MARGIN));
  }

  private static double legend(Canvas canvas, Theme theme, double x, String text, Color colour) {
    double y = Canvas.HEADER + 9;
    canvas.line(new Line2D.Double(x, y - 3.5, x + SWATCH, y - 3.5), colour, LINE.getLineWidth());
    double start = x + SWATCH + 5;
    return start + canvas.text(text, Theme.Type.SMALL, theme.text(), start, y);
  }

  private CombinedDomainXYPlot plot(Theme theme) {
    ChartTheme style = new ChartTheme(theme);
    int last = epochs.stream().mapToInt(EpochResult::epoch).max().orElse(0) + 1;
    NumberAxis axis = style.numbers("epochs done", last * BEYOND);
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    axis.setAxisLineVisible(true);
    CombinedDomainXYPlot plot = new CombinedDomainXYPlot(axis);
    plot.setGap(GAP);
    XYPlot losses = panel(style, style.numbers("loss (nats)", largestLoss() * HEADROOM));
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
    style.grid(panel);
    return panel;
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
        epochs.stream()
            .flatMapToDouble(epoch -> DoubleStream.of(epoch.trainingLoss(), epoch.validationLoss()))
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
