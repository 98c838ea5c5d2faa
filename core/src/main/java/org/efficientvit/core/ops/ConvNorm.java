package org.efficientvit.core.ops;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/**
 * A convolution without bias, then batch normalisation (official code: {@code Conv2d_BN}).
 *
 * @param convolution as trained
 * @param norm as trained
 * @param folded both in one, with a bias
 */
public record ConvNorm(Convolution convolution, BatchNorm norm, Convolution folded)
    implements Foldable {

  /**
   * A convolution under the official names: {@code NAME.c.weight} and {@code NAME.bn.*} as trained,
   * {@code NAME.weight} and {@code NAME.bias} when folded. Square kernels, padded so that the grid
   * stays when the stride is 1.
   */
  public static ConvNorm of(String name, int in, int out, int kernel, int stride, int groups) {
    return of(name, name + ".c.weight", name + ".bn", in, out, kernel, stride, groups);
  }

  /**
   * The same under names as most of timm's networks have them: {@code NAME.weight} and {@code
   * NORM.*} as trained, {@code NAME.weight} and {@code NAME.bias} when folded.
   */
  public static ConvNorm of(
      String name, String norm, int in, int out, int kernel, int stride, int groups) {
    return of(name, name + ".weight", norm, in, out, kernel, stride, groups);
  }

  private static ConvNorm of(
      String name,
      String weight,
      String norm,
      int in,
      int out,
      int kernel,
      int stride,
      int groups) {
    int padding = kernel / 2;
    return new ConvNorm(
        new Convolution(name, weight, null, in, out, kernel, stride, padding, groups),
        BatchNorm.of(norm, out),
        new Convolution(
            name, name + ".weight", name + ".bias", in, out, kernel, stride, padding, groups));
  }

  /** A 1x1 convolution: mixes channels. */
  public static ConvNorm pointwise(String name, int in, int out) {
    return of(name, in, out, 1, 1, 1);
  }

  /** One kernel for each channel: mixes neighbours. */
  public static ConvNorm depthwise(String name, int channels, int kernel, int stride) {
    return of(name, channels, channels, kernel, stride, channels);
  }

  @Override
  public List<Operation> unfolded() {
    return List.of(convolution, norm);
  }

  /** {@inheritDoc} w' = w·s for each channel out, b' = t, where the norm is y = s·x + t. */
  @Override
  public Map<String, Tensor> fold(Map<String, Tensor> weights) {
    Tensor kernel = requireNonNull(weights.get(convolution.weight()), convolution.weight());
    BatchNorm.Affine affine = norm.affine(weights);
    int channels = norm.channels();
    int each = kernel.elements() / channels;
    float[] scaled = new float[kernel.elements()];
    float[] bias = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      for (int i = channel * each; i < (channel + 1) * each; i++) {
        scaled[i] = (float) (kernel.values()[i] * affine.scale(channel));
      }
      bias[channel] = (float) affine.shift(channel);
    }
    return Map.of(
        folded.weight(),
        new Tensor(kernel.shape(), scaled),
        requireNonNull(folded.bias()),
        new Tensor(Shape.of(channels), bias));
  }
}
