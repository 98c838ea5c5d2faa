package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * A transposed convolution whose kernel is as large as its stride, 2, so that no two cells write to
 * the same place: each becomes a patch of 2 x 2 cells, (B, in, H, W) to (B, out, 2H, 2W).
 *
 * @param weight name of the kernel, (in, out, 2, 2)
 * @param bias name of what is added to each channel, (out)
 */
public record TransposedConvolution(String name, String weight, String bias, int in, int out)
    implements Operation {

  /** Rows, and columns, of what a cell becomes. */
  public static final int PATCH = 2;

  /** With {@code NAME.weight} and {@code NAME.bias}. */
  public static TransposedConvolution of(String name, int in, int out) {
    return new TransposedConvolution(name, name + ".weight", name + ".bias", in, out);
  }

  @Override
  public OperationKind kind() {
    return OperationKind.CONVOLUTION_KXK;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() == 4 && x.dimension(1) == in, this, x);
    return Shape.of(x.dimension(0), out, PATCH * x.dimension(2), PATCH * x.dimension(3));
  }

  /** Each number of the result reads one cell. */
  @Override
  public long macs(List<Shape> inputs) {
    return (long) output(inputs).elements() * in;
  }

  /** The bias is added to each number of the result. */
  @Override
  public long arithmetic(List<Shape> inputs) {
    return output(inputs).elements();
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(weight, Shape.of(in, out, PATCH, PATCH), Parameter.Role.WEIGHT),
        new Parameter(bias, Shape.of(out), Parameter.Role.BIAS));
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.transposedConvolution(this, inputs.get(0));
  }
}
