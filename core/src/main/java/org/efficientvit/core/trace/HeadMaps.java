package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;

/**
 * One kind of value of all heads of a block, for one image.
 *
 * @param block {@code blocks2.3}
 * @param grid how tokens lie in windows
 * @param values (h, w, N, N) for maps and scores, each row a query's, leading tokens first; (h, w,
 *     C, s, s) for what heads read and (h, w, D, s, s) for what they give; the latter (h, 1, N, D)
 *     of a network that holds tokens
 */
public record HeadMaps(String block, WindowGrid grid, Tensor values) {

  public HeadMaps {
    requireNonNull(block, "block is null");
    requireNonNull(grid, "grid is null");
    requireNonNull(values, "values is null");
  }

  /** h, how many heads. */
  public int heads() {
    return values.shape().dimension(0);
  }
}
