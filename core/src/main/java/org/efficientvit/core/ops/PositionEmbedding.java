package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * Adds to each token (B, N, C) what was learned about its place.
 *
 * @param embedding name of what is added in the weights, (1, N, C)
 * @param tokens N
 * @param width C
 */
public record PositionEmbedding(String name, String embedding, int tokens, int width)
    implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.ADDITION;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() == 3 && x.dimension(1) == tokens && x.dimension(2) == width, this, x);
    return x;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter(embedding, Shape.of(1, tokens, width), Parameter.Role.EMBEDDING));
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.positionEmbedding(this, inputs.get(0));
  }
}
