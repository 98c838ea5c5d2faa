package org.efficientvit.core.survey;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.efficientvit.core.tensor.WindowGrid;

/**
 * The heads of one block over pictures.
 *
 * @param block {@code blocks2.3}
 * @param grid how its tokens lie in windows
 * @param heads one for each head, in order
 * @param likeness how alike its heads are; empty where there is but one
 * @param pairs how alike each two of them are; empty where there is but one
 * @param shuffled how alike its heads are when each is taken from another picture: a baseline, of a
 *     head on a picture and another on the one before; what is alike even so is the heads' own
 *     habit and not what they see. Empty for a single head or picture
 * @param uniform what uniform attention would give: a baseline
 */
public record BlockFigures(
    String block,
    WindowGrid grid,
    List<HeadFigures> heads,
    Optional<Likeness> likeness,
    Optional<MeanPairs> pairs,
    Optional<Likeness> shuffled,
    UniformAttention uniform) {

  public BlockFigures {
    requireNonNull(block, "block is null");
    requireNonNull(grid, "grid is null");
    heads = List.copyOf(heads);
    requireNonNull(likeness, "likeness is null");
    requireNonNull(pairs, "pairs is null");
    requireNonNull(shuffled, "shuffled is null");
    requireNonNull(uniform, "uniform is null");
  }
}
