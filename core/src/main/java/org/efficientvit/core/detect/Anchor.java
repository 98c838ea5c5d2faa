package org.efficientvit.core.detect;

import org.efficientvit.core.evaluate.Box;

/**
 * A box that a detector starts from.
 *
 * @param level of the pyramid, from 0, the finest
 * @param row of its cell
 * @param column of its cell
 * @param kind which of the cell's, from 0: ratios outermost, scales innermost
 * @param box in pixels of the picture that the network sees
 */
public record Anchor(int level, int row, int column, int kind, Box box) {

  private static final int FINEST = 3;

  /** The level as papers call it: {@code P3} for the finest. */
  public String levelName() {
    return "P" + (FINEST + level);
  }

  /** Height over width. */
  public double ratio() {
    return Anchors.RATIOS[kind / Anchors.SCALES];
  }

  /** Side of a square anchor over the smallest of its level: 1, or a root of 2 to the third. */
  public double scale() {
    return Math.pow(2, kind % Anchors.SCALES / (double) Anchors.SCALES);
  }
}
