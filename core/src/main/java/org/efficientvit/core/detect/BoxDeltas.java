package org.efficientvit.core.detect;

import org.efficientvit.core.evaluate.Box;

/**
 * How a box differs from its anchor (arXiv 1311.2524, Appendix C; mmdetection 2: {@code
 * DeltaXYWHBBoxCoder} with means 0 and deviations 1).
 *
 * @param x shift of the centre to the right, in widths of the anchor
 * @param y shift of the centre down, in heights of the anchor
 * @param width logarithm of the ratio of the widths
 * @param height logarithm of the ratio of the heights
 */
public record BoxDeltas(double x, double y, double width, double height) {

  /** A side grows, or shrinks, to 62.5 times at most. */
  private static final double LARGEST_LOGARITHM = Math.abs(Math.log(16 / 1000.0));

  /** What leads from an anchor to a box. */
  public static BoxDeltas between(Box anchor, Box box) {
    return new BoxDeltas(
        (box.x() + box.width() / 2 - anchor.x() - anchor.width() / 2) / anchor.width(),
        (box.y() + box.height() / 2 - anchor.y() - anchor.height() / 2) / anchor.height(),
        Math.log(box.width() / anchor.width()),
        Math.log(box.height() / anchor.height()));
  }

  /**
   * The box that these make of an anchor, cut at the picture's edges.
   *
   * @param pictureWidth in pixels, without padding
   * @param pictureHeight in pixels, without padding
   */
  public Box apply(Box anchor, double pictureWidth, double pictureHeight) {
    double newWidth = anchor.width() * Math.exp(limited(width));
    double newHeight = anchor.height() * Math.exp(limited(height));
    double centreX = anchor.x() + anchor.width() / 2 + anchor.width() * x;
    double centreY = anchor.y() + anchor.height() / 2 + anchor.height() * y;
    return Box.between(
        clipped(centreX - newWidth / 2, pictureWidth),
        clipped(centreY - newHeight / 2, pictureHeight),
        clipped(centreX + newWidth / 2, pictureWidth),
        clipped(centreY + newHeight / 2, pictureHeight));
  }

  private static double limited(double logarithm) {
    return Math.max(-LARGEST_LOGARITHM, Math.min(LARGEST_LOGARITHM, logarithm));
  }

  private static double clipped(double place, double extent) {
    return Math.max(0, Math.min(extent, place));
  }
}
