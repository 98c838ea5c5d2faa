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
    return Shapes.same(this, inputs);
  }

  /** Each number of the result is a sum and a half of it. */
  @Override
  public long arithmetic(List<Shape> inputs) {
    return 2L * output(inputs).elements();
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.average(this, inputs.get(0), inputs.get(1));
  }
}
