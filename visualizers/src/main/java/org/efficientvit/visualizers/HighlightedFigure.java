package org.efficientvit.visualizers;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.util.List;

/** A figure with a line around every part that shows one operation. */
record HighlightedFigure(PickableFigure figure, String operation) implements PickableFigure {

  HighlightedFigure {
    requireNonNull(figure, "figure is null");
    requireNonNull(operation, "operation is null");
  }

  @Override
  public String name() {
    return figure.name();
  }

  @Override
  public String title() {
    return figure.title();
  }

  @Override
  public double width() {
    return figure.width();
  }

  @Override
  public double height() {
    return figure.height();
  }

  @Override
  public double leastWidth() {
    return figure.leastWidth();
  }

  @Override
  public double leastHeight() {
    return figure.leastHeight();
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    figure.draw(g, width, height, theme);
    figure.highlight(g, operation, width, height, theme);
  }

  @Override
  public DataTable data() {
    return figure.data();
  }

  @Override
  public List<Pickable> pickables(double width, double height) {
    return figure.pickables(width, height);
  }

  @Override
  public PickableFigure highlighting(String other) {
    return figure.highlighting(other);
  }
}
