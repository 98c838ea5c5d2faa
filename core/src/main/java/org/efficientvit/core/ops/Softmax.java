package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/** Softmax over the innermost dimension: each row of scores becomes weights that sum to 1. */
public record Softmax(String name) implements Operation {

  private static final long STEPS = 5;

  @Override
  public OperationKind kind() {
    return OperationKind.SOFTMAX;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return inputs.get(0);
  }

  /**
   * For each number: a comparison for the row's largest, a difference to it, an exponential, a sum
   * and a quotient.
   */
  @Override
  public long arithmetic(List<Shape> inputs) {
    return STEPS * inputs.get(0).elements();
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.softmax(this, inputs.get(0));
  }
}
