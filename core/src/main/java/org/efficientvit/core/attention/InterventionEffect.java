package org.efficientvit.core.attention;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.efficientvit.core.trace.Trace;

/**
 * What changed between two passes over one picture, the second with something cut, silenced or
 * replaced.
 *
 * @param predicted the likeliest class before
 * @param predictedAfter the likeliest class after
 * @param classes what became of each class, in their order
 * @param maps what became of the attention of each block, in the order of the network; none where
 *     it was not asked for
 */
public record InterventionEffect(
    int predicted, int predictedAfter, List<ClassChange> classes, List<MapChange> maps) {

  /**
   * What became of one class.
   *
   * @param index the class
   * @param logit before
   * @param logitAfter after
   * @param probability softmax of the logits before, 0 to 1
   * @param probabilityAfter the same after
   */
  public record ClassChange(
      int index, double logit, double logitAfter, double probability, double probabilityAfter) {

    /** By how much the logit grew, in nats. */
    public double logitChange() {
      return logitAfter - logit;
    }

    /** By how much the probability grew, −1 to 1. */
    public double probabilityChange() {
      return probabilityAfter - probability;
    }
  }

  public InterventionEffect {
    classes = List.copyOf(classes);
    maps = List.copyOf(maps);
  }

  /**
   * Compares two passes over the same picture.
   *
   * @param before with logits, and with attention where the change of maps is wanted
   * @param after with the same
   * @throws IllegalArgumentException if they hold not the same
   */
  public static InterventionEffect between(Trace before, Trace after) {
    float[] logits = requireNonNull(before.logits(), "no logits").values();
    float[] others = requireNonNull(after.logits(), "no logits").values();
    if (logits.length != others.length) {
      throw new IllegalArgumentException(logits.length + " and " + others.length + " classes");
    }
    float[] probabilities = before.probabilities();
    float[] otherProbabilities = after.probabilities();
    List<ClassChange> classes = new ArrayList<>();
    for (int i = 0; i < logits.length; i++) {
      classes.add(
          new ClassChange(i, logits[i], others[i], probabilities[i], otherProbabilities[i]));
    }
    return new InterventionEffect(
        largest(logits), largest(others), classes, MapChange.between(before, after));
  }

  private static int largest(float[] values) {
    return IntStream.range(0, values.length)
        .reduce(0, (best, i) -> values[i] > values[best] ? i : best);
  }

  /** Whether another class is the likeliest now. */
  public boolean isPredictionChanged() {
    return predicted != predictedAfter;
  }

  /** The mean absolute change of a logit, in nats, at least 0. */
  public double meanLogitChange() {
    return classes.stream().mapToDouble(one -> Math.abs(one.logitChange())).average().orElse(0);
  }

  /** The classes that were likeliest before, or are now, likeliest first by the larger of both. */
  public List<ClassChange> likeliest(int count) {
    return classes.stream()
        .sorted(
            Comparator.comparingDouble(
                    (ClassChange one) -> Math.max(one.probability(), one.probabilityAfter()))
                .reversed())
        .limit(count)
        .toList();
  }
}
