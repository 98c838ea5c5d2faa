package org.efficientvit.visualizers.chart;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.efficientvit.core.published.Ablation;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;

/**
 * How fast changed networks are beside the one that they are made of: measured here, with
 * intervals, and published.
 *
 * @param rows from top to bottom
 * @param how it was measured, in one line
 * @param ablation the published table that rows are of
 */
public record SpeedFigure(List<Row> rows, String how, Ablation ablation, FigureContext context)
    implements Figure {

  private static final double WIDTH = 720;
  private static final double ROW = 31;
  private static final double NAMES = 178;
  private static final double FIGURES = 150;
  private static final double GAP = 14;
  private static final double LEGEND_LINE = 16;
  private static final double ABOVE = 24;
  private static final double WHISKER = 1.6;
  private static final String QUALIFIED = "*";
  private static final String LABEL =
      "images/s, times the baseline's: slower to the left, faster to the right";

  /**
   * A changed network.
   *
   * @param change in words, {@code cascade=off}
   * @param speed images/s for each one of the baseline
   * @param published the same change in the paper's table; empty where it has none
   * @param isQualified whether the published network is, or may be, changed in more than this
   */
  public record Row(
      String change, Estimate speed, Optional<Ablation.Row> published, boolean isQualified) {

    public Row {
      requireNonNull(change, "change is null");
      requireNonNull(speed, "speed is null");
      requireNonNull(published, "published is null");
    }
  }

  public SpeedFigure {
    rows = List.copyOf(rows);
    requireNonNull(how, "how is null");
    requireNonNull(ablation, "ablation is null");
    requireNonNull(context, "context is null");
  }

  @Override
  public String name() {
    return "what-if-speed";
  }

  @Override
  public String title() {
    return hasPublished()
        ? "Speed of changed networks · measured here, and published"
        : "Speed of changed networks · measured here";
  }

  private boolean isQualified() {
    return rows.stream().anyMatch(Row::isQualified);
  }

  private double legendHeight() {
    return LEGEND_LINE * (hasPublished() ? isQualified() ? 3 : 2 : 1);
  }

  private boolean hasPublished() {
    return rows.stream().anyMatch(row -> row.published.isPresent());
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return Canvas.HEADER
        + ABOVE
        + rows.size() * ROW
        + RatioAxis.HEIGHT
        + legendHeight()
        + Canvas.MARGIN;
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    double top = Canvas.HEADER + ABOVE;
    double bottom = height - Canvas.MARGIN - legendHeight() - RatioAxis.HEIGHT;
    double left = Canvas.MARGIN + NAMES + GAP;
    double right = width - Canvas.MARGIN - FIGURES - GAP;
    RatioAxis axis = axis(left, right);
    axis.draw(canvas, theme, top, bottom, LABEL);
    headings(canvas, theme, width, top - 10);
    double each = (bottom - top) / Math.max(1, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      row(canvas, theme, rows.get(i), axis, top + (i + 0.5) * each, width);
    }
    legend(canvas, theme, bottom + RatioAxis.HEIGHT + 9.5, width - Canvas.MARGIN);
  }

  private RatioAxis axis(double left, double right) {
    List<Double> ratios = new ArrayList<>();
    for (Row row : rows) {
      ratios.add(row.speed.interval().low());
      ratios.add(row.speed.interval().high());
      row.published.ifPresent(
          one -> {
            ratios.add(one.v100Ratio(ablation.baseline()));
            ratios.add(one.onnxRatio(ablation.baseline()));
          });
    }
    return RatioAxis.of(ratios, left, right);
  }

  private void headings(Canvas canvas, Theme theme, double width, double y) {
    canvas.text("change", Theme.Type.SMALL, theme.muted(), Canvas.MARGIN, y);
    double right = width - Canvas.MARGIN;
    if (hasPublished()) {
      canvas.text("top-1 published", Theme.Type.SMALL, theme.muted(), right, y, Align.RIGHT);
    }
    canvas.text("measured", Theme.Type.SMALL, theme.muted(), right - FIGURES, y);
  }

  private void row(Canvas canvas, Theme theme, Row row, RatioAxis axis, double y, double width) {
    boolean named = row.published.isPresent();
    canvas.text(
        canvas.fit(row.change, Theme.Type.BODY, NAMES),
        Theme.Type.BODY,
        theme.text(),
        Canvas.MARGIN,
        named ? y - 1 : y + 4);
    row.published.ifPresent(
        one -> {
          canvas.text(
              canvas.fit(published(one.name(), row.isQualified), Theme.Type.SMALL, NAMES),
              Theme.Type.SMALL,
              theme.muted(),
              Canvas.MARGIN,
              y + 11);
          published(canvas, theme, one, axis, y);
          canvas.text(
              signed(one.top1() - ablation.baseline().top1()),
              Theme.Type.BODY,
              theme.text(),
              width - Canvas.MARGIN,
              y + 4,
              Align.RIGHT);
        });
    measured(canvas, theme, row.speed, axis, y);
    canvas.text(
        "%s (%s–%s)"
            .formatted(
                number(row.speed.value(), 2),
                number(row.speed.interval().low(), 2),
                number(row.speed.interval().high(), 2)),
        Theme.Type.BODY,
        theme.text(),
        width - Canvas.MARGIN - FIGURES,
        y + 4);
  }

  private static String published(String name, boolean isQualified) {
    return name.replace("->", "→") + (isQualified ? " " + QUALIFIED : "");
  }

  private void published(Canvas canvas, Theme theme, Ablation.Row one, RatioAxis axis, double y) {
    Ablation.Row baseline = ablation.baseline();
    Mark.PUBLISHED_GPU.draw(canvas, theme, axis.x(one.v100Ratio(baseline)), y);
    Mark.PUBLISHED_CPU.draw(canvas, theme, axis.x(one.onnxRatio(baseline)), y);
  }

  private static void measured(
      Canvas canvas, Theme theme, Estimate speed, RatioAxis axis, double y) {
    Color colour = Mark.MEASURED.colour(theme);
    double low = axis.x(speed.interval().low());
    double high = axis.x(speed.interval().high());
    canvas.line(new Line2D.Double(low, y, high, y), colour, WHISKER);
    canvas.line(new Line2D.Double(low, y - 4, low, y + 4), colour, WHISKER);
    canvas.line(new Line2D.Double(high, y - 4, high, y + 4), colour, WHISKER);
    Mark.MEASURED.draw(canvas, theme, axis.x(speed.value()), y);
  }

  /** What the marks are, and where the published figures are from. */
  private void legend(Canvas canvas, Theme theme, double y, double end) {
    key(canvas, theme, Mark.MEASURED, how, Canvas.MARGIN, y, end);
    if (!hasPublished()) {
      return;
    }
    double second = y + LEGEND_LINE;
    double x =
        key(canvas, theme, Mark.PUBLISHED_GPU, "published, V100", Canvas.MARGIN, second, end);
    x = key(canvas, theme, Mark.PUBLISHED_CPU, "published, ONNX", x, second, end);
    small(canvas, theme, ablation.source() + "; " + ablation.status(), x, second, end);
    if (isQualified()) {
      small(
          canvas,
          theme,
          QUALIFIED + " the published network differs, or may differ, in more than this change",
          Canvas.MARGIN,
          second + LEGEND_LINE,
          end);
    }
  }

  private static double key(
      Canvas canvas, Theme theme, Mark mark, String text, double x, double y, double end) {
    mark.draw(canvas, theme, x + Mark.SIZE / 2, y - 3.5);
    double left = x + Mark.SIZE + 5;
    String line = canvas.fit(text, Theme.Type.SMALL, end - left);
    return left + canvas.text(line, Theme.Type.SMALL, theme.text(), left, y) + GAP;
  }

  private static void small(
      Canvas canvas, Theme theme, String text, double x, double y, double end) {
    String line = canvas.fit(text, Theme.Type.SMALL, end - x);
    canvas.text(line, Theme.Type.SMALL, theme.muted(), x, y);
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.1f", value).replace('-', '−');
  }

  @Override
  public DataTable data() {
    Ablation.Row baseline = ablation.baseline();
    List<List<Object>> cells = new ArrayList<>();
    for (Row row : rows) {
      cells.add(
          List.of(
              row.change,
              row.speed.value(),
              row.speed.interval().low(),
              row.speed.interval().high(),
              row.published.<Object>map(Ablation.Row::name).orElse(""),
              row.published.<Object>map(one -> one.v100Ratio(baseline)).orElse(""),
              row.published.<Object>map(one -> one.onnxRatio(baseline)).orElse(""),
              row.published.<Object>map(one -> one.top1() - baseline.top1()).orElse(""),
              row.isQualified));
    }
    return new DataTable(
        List.of(
            "change",
            "measured speed (times the baseline's)",
            "low",
            "high",
            "published row",
            "published V100 speed (times the baseline's)",
            "published ONNX speed (times the baseline's)",
            "published top-1 difference (points)",
            "published network may differ in more"),
        cells);
  }
}
