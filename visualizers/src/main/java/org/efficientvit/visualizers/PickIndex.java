package org.efficientvit.visualizers;

import static java.util.Objects.requireNonNull;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * Finds the parts of a figure that is drawn at one size: they are asked for once, not at each move
 * of the pointer.
 */
public final class PickIndex {

  private final PickableFigure figure;
  private final double width;
  private final double height;
  private final List<Pickable> parts;

  /** Of each part: left, upper, right and lower edge of the box around it, within reach. */
  private final double[] boxes;

  private PickIndex(PickableFigure figure, double width, double height) {
    this.figure = figure;
    this.width = width;
    this.height = height;
    this.parts = figure.pickables(width, height);
    this.boxes = new double[4 * parts.size()];
    for (int i = 0; i < parts.size(); i++) {
      Rectangle2D box = parts.get(i).outline().getBounds2D();
      boxes[4 * i] = box.getMinX() - PickableFigure.REACH;
      boxes[4 * i + 1] = box.getMinY() - PickableFigure.REACH;
      boxes[4 * i + 2] = box.getMaxX() + PickableFigure.REACH;
      boxes[4 * i + 3] = box.getMaxY() + PickableFigure.REACH;
    }
  }

  /**
   * The parts of a figure.
   *
   * @param width that the figure is drawn with, in points
   * @param height that the figure is drawn with, in points
   */
  public static PickIndex of(PickableFigure figure, double width, double height) {
    return new PickIndex(requireNonNull(figure, "figure is null"), width, height);
  }

  /** Whether these are the parts of this very figure at this size. */
  // Figures are values, but to compare two of them is as much work as to list their parts.
  @SuppressWarnings("ReferenceEquality")
  public boolean isOf(PickableFigure other, double otherWidth, double otherHeight) {
    return figure == other && width == otherWidth && height == otherHeight;
  }

  /** The parts where they lie, those in front last. */
  public List<Pickable> parts() {
    return parts;
  }

  /**
   * The part at a point: the front one of those that hold it, or else the nearest one in reach.
   *
   * @param x from the figure's left edge, in points
   * @param y from the figure's upper edge, in points
   */
  public Optional<Pickable> pick(double x, double y) {
    double nearest = PickableFigure.REACH;
    Optional<Pickable> picked = Optional.empty();
    for (int i = 0; i < parts.size(); i++) {
      if (x < boxes[4 * i]
          || y < boxes[4 * i + 1]
          || x > boxes[4 * i + 2]
          || y > boxes[4 * i + 3]) {
        continue;
      }
      double distance = parts.get(i).distance(x, y);
      if (distance <= nearest) {
        nearest = distance;
        picked = Optional.of(parts.get(i));
      }
    }
    return picked;
  }
}
