package org.efficientvit.core.image;

/** What to do with the orientation that a camera notes beside the samples. */
public enum Orientation {
  /** Turn the picture upright: for display, and for classifying what a person sees. */
  APPLY,
  /** Leave the samples as they are stored: what the official evaluation does. */
  IGNORE
}
