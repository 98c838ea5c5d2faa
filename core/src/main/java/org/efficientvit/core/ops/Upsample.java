package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * Twice as fine a grid without new numbers, (B, C, H, W) to (B, C, height, width): the cell in row
 * i and column j is the one in row ⌊i/2⌋ and column ⌊j/2⌋. A grid that was halved with rounding up
 * gets its own size back.
 *
 * @param height 2H or 2H − 1
 * @param width 2W or 2W − 1
 */
public record Upsample(String name, int height, int width) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.COPY;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(
        x.rank() == 4 && x.dimension(2) == (height + 1) / 2 && x.dimension(3) == (width + 1) / 2,
        this,
        x);
    return Shape.of(x.dimension(0), x.dimension(1), height, width);
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.upsample(this, inputs.get(0));
  }
}
