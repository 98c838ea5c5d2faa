package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/** The mean of two values of one shape. */
public record Average(String name) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.ADDITION;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shapes.require(inputs.get(0).equals(inputs.get(1)), this, inputs.get(0), inputs.get(1));
    return inputs.get(0);
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.average(this, inputs.get(0), inputs.get(1));
  }
}
