package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * A batched matrix product, times a constant.
 *
 * <p>(B, N, K) by (B, K, M) gives (B, N, M); with the second transposed, (B, N, K) by (B, M, K)
 * does.
 *
 * @param transposeSecond whether the second matrix is transposed before the product
 * @param scale what the product is multiplied by; attention's 1/√K
 */
public record MatMul(String name, boolean transposeSecond, double scale) implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.MATMUL;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape first = inputs.get(0);
    Shape second = inputs.get(1);
    int inner = second.dimension(transposeSecond ? 2 : 1);
    Shapes.require(
        first.dimension(0) == second.dimension(0) && first.dimension(2) == inner,
        this,
        first,
        second);
    return first.with(2, second.dimension(transposeSecond ? 1 : 2));
  }

  @Override
  public long macs(List<Shape> inputs) {
    return (long) output(inputs).elements() * inputs.get(0).dimension(2);
  }

  /**
   * The constant, if it is not 1, multiplies each number of the product or of the first matrix,
   * whichever has fewer.
   */
  @Override
  public long arithmetic(List<Shape> inputs) {
    int fewer = Math.min(inputs.get(0).elements(), output(inputs).elements());
    return scale == 1 ? 0 : fewer;
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.matMul(this, inputs.get(0), inputs.get(1));
  }
}
