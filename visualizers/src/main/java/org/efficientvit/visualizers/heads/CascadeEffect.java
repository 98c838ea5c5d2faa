package org.efficientvit.visualizers.heads;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;

/**
 * What interventions on heads changed: the probabilities of classes, and the blocks behind.
 *
 * @param classes likeliest first
 * @param measure of a block's change, in words: {@code Jensen–Shannon divergence of the maps
 *     (bits)}
 * @param blocks in the order of the network
 */
public record CascadeEffect(List<OfClass> classes, String measure, List<OfBlock> blocks) {

  /**
   * A class before and after.
   *
   * @param before probability, 0 to 1
   * @param after probability, 0 to 1
   */
  public record OfClass(String label, double before, double after) {}

  /**
   * A block behind.
   *
   * @param change at least 0
   */
  public record OfBlock(String block, double change) {}

  public CascadeEffect {
    classes = List.copyOf(classes);
    requireNonNull(measure, "measure is null");
    blocks = List.copyOf(blocks);
  }

  /** The likeliest class before and, where it is another, after. */
  String prediction() {
    String before = likeliest(Comparator.comparingDouble(OfClass::before));
    String after = likeliest(Comparator.comparingDouble(OfClass::after));
    return before.equals(after) ? "still " + before : before + " → " + after;
  }

  private String likeliest(Comparator<OfClass> order) {
    return classes.stream().max(order).map(OfClass::label).orElse("");
  }
}
