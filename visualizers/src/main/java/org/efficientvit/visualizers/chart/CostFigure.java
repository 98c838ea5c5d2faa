package org.efficientvit.visualizers.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Theme;

/** What the blocks of a network cost, whatever runs them. */
public record CostFigure(NetworkCost cost, Quantity quantity, FigureContext context)
    implements Figure {

  /** What is counted. */
  public enum Quantity {
    /** Multiply-accumulates. */
    MACS,
    /** Bytes read and written by each operation by itself. */
    BYTES
  }

  @Override
  public String name() {
    return "cost";
  }

  @Override
  public String title() {
    return "Cost";
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
