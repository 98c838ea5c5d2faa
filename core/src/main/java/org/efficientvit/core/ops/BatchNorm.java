package org.efficientvit.core.ops;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/**
 * Batch normalisation of each channel: y = (x − mean) / √(variance + ε) · weight + bias, with the
 * running statistics at inference and those of the batch in training.
 *
 * @param channels C, of maps (B, C, H, W) or of vectors (B, C)
 * @param epsilon ε, 1e-5 in the official code
 */
public record BatchNorm(String name, int channels, double epsilon) implements Operation {

  /** With ε = 1e-5, PyTorch's default and the official code's. */
  public static BatchNorm of(String name, int channels) {
    return new BatchNorm(name, channels, 1e-5);
  }

  /**
   * The running statistics, scale and shift of each channel as one multiplication and one addition:
   * y = scale·x + shift, in double precision.
   */
  static final class Affine {

    private final double[] scales;
    private final double[] shifts;

    private Affine(double[] scales, double[] shifts) {
      this.scales = scales;
      this.shifts = shifts;
    }

    double scale(int channel) {
      return scales[channel];
    }

    double shift(int channel) {
      return shifts[channel];
    }
  }

  Affine affine(Map<String, Tensor> weights) {
    float[] weight = values(weights, weight());
    float[] bias = values(weights, bias());
    float[] mean = values(weights, runningMean());
    float[] variance = values(weights, runningVariance());
    double[] scales = new double[channels];
    double[] shifts = new double[channels];
    for (int channel = 0; channel < channels; channel++) {
      scales[channel] = weight[channel] / Math.sqrt(variance[channel] + epsilon);
      shifts[channel] = bias[channel] - mean[channel] * scales[channel];
    }
    return new Affine(scales, shifts);
  }

  private static float[] values(Map<String, Tensor> weights, String name) {
    return requireNonNull(weights.get(name), name).values();
  }

  public String weight() {
    return name + ".weight";
  }

  public String bias() {
    return name + ".bias";
  }

  public String runningMean() {
    return name + ".running_mean";
  }

  public String runningVariance() {
    return name + ".running_var";
  }

  @Override
  public OperationKind kind() {
    return OperationKind.NORMALISATION;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape x = inputs.get(0);
    Shapes.require(x.rank() >= 2 && x.dimension(1) == channels, this, x);
    return x;
  }

  /**
   * A multiplication and an addition for each number, y = scale·x + shift; what scale and shift are
   * made of is worked out once for each channel and not counted.
   */
  @Override
  public long arithmetic(List<Shape> inputs) {
    return 2L * inputs.get(0).elements();
  }

  @Override
  public List<Parameter> parameters() {
    Shape shape = Shape.of(channels);
    return List.of(
        new Parameter(weight(), shape, Parameter.Role.SCALE),
        new Parameter(bias(), shape, Parameter.Role.BIAS),
        new Parameter(runningMean(), shape, Parameter.Role.RUNNING_MEAN),
        new Parameter(runningVariance(), shape, Parameter.Role.RUNNING_VARIANCE));
  }

  @Override
  public <T> T run(Kernels<T> kernels, List<T> inputs) {
    return kernels.batchNorm(this, inputs.get(0));
  }
}
