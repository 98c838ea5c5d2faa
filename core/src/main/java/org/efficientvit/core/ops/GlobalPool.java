package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/** The mean of each channel over the grid: (B, C, H, W) to (B, C, 1, 1). */
public record GlobalPool(String name) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.POOLING;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() == 4, this, x);
    return x.with(2, 1).with(3, 1);
  }

  /** A sum for each number that is read, a quotient for each channel. */
  @Override
  public long arithmetic(List<Shape> inputs) {
    return (long) inputs.get(0).elements() + output(inputs).elements();
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.globalPool(this, inputs.get(0));
  }
}
