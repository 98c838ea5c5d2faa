package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/** A function of each number by itself. */
public record Activation(String name, Function function) implements Operation {

  /**
   * Which function. Its steps are counted as written here: SiLU's are a sign, an exponential, a sum
   * and a quotient.
   */
  public enum Function {
    /** max(x, 0). */
    RELU(1),
    /** min(max(x, 0), 6). */
    RELU6(2),
    /** 1 / (1 + e⁻ˣ). */
    SIGMOID(4),
    /** min(max(x + 3, 0), 6) / 6. */
    HARD_SIGMOID(4),
    /** x / (1 + e⁻ˣ), also called Swish. */
    SILU(4),
    /** x · min(max(x + 3, 0), 6) / 6. */
    HARD_SWISH(5),
    /** x · (1 + erf(x/√2)) / 2. */
    GELU(5);

    private final int steps;

    Function(int steps) {
      this.steps = steps;
    }
  }

  public static Activation relu(String name) {
    return new Activation(name, Function.RELU);
  }

  public static Activation sigmoid(String name) {
    return new Activation(name, Function.SIGMOID);
  }

  @Override
  public OperationKind kind() {
    return OperationKind.ACTIVATION;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return inputs.get(0);
  }

  /** For each number as many steps as its function has: 1 for ReLU, 5 for GELU. */
  @Override
  public long arithmetic(List<Shape> inputs) {
    return (long) function.steps * inputs.get(0).elements();
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.activation(this, inputs.get(0));
  }
}
