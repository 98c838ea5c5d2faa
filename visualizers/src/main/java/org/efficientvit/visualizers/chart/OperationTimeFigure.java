package org.efficientvit.visualizers.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;

/**
 * How long operations took.
 *
 * @param times in the order of the network
 */
public record OperationTimeFigure(List<OperationTime> times, View view, FigureContext context)
    implements Figure {

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
    return "operation-time";
  }

  @Override
  public String title() {
    return "Time";
  }

  @Override
  public double width() {
    return 640;
  }

  @Override
  public double height() {
    return 400;
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    g.setColor(theme.background());
    g.fill(new Rectangle2D.Double(0, 0, width, height));
    g.setColor(theme.text());
    g.drawString(title(), 10, 20);
  }

  @Override
  public DataTable data() {
    return new DataTable(List.of("name"), List.of(List.of(name())));
  }
}
