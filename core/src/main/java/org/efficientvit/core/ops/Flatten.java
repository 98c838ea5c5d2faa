package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/** A grid of one cell as a vector: (B, C, 1, 1) to (B, C). */
public record Flatten(String name) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() == 4 && x.dimension(2) == 1 && x.dimension(3) == 1, this, x);
    return Shape.of(x.dimension(0), x.dimension(1));
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.flatten(this, inputs.get(0));
  }
}
