package org.efficientvit.app.service;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.trace.Trace;

/**
 * One class and how likely the network finds it.
 *
 * @param index of the class
 * @param probability its share after softmax, 0 to 1
 */
public record Prediction(int index, String label, float probability) {

  /**
   * The likeliest classes of a pass, likeliest first.
   *
   * @throws InspectorException if the network's answer is no number
   */
  public static List<Prediction> top(Model model, Trace trace, int count) {
    float[] probabilities = trace.probabilities();
    for (float probability : probabilities) {
      if (!Float.isFinite(probability)) {
        throw new InspectorException(
            "With %s the network's answer is not finite; use a checkpoint from before the training diverged."
                .formatted(model.provenance().description()));
      }
    }
    return IntStream.range(0, probabilities.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -probabilities[i]))
        .limit(count)
        .map(i -> new Prediction(i, model.labels().get(i), probabilities[i]))
        .toList();
  }
}
