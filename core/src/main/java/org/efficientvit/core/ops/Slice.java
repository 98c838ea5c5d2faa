package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * Some of the channels of maps, (B, C, H, W) to (B, to − from, H, W), or of tokens, (B, N, C) to
 * (B, N, to − from).
 *
 * @param from first channel
 * @param to one past the last
 */
public record Slice(String name, int from, int to) implements Operation {

  private static final int MAPS = 4;
  private static final int TOKENS = 3;

  @Override
  public OperationKind kind() {
    return OperationKind.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() == MAPS || x.rank() == TOKENS, this, x);
    int axis = x.rank() == MAPS ? 1 : -1;
    Shapes.require(0 <= from && from < to && to <= x.dimension(axis), this, x);
    return x.with(axis, to - from);
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.slice(this, inputs.get(0));
  }
}
