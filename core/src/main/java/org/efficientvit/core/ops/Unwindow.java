package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.WindowGrid;

/** Puts windows together again and drops the padding: the inverse of {@link Windows}. */
public record Unwindow(String name, WindowGrid grid) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.COPY;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(
        x.rank() == 4
            && x.dimension(0) % grid.windows() == 0
            && x.dimension(2) == grid.side()
            && x.dimension(3) == grid.side(),
        this,
        x);
    return Shape.of(x.dimension(0) / grid.windows(), x.dimension(1), grid.height(), grid.width());
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.unwindow(this, inputs.get(0));
  }
}
