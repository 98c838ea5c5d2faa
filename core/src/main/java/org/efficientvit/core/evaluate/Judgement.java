package org.efficientvit.core.evaluate;

import org.efficientvit.core.InspectorException;

/** What logits say of a picture whose class is known; of equal logits the first counts. */
final class Judgement {

  private Judgement() {}

  /**
   * The answer to one picture.
   *
   * @param index the picture's number in its source
   * @param name of the picture
   * @param logits (L)
   * @param label the class that it shows
   * @throws InspectorException if a logit is not finite
   */
  static Answer.Seen of(int index, String name, float[] logits, int label) {
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
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp((double) logit - logits[largest]);
    }
    double loss = Math.log(sum) + logits[largest] - logits[label];
    return new Answer.Seen(index, label, largest, before, (float) (1 / sum), loss);
  }
}
