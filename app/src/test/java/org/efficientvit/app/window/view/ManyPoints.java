package org.efficientvit.app.window.view;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.DataTable;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.Theme;

/** A figure of many points, which counts how often its parts are asked for. */
final class ManyPoints implements PickableFigure {

  private static final double SIDE = 400;
  private static final double DOT = 6;

  private final int count;
  private int asked;

  ManyPoints(int count) {
    this.count = count;
  }

  /** How often its parts were listed. */
  int asked() {
    return asked;
  }

  @Override
  public String name() {
    return "many-points";
  }

  @Override
  public String title() {
    return "Many points";
  }

  @Override
  public double width() {
    return SIDE;
  }

  @Override
  public double height() {
    return SIDE;
  }

  /** On a spiral of even density over the whole figure. */
  private static Shape dot(int index, int count, double width, double height) {
    double angle = 2.4 * index;
    double radius = 0.48 * Math.sqrt((index + 0.5) / count);
    double x = width * (0.5 + radius * Math.cos(angle));
    double y = height * (0.5 + radius * Math.sin(angle));
    return new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT);
  }

  @Override
  public void draw(Graphics2D g, double width, double height, Theme theme) {
    Canvas canvas = Canvas.on(g, theme);
    for (int i = 0; i < count; i++) {
      canvas.fill(dot(i, count, width, height), theme.accent());
    }
  }

  @Override
  public DataTable data() {
    return new DataTable(List.of("point"), List.of());
  }

  @Override
  public List<Pickable> pickables(double width, double height) {
    asked++;
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Pickable(
                    "point" + i, Set.of(), dot(i, count, width, height), "point %d".formatted(i)))
        .toList();
  }
}
