package org.efficientvit.core.attention;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How alike the heads of a block are, in four figures, each by a definition of its own. cos is the
 * cosine between what two heads say, each laid end to end as one vector; i and j are heads, h of
 * them.
 *
 * @param meanPairwise 1/(h·(h−1)) Σ_i Σ_{j≠i} cos(i, j); −1 to 1, of maps 0 to 1
 * @param meanOfMax 1/h Σ_i max_{j≠i} cos(i, j): the mean over heads of the largest cosine with
 *     another head (arXiv 2305.07027, caption of Fig. 4); −1 to 1, of maps 0 to 1
 * @param maxOfMax max_i max_{j≠i} cos(i, j): the largest cosine of two heads (the author's
 *     definition of Fig. 4 in microsoft/Cream issue 178); −1 to 1, of maps 0 to 1
 * @param jensenShannon mean over pairs of heads and over queries of the Jensen–Shannon divergence
 *     between their weights, in bits (Lin, 1991): H((p+q)/2) − (H(p)+H(q))/2; 0 where both attend
 *     alike, 1 where to no token in common; empty for what heads give, which are no distributions
 */
public record Similarity(
    double meanPairwise, double meanOfMax, double maxOfMax, OptionalDouble jensenShannon) {

  public Similarity {
    requireNonNull(jensenShannon, "jensenShannon is null");
  }

  /**
   * The mean of each figure.
   *
   * @param all of the same kind, at least one
   */
  public static Similarity mean(List<Similarity> all) {
    return new Similarity(
        mean(all, Similarity::meanPairwise),
        mean(all, Similarity::meanOfMax),
        mean(all, Similarity::maxOfMax),
        all.get(0).jensenShannon.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(mean(all, one -> one.jensenShannon.orElseThrow())));
  }

  private static double mean(List<Similarity> all, ToDoubleFunction<Similarity> figure) {
    return all.stream().mapToDouble(figure).average().orElseThrow();
  }
}
