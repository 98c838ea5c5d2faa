package org.efficientvit.core.ops;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A two-dimensional convolution, (B, in, H, W) to (B, out, H', W') with H' = ⌊(H + 2·padding −
 * kernel) / stride⌋ + 1.
 *
 * @param weight name of the kernel, (out, in / groups, kernel, kernel)
 * @param bias name of what is added to each channel, (out), or null
 * @param padding zeros on each side
 * @param groups channels see only those of their own group; as many groups as channels is depthwise
 */
public record Convolution(
    String name,
    String weight,
    @Nullable String bias,
    int in,
    int out,
    int kernel,
    int stride,
    int padding,
    int groups)
    implements Operation {

  public Convolution {
    if (in % groups != 0 || out % groups != 0) {
      throw new IllegalArgumentException(
          name + ": " + in + " and " + out + " channels do not divide into " + groups + " groups");
    }
  }

  /** A 1x1 convolution with a bias and no normalisation: {@code NAME.weight}, {@code NAME.bias}. */
  public static Convolution pointwise(String name, int in, int out) {
    return new Convolution(name, name + ".weight", name + ".bias", in, out, 1, 1, 0, 1);
  }

  /** Whether it mixes channels only, one pixel at a time, and so is a linear layer on tokens. */
  public boolean isPointwise() {
    return kernel == 1 && stride == 1 && padding == 0 && groups == 1;
  }

  @Override
  public OperationKind kind() {
    if (groups > 1 && groups == in) {
      return OperationKind.CONVOLUTION_DEPTHWISE;
    }
    return kernel == 1 ? OperationKind.CONVOLUTION_1X1 : OperationKind.CONVOLUTION_KXK;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() == 4 && x.dimension(1) == in, this, x);
    return Shape.of(x.dimension(0), out, extent(x.dimension(2)), extent(x.dimension(3)));
  }

  private int extent(int extent) {
    return (extent + 2 * padding - kernel) / stride + 1;
  }

  @Override
  public long macs(List<Shape> inputs) {
    return (long) output(inputs).elements() * (in / groups) * kernel * kernel;
  }

  /** The bias, if there is one, is added to each number of the result. */
  @Override
  public long arithmetic(List<Shape> inputs) {
    return bias == null ? 0 : output(inputs).elements();
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    Shape shape = Shape.of(out, in / groups, kernel, kernel);
    parameters.add(new Parameter(weight, shape, Parameter.Role.WEIGHT));
    if (bias != null) {
      parameters.add(new Parameter(bias, Shape.of(out), Parameter.Role.BIAS));
    }
    return parameters;
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.convolution(this, inputs.get(0));
  }
}
