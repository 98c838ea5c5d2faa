package org.efficientvit.core.train;

/** Whoever watches a detector's training, and may end it. */
public interface DetectionListener {

  /**
   * A step was made.
   *
   * @param step of the epoch, from 0
   * @param steps of an epoch
   * @param loss mean over the epoch so far
   */
  default void stepped(int epoch, int step, int steps, int batch, double loss) {}

  /** An epoch was finished, measured and kept. */
  default void finished(DetectionEpoch epoch) {}

  /** Whether to end now; what the last whole epoch came to is kept. */
  default boolean isStopped() {
    return false;
  }
}
