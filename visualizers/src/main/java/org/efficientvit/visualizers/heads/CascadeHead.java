package org.efficientvit.visualizers.heads;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.efficientvit.core.tensor.Tensor;

/**
 * One head of a cascade and what was done to it.
 *
 * @param split (H, W), length of each token's vector of channels that are the head's own
 * @param added what the previous head's output added; empty for the first head, and without a
 *     cascade
 * @param attention (H, W), what each token receives
 * @param output (H, W), length of each token's vector that the head gives
 * @param isCut whether what the previous head gives is kept from this one
 * @param isSilenced whether what this head gives is replaced by zeros
 * @param isUniform whether its map is replaced by uniform attention
 */
public record CascadeHead(
    Tensor split,
    Optional<Added> added,
    Tensor attention,
    Tensor output,
    boolean isCut,
    boolean isSilenced,
    boolean isUniform) {

  /**
   * What the previous head added to a split, all tokens laid end to end.
   *
   * @param norm length of what is added over that of the split, at least 0
   * @param cosine between both, −1 to 1
   */
  public record Added(double norm, double cosine) {}

  public CascadeHead {
    requireNonNull(split, "split is null");
    requireNonNull(added, "added is null");
    requireNonNull(attention, "attention is null");
    requireNonNull(output, "output is null");
  }
}
