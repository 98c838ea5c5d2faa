package org.efficientvit.core.detect;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.evaluate.Box;

/**
 * An object that is known to be on a picture.
 *
 * @param label its class, from 0
 * @param box in pixels
 * @param area of the object itself in square pixels, which decides whether it is small or large
 * @param isCrowd whether the box is of many objects that were not told apart: it need not be found,
 *     and what is found in it is no mistake
 */
public record GroundTruth(int label, Box box, double area, boolean isCrowd) {

  public GroundTruth {
    requireNonNull(box, "box is null");
  }

  /** A single object that fills its box. */
  public static GroundTruth of(int label, Box box) {
    return new GroundTruth(label, box, box.area(), false);
  }
}
