package org.efficientvit.visualizers.heads;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;

/** Names beside marks, where they cover no mark and no other name. */
final class NameTags {

  private static final double HEIGHT = 11;
  private static final double NEAR = 9;

  /** Opacity of what is behind a name, of 255, so that it is legible over lines. */
  private static final int PLATE = 205;

  private static final int DIRECTIONS = 16;
  private static final double[] DISTANCES = {1.5, 9, 18, 28, 40};

  private final Rectangle2D page;
  private final List<String> names = new ArrayList<>();
  private final List<Rectangle2D> marks = new ArrayList<>();

  NameTags(Rectangle2D page) {
    this.page = page;
  }

  void add(String name, Rectangle2D mark) {
    names.add(name);
    marks.add(mark);
  }

  /** Writes the names; one that finds no room is left out. */
  void draw(Canvas canvas, Theme theme) {
    Color plate = new Color((theme.background().getRGB() & 0xFFFFFF) | (PLATE << 24), true);
    List<Optional<Rectangle2D>> places = places(canvas);
    places.forEach(place -> place.ifPresent(one -> canvas.fill(one, plate)));
    for (int i = 0; i < names.size(); i++) {
      Rectangle2D mark = marks.get(i);
      places
          .get(i)
          .flatMap(place -> leader(mark, place))
          .ifPresent(line -> canvas.line(line, theme.muted(), 0.75));
    }
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      places
          .get(i)
          .ifPresent(
              place ->
                  canvas.text(
                      name, Theme.Type.SMALL, theme.text(), place.getX(), place.getMaxY() - 2));
    }
  }

  /** Where each name stands; empty where it finds no room. */
  List<Optional<Rectangle2D>> places(Canvas canvas) {
    List<Rectangle2D> taken = new ArrayList<>(marks);
    List<Optional<Rectangle2D>> places = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Optional<Rectangle2D> place =
          place(canvas.width(names.get(i), Theme.Type.SMALL), marks.get(i), taken);
      place.ifPresent(taken::add);
      places.add(place);
    }
    return places;
  }

  private Optional<Rectangle2D> place(double width, Rectangle2D mark, List<Rectangle2D> taken) {
    for (double distance : DISTANCES) {
      for (int i = 0; i < DIRECTIONS; i++) {
        double angle = 2 * Math.PI * i / DIRECTIONS;
        double away = mark.getWidth() / 2 + distance;
        double x = mark.getCenterX() + Math.cos(angle) * (away + width / 2) - width / 2;
        double y = mark.getCenterY() + Math.sin(angle) * (away + HEIGHT / 2) - HEIGHT / 2;
        Rectangle2D box = new Rectangle2D.Double(x, y, width, HEIGHT);
        if (page.contains(box) && taken.stream().noneMatch(box::intersects)) {
          return Optional.of(box);
        }
      }
    }
    return Optional.empty();
  }

  /** A line to a name that stands apart from its mark. */
  private static Optional<Line2D> leader(Rectangle2D mark, Rectangle2D place) {
    double x = Math.max(place.getMinX(), Math.min(mark.getCenterX(), place.getMaxX()));
    double y = Math.max(place.getMinY(), Math.min(mark.getCenterY(), place.getMaxY()));
    Line2D line = new Line2D.Double(mark.getCenterX(), mark.getCenterY(), x, y);
    return line.getP1().distance(line.getP2()) > NEAR ? Optional.of(line) : Optional.empty();
  }
}
