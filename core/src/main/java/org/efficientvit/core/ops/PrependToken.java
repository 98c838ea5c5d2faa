package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * Puts one learned token, the same for every picture, before all others: (B, N, C) to (B, N + 1,
 * C).
 *
 * @param token name of the token in the weights, (1, 1, C)
 * @param width C
 */
public record PrependToken(String name, String token, int width) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.COPY;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() == 3 && x.dimension(2) == width, this, x);
    return x.with(1, x.dimension(1) + 1);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter(token, Shape.of(1, 1, width), Parameter.Role.EMBEDDING));
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.prependToken(this, inputs.get(0));
  }
}
