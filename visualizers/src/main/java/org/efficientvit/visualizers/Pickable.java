package org.efficientvit.visualizers;

import static java.util.Objects.requireNonNull;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Set;

/**
 * A part of a figure that can be pointed at.
 *
 * @param name what it stands for: an operation, a stage, a kind of operation, a network
 * @param operations that it shows, by their names in the network; none where a figure is of several
 *     networks
 * @param outline in points from the figure's upper left corner
 * @param text what is to be said of it, in lines
 */
public record Pickable(String name, Set<String> operations, Shape outline, String text) {

  /** Beside a round shape and yet in its box is nearly on it. */
  private static final double NEARLY = 0.5;

  public Pickable {
    requireNonNull(name, "name is null");
    operations = Set.copyOf(operations);
    requireNonNull(outline, "outline is null");
    requireNonNull(text, "text is null");
  }

  /** How far a point is from it, in points: 0 inside; outside, from the box around it. */
  double distance(double x, double y) {
    if (outline.contains(x, y)) {
      return 0;
    }
    Rectangle2D box = outline.getBounds2D();
    double across = Math.max(0, Math.max(box.getMinX() - x, x - box.getMaxX()));
    double down = Math.max(0, Math.max(box.getMinY() - y, y - box.getMaxY()));
    return Math.max(NEARLY, Math.hypot(across, down));
  }
}
