package org.efficientvit.core.ops.torch;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.efficientvit.core.tensor.Tensor;

/** What a network's answers to one batch are worth, in plain Java. */
@FunctionalInterface
public interface Objective {

  /**
   * A verdict.
   *
   * @param loss to be made smaller
   * @param gradients of the loss by each number of each answer, by the answer's name
   */
  record Judgement(double loss, Map<String, Tensor> gradients) {

    public Judgement {
      requireNonNull(gradients, "gradients is null");
      gradients = Map.copyOf(gradients);
    }
  }

  /**
   * Judges.
   *
   * @param answers what the network taps as {@link org.efficientvit.core.ops.Tap.Kind#LOGITS}, by
   *     name, of the whole batch
   */
  Judgement judge(Map<String, Tensor> answers);
}
