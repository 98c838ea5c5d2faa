package org.efficientvit.visualizers.chart;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.efficientvit.core.cost.CostDifference;
import org.efficientvit.core.cost.Difference;
import org.efficientvit.core.cost.Load;
import org.efficientvit.core.cost.TimeChange;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Canvas.Align;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.chart.DivergingBars.Bar;

/**
 * What a changed network takes more, or less, than the one that it is made of, by kind of
 * operation: time where it was measured, multiply-accumulates, bytes.
 *
 * @param change in words, {@code cascade=off}
 * @param result the change in one line: what it was measured to do, or how it was counted
 */
public record DifferenceFigure(
    String change, String result, CostDifference difference, FigureContext context)
    implements Figure {

  private static final double WIDTH = 720;
  private static final double NAMES = 132;
  private static final double BETWEEN = 26;
  private static final double NOTE = 20;
  private static final double MILLION = 1e6;

  public DifferenceFigure {
    requireNonNull(change, "change is null");
    requireNonNull(result, "result is null");
    requireNonNull(difference, "difference is null");
    requireNonNull(context, "context is null");
  }

  /**
   * One column of bars.
   *
   * @param totals from what to what it changes in all
   * @param value of a row's bar, in millions of what is counted or in milliseconds
   * @param interval where it lies
   */
  private record Column(
      String title,
      Function<Difference, String> totals,
      ToDoubleFunction<Difference> value,
      Function<Difference, Interval> interval) {

    static Column counted(String title, ToLongFunction<Load> amount) {
      ToDoubleFunction<Difference> value = one -> amount.applyAsLong(one.added()) / MILLION;
      return new Column(
          title,
          one ->
              fromTo(
                  (double) amount.applyAsLong(one.before()),
                  (double) amount.applyAsLong(one.after())),
          value,
          one -> new Interval(value.applyAsDouble(one), value.applyAsDouble(one)));
    }

    static Column time() {
      return new Column(
          "time (ms)",
          Column::sums,
          one -> added(one).value() / MILLION,
          one ->
              new Interval(
                  added(one).interval().low() / MILLION, added(one).interval().high() / MILLION));
    }

    private static String sums(Difference one) {
      TimeChange time = one.time().orElseThrow();
      return fromTo(time.before(), time.after()) + ", timed one by one";
    }

    private static String fromTo(double before, double after) {
      return amount(before / MILLION) + " to " + amount(after / MILLION);
    }

    private static String amount(double value) {
      int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
      return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static Estimate added(Difference one) {
      return one.time().orElseThrow().added();
    }
  }

  @Override
  public String name() {
    return "what-if-" + change.replace("+", "-and-").replaceAll("[^a-z0-9]+", "-");
  }

  @Override
  public String title() {
    return "What " + change + " adds and takes away";
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return Canvas.HEADER
        + NOTE
        + DivergingBars.ABOVE
        + (kinds().size() + 1) * DivergingBars.ROW
        + Canvas.MARGIN;
  }

  /** Those to which the change makes a difference, that which differs most first. */
  private List<Difference> kinds() {
    return difference.byKind().stream().filter(Difference::isClear).toList();
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    if (difference.timed()) {
      columns.add(Column.time());
    }
    columns.add(Column.counted("multiply-accumulates (M)", Load::macs));
    columns.add(Column.counted("read and written (MB)", Load::bytes));
    return columns;
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    double x = Canvas.MARGIN;
    double y = Canvas.HEADER;
    double room = width - 2 * Canvas.MARGIN;
    canvas.text(canvas.fit(result, Theme.Type.BODY, room), Theme.Type.BODY, theme.text(), x, y + 7);
    y += NOTE;
    names(canvas, theme, x, y + DivergingBars.ABOVE, width - Canvas.MARGIN);
    List<Column> columns = columns();
    double each = (room - NAMES) / columns.size() - BETWEEN;
    for (int i = 0; i < columns.size(); i++) {
      bars(columns.get(i), theme)
          .draw(canvas, theme, x + NAMES + i * (each + BETWEEN) + BETWEEN, y, each);
    }
  }

  private void names(Canvas canvas, Theme theme, double x, double y, double end) {
    List<Difference> kinds = kinds();
    double baseline = y + DivergingBars.ROW / 2 + 3.5;
    for (Difference kind : kinds) {
      canvas.text(kind.name(), Theme.Type.BODY, theme.text(), x + NAMES, baseline, Align.RIGHT);
      baseline += DivergingBars.ROW;
    }
    canvas.text("all kinds", Theme.Type.BODY, theme.text(), x + NAMES, baseline, Align.RIGHT);
    double rule = y + kinds.size() * DivergingBars.ROW;
    canvas.line(new Line2D.Double(x, rule, end, rule), theme.grid(), 0.75);
  }

  private DivergingBars bars(Column column, Theme theme) {
    List<Bar> bars = new ArrayList<>();
    for (Difference kind : kinds()) {
      bars.add(bar(column, kind, theme.of(kind.kind())));
    }
    bars.add(bar(column, difference.total(), theme.muted()));
    return new DivergingBars(column.title, column.totals.apply(difference.total()), bars);
  }

  private static Bar bar(Column column, Difference one, Color colour) {
    double value = column.value.applyAsDouble(one);
    return new Bar(value, column.interval.apply(one), signed(value), colour);
  }

  /** Three digits at most behind the point, and a real minus sign. */
  private static String signed(double value) {
    if (value == 0) {
      return "";
    }
    double size = Math.abs(value);
    int decimals = size < 1 ? 3 : size < 10 ? 2 : size < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%+." + decimals + "f", value).replace('-', '−');
  }

  @Override
  public DataTable data() {
    List<List<Object>> rows = difference.operations().stream().map(DifferenceFigure::row).toList();
    List<String> header =
        new ArrayList<>(
            List.of(
                "operation",
                "kind",
                "presence",
                "multiply-accumulates before (1)",
                "multiply-accumulates after (1)",
                "bytes moved before (B)",
                "bytes moved after (B)"));
    if (difference.timed()) {
      header.addAll(
          List.of(
              "time before (ns)",
              "time after (ns)",
              "time added (ns)",
              "time added, low (ns)",
              "time added, high (ns)"));
    }
    return new DataTable(header, rows);
  }

  private static List<Object> row(Difference one) {
    List<Object> cells =
        new ArrayList<>(
            Arrays.<Object>asList(
                one.name(),
                one.kind().label(),
                one.presence().id(),
                one.before().macs(),
                one.after().macs(),
                one.before().bytes(),
                one.after().bytes()));
    one.time()
        .ifPresent(
            time ->
                cells.addAll(
                    List.of(
                        time.before(),
                        time.after(),
                        time.added().value(),
                        time.added().interval().low(),
                        time.added().interval().high())));
    return cells;
  }
}
