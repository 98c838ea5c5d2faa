package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/** Every second row and column of maps, from the first: (B, C, H, W) to (B, C, ⌈H/2⌉, ⌈W/2⌉). */
public record EverySecond(String name) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.COPY;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() == 4, this, x);
    return Shape.of(
        x.dimension(0), x.dimension(1), (x.dimension(2) + 1) / 2, (x.dimension(3) + 1) / 2);
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.everySecond(this, inputs.get(0));
  }
}
