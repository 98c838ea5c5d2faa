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
 * would be measured as, which is known and has no interval. What they would give is not known
 * without another pass, so only maps are compared.
 *
 * @param head each head, or the mean over blocks
 * @param maps how alike the heads' maps are; empty where there is but one head
 */
public record UniformAttention(HeadFigures head, Optional<SimilarityFigures> maps) {

  public UniformAttention {
    requireNonNull(head, "head is null");
    requireNonNull(maps, "maps is null");
  }

  /** The baseline of one block, as it is measured. */
  record OfBlock(HeadMeasures head, Optional<Similarity> maps) {

    /**
     * Measures uniform attention.
     *
     * @param attention of the block on any picture, (h, w, N, N)
     * @param step pixels from one token to the next
     */
    static OfBlock of(HeadMaps attention, double step) {
      HeadMaps uniform = ScoreMaps.uniform(attention);
      return new OfBlock(
          HeadMeasures.of(uniform, step).get(0),
          uniform.heads() < 2
              ? Optional.empty()
              : Optional.of(HeadSimilarity.ofMaps(uniform).figures()));
    }
  }

  /** The mean over blocks, or the baseline of one. */
  static UniformAttention mean(List<OfBlock> blocks) {
    HeadNumbers heads = new HeadNumbers();
    heads.add(HeadMeasures.mean(blocks.stream().map(OfBlock::head).toList()));
    List<Similarity> all = blocks.stream().flatMap(one -> one.maps.stream()).toList();
    SimilarityNumbers maps = new SimilarityNumbers();
    if (!all.isEmpty()) {
      maps.add(Similarity.mean(all));
    }
    return new UniformAttention(
        heads.figures(), all.isEmpty() ? Optional.empty() : Optional.of(maps.figures()));
  }
}
