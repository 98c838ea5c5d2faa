package org.efficientvit.core.survey;

import java.util.List;
import java.util.Optional;
import org.efficientvit.core.attention.Similarity;

/** How alike heads are on each picture. */
final class LikenessNumbers {

  /** On one picture. */
  record OfPicture(Similarity maps, Similarity outputs) {

    /** The mean over blocks. */
    static OfPicture mean(List<OfPicture> blocks) {
      return new OfPicture(
          Similarity.mean(blocks.stream().map(OfPicture::maps).toList()),
          Similarity.mean(blocks.stream().map(OfPicture::outputs).toList()));
    }
  }

  private final SimilarityNumbers maps = new SimilarityNumbers();
  private final SimilarityNumbers outputs = new SimilarityNumbers();
  private boolean isEmpty = true;

  void add(OfPicture one) {
    maps.add(one.maps);
    outputs.add(one.outputs);
    isEmpty = false;
  }

  /** Counts the mean over blocks, if there are any. */
  void addMean(List<OfPicture> blocks) {
    if (!blocks.isEmpty()) {
      add(OfPicture.mean(blocks));
    }
  }

  /** Empty where nothing was counted. */
  Optional<Likeness> figures() {
    return isEmpty
        ? Optional.empty()
        : Optional.of(new Likeness(maps.figures(), outputs.figures()));
  }
}
