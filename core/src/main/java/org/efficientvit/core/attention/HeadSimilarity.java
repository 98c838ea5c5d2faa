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
    JensenShannon divergence = new JensenShannon(vectors, vectors, maps.grid().tokens());
    return new HeadSimilarity(
        cosines(vectors),
        Optional.of(HeadPairs.ofSymmetric(vectors.heads(), 0, divergence::of)));
  }

  /**
   * Of the attention maps of a block on one picture, and on another: the baseline of heads shuffled
   * between pictures. Heads that are alike even so have a pattern in common that no picture brings.
   */
  public static HeadSimilarity ofMaps(HeadMaps first, HeadMaps second) {
    HeadVectors a = HeadVectors.ofMaps(first);
    HeadVectors b = HeadVectors.ofMaps(second);
    JensenShannon divergence = new JensenShannon(a, b, first.grid().tokens());
    return new HeadSimilarity(cosines(a, b), Optional.of(HeadPairs.of(a.heads(), divergence::of)));
  }

  /**
   * Of what two or more heads give.
   *
   * @param outputs (h, w, D, s, s), or (h, 1, N, D) where leading tokens are among them
   */
  public static HeadSimilarity ofOutputs(HeadMaps outputs) {
    return new HeadSimilarity(cosines(HeadVectors.ofOutputs(outputs)), Optional.empty());
  }

  /** Of what the heads of a block give on one picture, and on another. */
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

  private static HeadPairs cosines(HeadVectors vectors) {
    return HeadPairs.ofSymmetric(
        vectors.heads(), 1, (first, second) -> vectors.cosine(first, vectors, second));
  }

  private static HeadPairs cosines(HeadVectors a, HeadVectors b) {
    return HeadPairs.of(a.heads(), (first, second) -> a.cosine(first, b, second));
  }
}
