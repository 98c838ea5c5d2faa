package org.efficientvit.visualizers.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.cost.OperationCost;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Numbers;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.chart.Amounts.Amount;
import org.efficientvit.visualizers.chart.StackedBars.Row;

/** What the blocks of a network cost, whatever runs them. */
public record CostFigure(NetworkCost cost, Quantity quantity, FigureContext context)
    implements Figure {

  private static final double WIDTH = 660;

  /** What is counted. */
  public enum Quantity {
    /** Multiply-accumulates. */
    MACS,
    /** Bytes read and written by each operation by itself. */
    BYTES
  }

  @Override
  public String name() {
    return quantity == Quantity.MACS ? "cost-macs" : "cost-bytes";
  }

  @Override
  public String title() {
    long total = amounts().total();
    String what =
        quantity == Quantity.MACS
            ? "MACs of each block · " + Numbers.count(total)
            : "Bytes moved by each block · " + Numbers.bytes(total);
    return "%s for %s of %d×%d pixels"
        .formatted(
            what,
            cost.batch() == 1 ? "one picture" : cost.batch() + " pictures",
            cost.imageSize(),
            cost.imageSize());
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return Canvas.HEADER + bars().height(WIDTH - 2 * Canvas.MARGIN) + Canvas.MARGIN;
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    canvas.header(this, context, width, height);
    bars()
        .draw(
            g,
            canvas,
            theme,
            new Rectangle2D.Double(
                Canvas.MARGIN,
                Canvas.HEADER,
                width - 2 * Canvas.MARGIN,
                height - Canvas.HEADER - Canvas.MARGIN));
  }

  private StackedBars bars() {
    Amounts amounts = amounts();
    if (quantity == Quantity.BYTES) {
      return new StackedBars(Rows.byBlock(amounts, Numbers::bytes), Unit.bytes());
    }
    List<Row> rows = Rows.byBlock(amounts, Numbers::count);
    return new StackedBars(rows, Unit.macs(rows.stream().mapToLong(Row::total).max().orElse(0)));
  }

  private Amounts amounts() {
    return new Amounts(
        cost.operations().stream()
            .map(one -> new Amount(one.name(), one.kind(), amount(one)))
            .toList());
  }

  private long amount(OperationCost one) {
    return quantity == Quantity.MACS ? one.macs() : one.bytesRead() + one.bytesWritten();
  }

  @Override
  public DataTable data() {
    String unit = quantity == Quantity.MACS ? "multiply-accumulates (1)" : "bytes moved (B)";
    return new DataTable(List.of("block", "kind", unit), amounts().blockRows());
  }
}
