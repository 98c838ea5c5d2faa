package org.efficientvit.core.train;

/** Whoever watches a training, and may end it. */
public interface TrainingListener {

  /** Watches nothing. */
  TrainingListener NONE = new TrainingListener() {};

  /** A step was made. */
  default void stepped(StepResult step) {}

  /** An epoch was finished, measured and kept. */
  default void finished(EpochResult epoch) {}

  /** Whether to end now; what the last whole epoch came to is kept. */
  default boolean isStopped() {
    return false;
  }
}
