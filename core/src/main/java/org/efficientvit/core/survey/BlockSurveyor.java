package org.efficientvit.core.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efficientvit.core.attention.HeadMeasures;
import org.efficientvit.core.attention.HeadSimilarity;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.jspecify.annotations.Nullable;

/** The heads of one block, picture by picture. */
final class BlockSurveyor {

  /**
   * What a block's heads say of one picture.
   *
   * @param attention (h, w, N, N)
   * @param outputs what they give
   */
  record Said(HeadMaps attention, HeadMaps outputs) {}

  /**
   * One picture's figures.
   *
   * @param heads mean over the heads
   * @param likeness empty where there is but one head
   * @param shuffled empty for the first picture too
   */
  record OfPicture(
      HeadMeasures heads,
      Optional<LikenessNumbers.OfPicture> likeness,
      Optional<LikenessNumbers.OfPicture> shuffled) {}

  private final String block;
  private final WindowGrid grid;
  private final double step;
  private final UniformAttention.OfBlock uniform;
  private final List<HeadNumbers> heads = new ArrayList<>();
  private final LikenessNumbers likeness = new LikenessNumbers();
  private final LikenessNumbers shuffled = new LikenessNumbers();
  private final PairNumbers pairs;
  private @Nullable Said before;

  /**
   * A block of no pictures yet.
   *
   * @param first what its heads say of some picture
   * @param step pixels from one token to the next
   */
  BlockSurveyor(Said first, double step) {
    this.block = first.attention.block();
    this.grid = first.attention.grid();
    this.step = step;
    this.uniform = UniformAttention.OfBlock.of(first.attention, step);
    this.pairs = new PairNumbers(first.attention.heads());
    for (int head = 0; head < first.attention.heads(); head++) {
      heads.add(new HeadNumbers());
    }
  }

  /** What uniform attention would give. */
  UniformAttention.OfBlock uniform() {
    return uniform;
  }

  OfPicture add(Said said) {
    List<HeadMeasures> measures = HeadMeasures.of(said.attention, step);
    for (int head = 0; head < measures.size(); head++) {
      heads.get(head).add(measures.get(head));
    }
    OfPicture one =
        new OfPicture(HeadMeasures.mean(measures), likeness(said), likeness(said, before));
    one.likeness.ifPresent(likeness::add);
    one.shuffled.ifPresent(shuffled::add);
    before = said;
    return one;
  }

  private Optional<LikenessNumbers.OfPicture> likeness(Said said) {
    if (heads.size() < 2) {
      return Optional.empty();
    }
    HeadSimilarity maps = HeadSimilarity.ofMaps(said.attention);
    HeadSimilarity outputs = HeadSimilarity.ofOutputs(said.outputs);
    pairs.add(maps, outputs);
    return Optional.of(new LikenessNumbers.OfPicture(maps.figures(), outputs.figures()));
  }

  private Optional<LikenessNumbers.OfPicture> likeness(Said said, @Nullable Said other) {
    if (heads.size() < 2 || other == null) {
      return Optional.empty();
    }
    return Optional.of(
        new LikenessNumbers.OfPicture(
            HeadSimilarity.ofMaps(said.attention, other.attention).figures(),
            HeadSimilarity.ofOutputs(said.outputs, other.outputs).figures()));
  }

  BlockFigures figures() {
    return new BlockFigures(
        block,
        grid,
        heads.stream().map(HeadNumbers::figures).toList(),
        likeness.figures(),
        pairs.mean(),
        shuffled.figures(),
        UniformAttention.mean(List.of(uniform)));
  }
}
