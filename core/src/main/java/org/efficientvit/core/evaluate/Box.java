package org.efficientvit.core.evaluate;

/**
 * A rectangle in continuous coordinates: pixel (i, j) covers from i to i + 1 and from j to j + 1.
 *
 * @param x left edge
 * @param y upper edge
 */
public record Box(double x, double y, double width, double height) {

  /** Checks the size. */
  public Box {
    if (!(width >= 0 && height >= 0)) {
      throw new IllegalArgumentException("no box of " + width + " x " + height);
    }
  }

  /** The area that two boxes share. */
  public double overlap(Box other) {
    double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    return Math.max(0, across) * Math.max(0, down);
  }
}
