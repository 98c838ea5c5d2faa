package org.efficientvit.core.attention;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;
import org.efficientvit.core.trace.HeadMaps;

/**
 * How alike each two heads of a block are on one picture, or one's head on a picture and another on
 * another.
 *
 * <p>A head's vector is all its windows' values laid end to end. Where windows are padded, what the
 * padded cells ask for is left out: the network drops it too.
 *
 * @param cosines between the vectors of two heads, −1 to 1; 0 with a vector of zeros
 * @param divergences Jensen–Shannon divergence between the weights of two heads, mean over queries,
 *     0 to 1 bit; empty for what heads give
 */
public record HeadSimilarity(HeadPairs cosines, Optional<HeadPairs> divergences) {

  public HeadSimilarity {
    requireNonNull(cosines, "cosines is null");
    requireNonNull(divergences, "divergences is null");
  }

  /**
   * Of the attention maps of two or more heads.
   *
   * @param maps (h, w, N, N), each row a query's weights
   */
  public static HeadSimilarity ofMaps(HeadMaps maps) {
    HeadVectors vectors = HeadVectors.ofMaps(maps);
    return new HeadSimilarity(
        cosines(vectors, vectors), Optional.of(divergences(vectors, vectors, maps)));
  }

  /**
   * Of the attention maps of a block on one picture, and on another: the baseline of heads shuffled
   * between pictures. Of each two heads, the first is on the one picture and the second on the
   * other; heads that are alike even so have a pattern in common that no picture brings.
   */
  public static HeadSimilarity ofMaps(HeadMaps first, HeadMaps second) {
    HeadVectors a = HeadVectors.ofMaps(first);
    HeadVectors b = HeadVectors.ofMaps(second);
    return new HeadSimilarity(cosines(a, b), Optional.of(divergences(a, b, first)));
  }

  /**
   * Of what two or more heads give.
   *
   * @param outputs (h, w, D, s, s), or (h, 1, N, D) of a network that holds tokens
   */
  public static HeadSimilarity ofOutputs(HeadMaps outputs) {
    HeadVectors vectors = HeadVectors.ofOutputs(outputs);
    return new HeadSimilarity(cosines(vectors, vectors), Optional.empty());
  }

  /**
   * Of what the heads of a block give on one picture, and on another: of each two heads, the first
   * on the one and the second on the other.
   */
  public static HeadSimilarity ofOutputs(HeadMaps first, HeadMaps second) {
    return new HeadSimilarity(
        cosines(HeadVectors.ofOutputs(first), HeadVectors.ofOutputs(second)), Optional.empty());
  }

  /** The four figures that are made of all pairs. */
  public Similarity figures() {
    return new Similarity(
        cosines.meanPairwise(),
        cosines.meanOfMax(),
        cosines.maxOfMax(),
        divergences.isPresent()
            ? OptionalDouble.of(divergences.get().meanPairwise())
            : OptionalDouble.empty());
  }

  private static HeadPairs cosines(HeadVectors a, HeadVectors b) {
    return HeadPairs.ofSymmetric(a.heads(), (first, second) -> a.cosine(first, b, second));
  }

  private static HeadPairs divergences(HeadVectors a, HeadVectors b, HeadMaps maps) {
    JensenShannon divergence = new JensenShannon(a, b, maps.grid().tokens());
    return HeadPairs.ofSymmetric(a.heads(), divergence::of);
  }
}
