package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.WindowGrid;

/**
 * Cuts maps into square windows, with zeros below and to the right where they do not divide: (B, C,
 * H, W) to (B·w, C, side, side), windows row by row.
 */
public record Windows(String name, WindowGrid grid) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.COPY;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(
        x.rank() == 4 && x.dimension(2) == grid.height() && x.dimension(3) == grid.width(),
        this,
        x);
    return Shape.of(x.dimension(0) * grid.windows(), x.dimension(1), grid.side(), grid.side());
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.windows(this, inputs.get(0));
  }
}
