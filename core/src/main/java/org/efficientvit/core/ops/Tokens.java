package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/** Maps as a row of tokens, row by row: (B, C, H, W) to (B, N, C). */
public record Tokens(String name) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() == 4, this, x);
    return Shape.of(x.dimension(0), x.dimension(2) * x.dimension(3), x.dimension(1));
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.tokens(this, inputs.get(0));
  }
}
