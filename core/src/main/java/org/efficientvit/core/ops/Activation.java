package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/** A function of each number by itself. */
public record Activation(String name, Function function) implements Operation {

  /** Which function. */
  public enum Function {
    /** max(x, 0). */
    RELU,
    /** min(max(x, 0), 6). */
    RELU6,
    /** 1 / (1 + e⁻ˣ). */
    SIGMOID,
    /** min(max(x + 3, 0), 6) / 6. */
    HARD_SIGMOID,
    /** x / (1 + e⁻ˣ), also called Swish. */
    SILU,
    /** x · min(max(x + 3, 0), 6) / 6. */
    HARD_SWISH,
    /** x · (1 + erf(x/√2)) / 2. */
    GELU
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

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.activation(this, inputs.get(0));
  }
}
