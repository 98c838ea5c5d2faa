package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * What each head gives side by side, the inverse of {@link SplitHeads}: (B·h, N, D) to (B, N, C)
 * with C = h·D.
 *
 * @param heads h
 */
public record MergeHeads(String name, int heads) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.COPY;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() == 3 && x.dimension(0) % heads == 0, this, x);
    return Shape.of(x.dimension(0) / heads, x.dimension(1), x.dimension(2) * heads);
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.mergeHeads(this, inputs.get(0));
  }
}
