package org.efficientvit.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.InspectorException;

/**
 * Counts what a network says of pictures whose class is known; of equal logits the first counts.
 */
final class Tally {

  private static final int FEW = 5;

  private final ConfusionMatrix.Builder confusion;
  private final List<Evaluation.Failure> failed = new ArrayList<>();
  private int amongFive;
  private double loss;

  Tally(List<String> labels) {
    this.confusion = new ConfusionMatrix.Builder(labels);
  }

  /**
   * Counts one picture.
   *
   * @param name of the picture
   * @param logits (L)
   * @throws InspectorException if a logit is not finite
   */
  void add(String name, float[] logits, int label) {
    int before = 0;
    int largest = 0;
    for (int i = 0; i < logits.length; i++) {
      if (!Float.isFinite(logits[i])) {
        throw new InspectorException(
            "The network's answer to %s is not finite; use a checkpoint from before the training diverged."
                .formatted(name));
      }
      if (logits[i] > logits[largest]) {
        largest = i;
      }
      if (logits[i] > logits[label] || (logits[i] == logits[label] && i < label)) {
        before++;
      }
    }
    confusion.add(label, largest);
    loss += crossEntropy(logits, logits[largest], label);
    if (before < FEW) {
      amongFive++;
    }
  }

  /** log Σ exp(logits) less the logit of the class. */
  private static double crossEntropy(float[] logits, float largest, int label) {
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - largest);
    }
    return Math.log(sum) + largest - logits[label];
  }

  void fail(Evaluation.Failure failure) {
    failed.add(failure);
  }

  Evaluation result() {
    return new Evaluation(confusion.build(), amongFive, loss, failed);
  }
}
