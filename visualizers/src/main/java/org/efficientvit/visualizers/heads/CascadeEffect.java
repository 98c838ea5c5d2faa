package org.efficientvit.visualizers.heads;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import org.efficientvit.core.attention.InterventionEffect;

/**
 * What interventions on heads changed: the probabilities of classes, and the maps of blocks.
 *
 * @param classes likeliest first
 * @param measure of a block's change, in words: {@code share of attention that went elsewhere}
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
   * A block whose maps changed.
   *
   * @param change at least 0
   */
  public record OfBlock(String block, double change) {}

  public CascadeEffect {
    classes = List.copyOf(classes);
    requireNonNull(measure, "measure is null");
    blocks = List.copyOf(blocks);
  }

  /**
   * The effect on the likeliest classes, and on the maps of all blocks that changed.
   *
   * @param labels of the classes
   * @param count how many classes
   */
  public static CascadeEffect of(InterventionEffect effect, List<String> labels, int count) {
    return new CascadeEffect(
        effect.likeliest(count).stream()
            .map(
                one ->
                    new OfClass(labels.get(one.index()), one.probability(), one.probabilityAfter()))
            .toList(),
        "share of attention that went elsewhere",
        effect.maps().stream()
            .filter(map -> map.mean() > 0)
            .map(map -> new OfBlock(map.block(), map.mean()))
            .toList());
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
