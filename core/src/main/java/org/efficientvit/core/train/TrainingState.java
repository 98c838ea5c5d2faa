package org.efficientvit.core.train;

import java.util.List;
import org.efficientvit.core.ops.torch.TorchTraining;

/**
 * A training after some epochs: all that it needs to go on to the same result.
 *
 * @param <R> what an epoch comes to
 * @param parameters with the optimiser's moments
 * @param results of the epochs so far
 */
record TrainingState<R>(TorchTraining.State parameters, List<R> results) {

  TrainingState {
    results = List.copyOf(results);
  }
}
