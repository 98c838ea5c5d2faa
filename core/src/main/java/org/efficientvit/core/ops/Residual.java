package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * The sum of a value and of what a branch made of it. The branch's result is not read again, so an
 * engine may add into its memory.
 */
public record Residual(String name) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.ADDITION;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return Shapes.same(this, inputs);
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.residual(this, inputs.get(0), inputs.get(1));
  }
}
