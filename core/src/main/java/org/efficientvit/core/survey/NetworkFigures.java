package org.efficientvit.core.survey;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The heads of all blocks together: the mean over the blocks of each picture's figures, each block
 * counting as much.
 *
 * @param heads mean over the heads of each block
 * @param likeness of the blocks of two and more heads; empty where there are none
 * @param shuffled likewise, of heads that are each taken from another picture; empty for a single
 *     picture too
 * @param uniform what uniform attention would give
 */
public record NetworkFigures(
    HeadFigures heads,
    Optional<Likeness> likeness,
    Optional<Likeness> shuffled,
    UniformAttention uniform) {

  public NetworkFigures {
    requireNonNull(heads, "heads is null");
    requireNonNull(likeness, "likeness is null");
    requireNonNull(shuffled, "shuffled is null");
    requireNonNull(uniform, "uniform is null");
  }
}
