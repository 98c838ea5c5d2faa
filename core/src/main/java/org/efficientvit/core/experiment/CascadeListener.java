package org.efficientvit.core.experiment;

import org.efficientvit.core.experiment.CascadeExperiment.Unit;
import org.efficientvit.core.train.EpochResult;
import org.efficientvit.core.train.StepResult;

/** Whoever watches an experiment, and may end it; heard from several threads at a time. */
public interface CascadeListener {

  /** Watches nothing. */
  CascadeListener NONE = new CascadeListener() {};

  /** A training made a step. */
  default void stepped(Unit unit, StepResult step) {}

  /** A training finished an epoch, which is kept. */
  default void finished(Unit unit, EpochResult epoch) {}

  /** A training is at its end, perhaps since an earlier run. */
  default void trained(Unit unit) {}

  /** Whether to end now; what is kept is gone on with another time. */
  default boolean isStopped() {
    return false;
  }
}
