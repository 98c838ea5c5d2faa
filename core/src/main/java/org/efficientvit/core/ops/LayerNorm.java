package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * Layer normalisation of the channels of each token: y = (x − mean) / √(variance + ε) · weight +
 * bias, with the mean and the variance of the token's own C numbers.
 *
 * @param channels C, of tokens (B, N, C) or of maps (B, C, H, W)
 * @param epsilon ε
 */
public record LayerNorm(String name, int channels, double epsilon) implements Operation {

  private static final int MAPS = 4;
  private static final long STEPS = 7;

  public String weight() {
    return name + ".weight";
  }

  public String bias() {
    return name + ".bias";
  }

  @Override
  public OperationKind kind() {
    return OperationKind.NORMALISATION;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() >= 2 && x.dimension(x.rank() == MAPS ? 1 : -1) == channels, this, x);
    return x;
  }

  /**
   * For each number: a sum for the mean, a difference to it, a square and a sum for the variance, a
   * product with 1/√(variance + ε), one with the weight and a sum with the bias.
   */
  @Override
  public long arithmetic(List<Shape> inputs) {
    return STEPS * inputs.get(0).elements();
  }

  @Override
  public List<Parameter> parameters() {
    Shape shape = Shape.of(channels);
    return List.of(
        new Parameter(weight(), shape, Parameter.Role.SCALE),
        new Parameter(bias(), shape, Parameter.Role.BIAS));
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.layerNorm(this, inputs.get(0));
  }
}
