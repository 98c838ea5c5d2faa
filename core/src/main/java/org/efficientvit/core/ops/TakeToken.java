package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * One token of each picture: (B, N, C) to (B, C).
 *
 * @param index which one, from 0
 */
public record TakeToken(String name, int index) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() == 3 && 0 <= index && index < x.dimension(1), this, x);
    return Shape.of(x.dimension(0), x.dimension(2));
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.takeToken(this, inputs.get(0));
  }
}
