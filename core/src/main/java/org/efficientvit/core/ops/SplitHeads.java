package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * Deals the channels of tokens out to heads, so that all heads of all pictures are one batch: (B,
 * N, C) to (B·h, N, D) with D = C/h, the heads of a picture one after another.
 *
 * @param heads h
 */
public record SplitHeads(String name, int heads) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.COPY;
  }

  /**
   * {@inheritDoc} The heads of one picture lie at even distances, so that they are a view; those of
   * several pictures do not.
   */
  @Override
  public OperationKind kind(List<Shape> inputs) {
    return inputs.get(0).dimension(0) == 1 ? OperationKind.VIEW : kind();
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() == 3 && x.dimension(2) % heads == 0, this, x);
    return Shape.of(x.dimension(0) * heads, x.dimension(1), x.dimension(2) / heads);
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.splitHeads(this, inputs.get(0));
  }
}
