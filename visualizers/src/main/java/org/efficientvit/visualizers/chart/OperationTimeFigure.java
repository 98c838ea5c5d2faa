package org.efficientvit.visualizers.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.chart.Amounts.Amount;
import org.efficientvit.visualizers.chart.StackedBars.Row;

/**
 * How long operations took.
 *
 * @param times in the order of the network
 */
public record OperationTimeFigure(List<OperationTime> times, View view, FigureContext context)
    implements Figure {

  private static final int SLOWEST = 25;
  private static final double WIDTH = 660;
  private static final double ORDERED_HEIGHT = 360;

  /** How the times are put together. */
  public enum View {
    /** One bar for each block, its kinds of operation stacked. */
    BY_BLOCK,
    /** One bar for each kind of operation. */
    BY_KIND,
    /** The slowest 25 operations by name. */
    SLOWEST,
    /** One bar for each operation, in the order of the network. */
    IN_ORDER
  }

  public OperationTimeFigure {
    times = List.copyOf(times);
  }

  /** Time of each block. */
  public static OperationTimeFigure of(List<OperationTime> times, FigureContext context) {
    return new OperationTimeFigure(times, View.BY_BLOCK, context);
  }

  /** The same times put together otherwise. */
  public OperationTimeFigure with(View other) {
    return new OperationTimeFigure(times, other, context);
  }

  @Override
  public String name() {
    return "time-" + view.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String title() {
    Amounts amounts = amounts();
    String total = Numbers.time(amounts.total());
    return switch (view) {
      case BY_BLOCK -> "Time of each block · " + total + " in all";
      case BY_KIND -> "Time of each kind of operation · " + total + " in all";
      case IN_ORDER -> "Time of each of %d operations · %s in all".formatted(times.size(), total);
      case SLOWEST -> slowestTitle(amounts, total);
    };
  }

  private static String slowestTitle(Amounts amounts, String total) {
    List<Amount> slowest = amounts.largest(SLOWEST);
    long sum = slowest.stream().mapToLong(Amount::value).sum();
    return "The %d slowest of %d operations · %s of %s"
        .formatted(slowest.size(), amounts.operations().size(), share(sum, amounts.total()), total);
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return view == View.IN_ORDER
        ? ORDERED_HEIGHT
        : Canvas.HEADER + bars().height(WIDTH - 2 * Canvas.MARGIN) + Canvas.MARGIN;
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    Rectangle2D area =
        new Rectangle2D.Double(
            Canvas.MARGIN,
            Canvas.HEADER,
            width - 2 * Canvas.MARGIN,
            height - Canvas.HEADER - Canvas.MARGIN);
    if (view == View.IN_ORDER) {
      List<Amount> operations = amounts().operations();
      long largest = operations.stream().mapToLong(Amount::value).max().orElse(0);
      new OrderedBars(operations, Unit.time(largest)).draw(g, canvas, theme, area);
    } else {
      bars().draw(g, canvas, theme, area);
    }
  }

  private Amounts amounts() {
    return new Amounts(
        times.stream().map(t -> new Amount(t.name(), t.kind(), t.nanoseconds())).toList());
  }

  private StackedBars bars() {
    Amounts amounts = amounts();
    long total = amounts.total();
    List<Row> rows =
        switch (view) {
          case BY_BLOCK -> Rows.byBlock(amounts, Numbers::time);
          case BY_KIND -> amounts.byKind().stream().map(kind -> kindRow(kind, total)).toList();
          case SLOWEST, IN_ORDER ->
              amounts.largest(SLOWEST).stream().map(one -> row(one, total)).toList();
        };
    return new StackedBars(rows, Unit.time(rows.stream().mapToLong(Row::total).max().orElse(0)));
  }

  private static Row row(Amount one, long total) {
    return new Row(one.name(), Map.of(one.kind(), one.value()), label(one.value(), total));
  }

  private static Row kindRow(Amounts kind, long total) {
    Amount first = kind.operations().get(0);
    int count = kind.operations().size();
    return new Row(
        first.kind().label(),
        Map.of(first.kind(), kind.total()),
        "%s · %d operation%s".formatted(label(kind.total(), total), count, count == 1 ? "" : "s"));
  }

  private static String label(long value, long total) {
    return Numbers.time(value) + " · " + share(value, total);
  }

  private static String share(long value, long total) {
    return Numbers.percent(total == 0 ? 0 : (double) value / total);
  }

  @Override
  public DataTable data() {
    Amounts amounts = amounts();
    return switch (view) {
      case BY_BLOCK -> new DataTable(List.of("block", "kind", "time (ns)"), amounts.blockRows());
      case BY_KIND ->
          new DataTable(
              List.of("kind", "operations", "time (ns)"),
              amounts.byKind().stream()
                  .map(
                      kind ->
                          Arrays.<Object>asList(
                              kind.operations().get(0).kind().label(),
                              kind.operations().size(),
                              kind.total()))
                  .toList());
      case SLOWEST -> table(amounts.largest(SLOWEST));
      case IN_ORDER -> table(amounts.operations());
    };
  }

  private static DataTable table(List<Amount> operations) {
    return new DataTable(
        List.of("operation", "kind", "time (ns)"),
        operations.stream()
            .map(one -> Arrays.<Object>asList(one.name(), one.kind().label(), one.value()))
            .toList());
  }
}
