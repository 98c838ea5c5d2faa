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

  /** A rectangle between two corners. */
  public static Box between(double left, double top, double right, double bottom) {
    return new Box(left, top, right - left, bottom - top);
  }

  /** The right edge. */
  public double right() {
    return x + width;
  }

  /** The lower edge. */
  public double bottom() {
    return y + height;
  }

  public double area() {
    return width * height;
  }

  /**
   * Intersection over union: what two boxes share of what they cover together.
   *
   * @return 0 to 1; 0 for two boxes without area
   */
  public double overlapRatio(Box other) {
    double shared = overlap(other);
    double together = area() + other.area() - shared;
    return together > 0 ? shared / together : 0;
  }

  /** The area that two boxes share. */
  public double overlap(Box other) {
    double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    return Math.max(0, across) * Math.max(0, down);
  }
}
