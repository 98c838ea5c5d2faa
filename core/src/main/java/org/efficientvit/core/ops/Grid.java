package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/** A row of tokens back on its grid: (B, N, C) to (B, C, H, W). */
public record Grid(String name, int height, int width) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() == 3 && x.dimension(1) == height * width, this, x);
    return Shape.of(x.dimension(0), x.dimension(2), height, width);
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.grid(this, inputs.get(0));
  }
}
