package org.efficientvit.visualizers.heads;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Theme;

/** Names beside marks, where they cover no mark and no other name. */
final class NameTags {

  private static final double HEIGHT = 11;
  private static final double NEAR = 9;
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
    List<Rectangle2D> taken = new ArrayList<>(marks);
    for (int i = 0; i < names.size(); i++) {
      Rectangle2D place = place(canvas, names.get(i), marks.get(i), taken);
      if (place != null) {
        taken.add(place);
        draw(canvas, theme, names.get(i), marks.get(i), place);
      }
    }
  }

  private @org.jspecify.annotations.Nullable Rectangle2D place(
      Canvas canvas, String name, Rectangle2D mark, List<Rectangle2D> taken) {
    double width = canvas.width(name, Theme.Type.SMALL);
    for (double distance : DISTANCES) {
      for (int i = 0; i < DIRECTIONS; i++) {
        double angle = 2 * Math.PI * i / DIRECTIONS;
        double away = mark.getWidth() / 2 + distance;
        double x = mark.getCenterX() + Math.cos(angle) * (away + width / 2) - width / 2;
        double y = mark.getCenterY() + Math.sin(angle) * (away + HEIGHT / 2) - HEIGHT / 2;
        Rectangle2D box = new Rectangle2D.Double(x, y, width, HEIGHT);
        if (page.contains(box) && taken.stream().noneMatch(box::intersects)) {
          return box;
        }
      }
    }
    return null;
  }

  private static void draw(
      Canvas canvas, Theme theme, String name, Rectangle2D mark, Rectangle2D place) {
    double x = Math.max(place.getMinX(), Math.min(mark.getCenterX(), place.getMaxX()));
    double y = Math.max(place.getMinY(), Math.min(mark.getCenterY(), place.getMaxY()));
    Line2D leader = new Line2D.Double(mark.getCenterX(), mark.getCenterY(), x, y);
    if (leader.getP1().distance(leader.getP2()) > NEAR) {
      canvas.line(leader, theme.muted(), 0.6);
    }
    canvas.text(name, Theme.Type.SMALL, theme.text(), place.getX(), place.getMaxY() - 2);
  }
}
