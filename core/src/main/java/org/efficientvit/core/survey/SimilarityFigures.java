package org.efficientvit.core.survey;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.efficientvit.core.statistics.Estimate;

/**
 * How alike the heads of a block are over pictures, or of several blocks: the mean over the
 * pictures of each figure of {@link org.efficientvit.core.attention.Similarity}, where the
 * definitions stand, with its 95 % interval by bootstrap over the pictures.
 *
 * @param meanPairwise mean cosine of two heads
 * @param meanOfMax mean over heads of the largest cosine with another
 * @param maxOfMax largest cosine of two heads
 * @param jensenShannon mean divergence of two heads, 0 to 1 bit; empty for what heads give
 */
public record SimilarityFigures(
    Estimate meanPairwise,
    Estimate meanOfMax,
    Estimate maxOfMax,
    Optional<Estimate> jensenShannon) {

  public SimilarityFigures {
    requireNonNull(meanPairwise, "meanPairwise is null");
    requireNonNull(meanOfMax, "meanOfMax is null");
    requireNonNull(maxOfMax, "maxOfMax is null");
    requireNonNull(jensenShannon, "jensenShannon is null");
  }
}
