package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/** Multiplies each channel of maps (B, C, H, W) by its own factor (B, C, 1, 1). */
public record Gate(String name) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.MULTIPLICATION;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shape factors = inputs.get(1);
    Shapes.require(factors.equals(x.with(2, 1).with(3, 1)), this, x, factors);
    return x;
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.gate(this, inputs.get(0), inputs.get(1));
  }
}
