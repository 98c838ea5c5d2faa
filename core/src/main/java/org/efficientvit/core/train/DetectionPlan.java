package org.efficientvit.core.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.efficientvit.core.InspectorException;

/**
 * How to train a detector.
 *
 * @param epochs how often every picture is shown
 * @param batch B, pictures in one step
 * @param rate the highest learning rate
 * @param warmUp epochs in which the rate rises to it
 * @param weightDecay λ of AdamW
 * @param clipNorm the largest 2-norm that the gradients of a step may have together
 * @param seed of the first weights and the order
 */
public record DetectionPlan(
    int epochs,
    int batch,
    double rate,
    double warmUp,
    double weightDecay,
    double clipNorm,
    long seed) {

  /**
   * Checks what can be checked before anything is trained.
   *
   * @throws InspectorException if nothing can be trained so
   */
  public DetectionPlan {
    if (epochs < 1
        || batch < 2
        || !(rate > 0 && warmUp >= 0 && warmUp < epochs && weightDecay >= 0 && clipNorm > 0)) {
      throw new InspectorException(
          "A training needs an epoch, two pictures in a batch, a learning rate and a clipping norm"
              + " above 0, a weight decay of at least 0 and a warm-up shorter than the training;"
              + " choose other figures.");
    }
  }

  /** The plan in words and numbers, by the names of the options that set them. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("epochs", Integer.toString(epochs));
    settings.put("batch", Integer.toString(batch));
    settings.put("learning rate", Double.toString(rate));
    settings.put("warm-up", Double.toString(warmUp));
    settings.put("weight decay", Double.toString(weightDecay));
    settings.put("clipping norm", Double.toString(clipNorm));
    settings.put("seed", Long.toString(seed));
    return settings;
  }
}
