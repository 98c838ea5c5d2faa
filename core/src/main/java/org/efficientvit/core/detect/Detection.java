package org.efficientvit.core.detect;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.evaluate.Box;
import org.jspecify.annotations.Nullable;

/**
 * An object that a detector found.
 *
 * @param label its class, from 0
 * @param score how sure the detector is, 0 to 1
 * @param box in pixels
 * @param anchor that the box was made of, or null where that was not kept
 */
public record Detection(int label, double score, Box box, @Nullable Anchor anchor) {

  public Detection {
    requireNonNull(box, "box is null");
  }

  /** The same object with its box elsewhere: in another picture's pixels. */
  public Detection withBox(Box other) {
    return new Detection(label, score, other, anchor);
  }
}
