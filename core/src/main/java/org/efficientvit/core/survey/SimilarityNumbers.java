package org.efficientvit.core.survey;

import java.util.Optional;
import org.efficientvit.core.attention.Similarity;

/** How alike heads are on each picture. */
final class SimilarityNumbers {

  private final Numbers meanPairwise = new Numbers();
  private final Numbers meanOfMax = new Numbers();
  private final Numbers maxOfMax = new Numbers();
  private final Numbers jensenShannon = new Numbers();
  private boolean hasDivergence;

  void add(Similarity similarity) {
    meanPairwise.add(similarity.meanPairwise());
    meanOfMax.add(similarity.meanOfMax());
    maxOfMax.add(similarity.maxOfMax());
    similarity.jensenShannon().ifPresent(jensenShannon::add);
    hasDivergence |= similarity.jensenShannon().isPresent();
  }

  SimilarityFigures figures() {
    return new SimilarityFigures(
        meanPairwise.mean(),
        meanOfMax.mean(),
        maxOfMax.mean(),
        hasDivergence ? Optional.of(jensenShannon.mean()) : Optional.empty());
  }
}
