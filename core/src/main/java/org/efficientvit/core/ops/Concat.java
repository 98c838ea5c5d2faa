package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/** Maps of one grid side by side: their channels one after another. */
public record Concat(String name) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.COPY;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape first = inputs.get(0);
    int channels = 0;
    for (Shape part : inputs) {
      Shapes.require(part.with(1, first.dimension(1)).equals(first), this, first, part);
      channels += part.dimension(1);
    }
    return first.with(1, channels);
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.concat(this, inputs);
  }
}
