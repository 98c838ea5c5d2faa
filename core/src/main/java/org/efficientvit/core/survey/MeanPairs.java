package org.efficientvit.core.survey;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.attention.HeadPairs;

/**
 * How alike each two heads of a block are, mean over pictures.
 *
 * @param mapCosines between what they attend to, 0 to 1
 * @param mapDivergences Jensen–Shannon divergence between what they attend to, 0 to 1 bit
 * @param outputCosines between what they give, −1 to 1
 */
public record MeanPairs(HeadPairs mapCosines, HeadPairs mapDivergences, HeadPairs outputCosines) {

  public MeanPairs {
    requireNonNull(mapCosines, "mapCosines is null");
    requireNonNull(mapDivergences, "mapDivergences is null");
    requireNonNull(outputCosines, "outputCosines is null");
  }
}
