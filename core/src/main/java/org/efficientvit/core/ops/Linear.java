package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * A linear layer on the innermost dimension: (…, in) to (…, out), y = x·weightᵀ + bias.
 *
 * @param weight name of the matrix, (out, in)
 * @param bias name of what is added, (out)
 */
public record Linear(String name, String weight, String bias, int in, int out)
    implements Operation {

  @Override
  public OperationKind kind() {
    return OperationKind.LINEAR;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() >= 2 && x.dimension(-1) == in, this, x);
    return x.with(-1, out);
  }

  @Override
  public long macs(List<Shape> inputs) {
    return (long) inputs.get(0).elements() * out;
  }

  /** The bias is added to each number of the result. */
  @Override
  public long arithmetic(List<Shape> inputs) {
    return output(inputs).elements();
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(weight, Shape.of(out, in), Parameter.Role.WEIGHT),
        new Parameter(bias, Shape.of(out), Parameter.Role.BIAS));
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.linear(this, inputs.get(0));
  }
}
