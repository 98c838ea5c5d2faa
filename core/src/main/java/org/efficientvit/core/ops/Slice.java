package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * Some of the channels of maps: (B, C, H, W) to (B, to − from, H, W).
 *
 * @param from first channel
 * @param to one past the last
 */
public record Slice(String name, int from, int to) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() == 4 && 0 <= from && from < to && to <= x.dimension(1), this, x);
    return x.with(1, to - from);
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.slice(this, inputs.get(0));
  }
}
