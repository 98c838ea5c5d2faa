package org.efficientvit.core.ops;

import org.efficientvit.core.tensor.Shape;

/**
 * A tensor that an operation reads from the weights.
 *
 * @param name the name in a checkpoint, {@code blocks1.0.dw0.m.c.weight}
 * @param shape as PyTorch lays it out; a convolution's is (out, in / groups, k, k)
 * @param role what it is for
 */
public record Parameter(String name, Shape shape, Role role) {

  /** What a parameter is for: decides how it is initialised, decayed and counted. */
  public enum Role {
    /** Multiplies its input: a convolution's or a linear layer's matrix. */
    WEIGHT,
    /** Is added. */
    BIAS,
    /** A normalisation's scale. */
    SCALE,
    /** A mean measured in training; not learned, so not counted as a parameter. */
    RUNNING_MEAN,
    /** A variance measured in training; not learned, so not counted as a parameter. */
    RUNNING_VARIANCE,
    /** The learned bias of attention by distance between tokens. */
    POSITION_BIAS,
    /** A learned token, or what is added to tokens by their place. */
    EMBEDDING
  }

  /** Whether training learns it by gradient; running statistics are measured instead. */
  public boolean isLearned() {
    return role != Role.RUNNING_MEAN && role != Role.RUNNING_VARIANCE;
  }
}
