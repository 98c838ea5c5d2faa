package org.efficientvit.app.service;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.detect.DetectionDecoder;

/**
 * Which of the objects that a detector found are shown.
 *
 * <p>A pass keeps what is surer than the published threshold. Boxes are dropped for surer ones
 * only, and the surest are kept, so of a pass the objects above any higher score are those that a
 * pass with that threshold would have found.
 *
 * @param score that an object has at least, 0 to 1
 * @param classes by name; empty for all
 */
public record DetectionFilter(double score, Set<String> classes) {

  /** What is shown unless something else is asked for. */
  public static final double USUAL_SCORE = 0.4;

  /** Below this score a pass keeps nothing, unless less is asked for. */
  public static final double LEAST_SCORE = DetectionDecoder.PUBLISHED.threshold();

  /** Checks the score. */
  public DetectionFilter {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("no score: " + score);
    }
    classes = Set.copyOf(classes);
  }

  /**
   * Refuses classes that a detector does not know.
   *
   * @param labels of the detector
   * @throws InspectorException if there is one
   */
  public void requireIn(List<String> labels) {
    Set<String> unknown = new LinkedHashSet<>(classes);
    labels.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new InspectorException(
          "This detector knows no class '%s'; its classes are %s."
              .formatted(unknown.iterator().next(), String.join(", ", labels)));
    }
  }

  /** The published decoder, unless less sure objects than it keeps are asked for. */
  public DetectionDecoder decoder() {
    return DetectionDecoder.PUBLISHED.withThreshold(Math.min(score, LEAST_SCORE));
  }

  /**
   * Those of some objects that are shown, in their order.
   *
   * @param labels of the detector
   */
  public List<Detection> of(List<Detection> detections, List<String> labels) {
    return detections.stream()
        .filter(one -> one.score() >= score)
        .filter(one -> classes.isEmpty() || classes.contains(labels.get(one.label())))
        .toList();
  }
}
