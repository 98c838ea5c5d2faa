package org.efficientvit.core.detect;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.evaluate.Box;

/**
 * An object that a detector found.
 *
 * @param label its class, from 0
 * @param score how sure the detector is, 0 to 1
 * @param box in pixels
 * @param anchor that the box was made of
 */
public record Detection(int label, double score, Box box, Anchor anchor) {

  public Detection {
    requireNonNull(box, "box is null");
    requireNonNull(anchor, "anchor is null");
  }

  /** The same object with its box elsewhere: in another picture's pixels. */
  public Detection withBox(Box other) {
    return new Detection(label, score, other, anchor);
  }
}
