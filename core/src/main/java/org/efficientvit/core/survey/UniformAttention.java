package org.efficientvit.core.survey;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.efficientvit.core.attention.HeadMeasures;
import org.efficientvit.core.attention.HeadSimilarity;
import org.efficientvit.core.attention.ScoreMaps;
import org.efficientvit.core.attention.Similarity;
import org.efficientvit.core.trace.HeadMaps;

/**
 * The baseline of heads that give every token of a window as much, whatever they see: what they
 * would be measured as. What they would give is not known without another pass, so only maps are
 * compared.
 *
 * @param head each head, or the mean over blocks
 * @param maps how alike the heads' maps are; empty where there is but one head
 */
public record UniformAttention(HeadMeasures head, Optional<Similarity> maps) {

  public UniformAttention {
    requireNonNull(head, "head is null");
    requireNonNull(maps, "maps is null");
  }

  /**
   * The baseline of a block.
   *
   * @param attention of the block on any picture, (h, w, N, N)
   * @param step pixels from one token to the next
   */
  static UniformAttention of(HeadMaps attention, double step) {
    HeadMaps uniform = ScoreMaps.uniform(attention);
    return new UniformAttention(
        HeadMeasures.of(uniform, step).get(0),
        uniform.heads() < 2
            ? Optional.empty()
            : Optional.of(HeadSimilarity.ofMaps(uniform).figures()));
  }

  /** The mean over blocks. */
  static UniformAttention mean(List<UniformAttention> blocks) {
    List<Similarity> maps = blocks.stream().flatMap(one -> one.maps.stream()).toList();
    return new UniformAttention(
        HeadMeasures.mean(blocks.stream().map(UniformAttention::head).toList()),
        maps.isEmpty() ? Optional.empty() : Optional.of(Similarity.mean(maps)));
  }
}
