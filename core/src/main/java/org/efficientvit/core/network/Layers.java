package org.efficientvit.core.network;

import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.ConvNorm;
import org.efficientvit.core.ops.LayerNorm;
import org.efficientvit.core.ops.NormLinear;

/**
 * The layers that an architecture is built of.
 *
 * <p>Where the architecture has LayerNorm it stands in BatchNorm's place, named {@code NAME.ln}
 * where the other is {@code NAME.bn}; the convolution or the linear layer beside it is the unfolded
 * one.
 */
record Layers(Architecture architecture) {

  /** PyTorch's default. */
  private static final double LAYER_NORM_EPSILON = 1e-5;

  /** A convolution, then normalisation; the grid stays when the stride is 1. */
  Block convolution(String name, int in, int out, int kernel, int stride, int groups) {
    ConvNorm layer = ConvNorm.of(name, in, out, kernel, stride, groups);
    return switch (architecture.normalisation()) {
      case BATCH -> Block.of(layer);
      case LAYER -> Block.of(layer.convolution(), layerNorm(name, out));
    };
  }

  /** A 1x1 convolution, then normalisation: mixes channels. */
  Block pointwise(String name, int in, int out) {
    return convolution(name, in, out, 1, 1, 1);
  }

  /** One kernel for each channel, then normalisation: mixes neighbours. */
  Block depthwise(String name, int channels, int kernel, int stride) {
    return convolution(name, channels, channels, kernel, stride, channels);
  }

  /** Normalisation of vectors (B, in), then a linear layer to (B, out). */
  Block classifier(String name, int in, int out) {
    NormLinear layer = NormLinear.of(name, in, out);
    return switch (architecture.normalisation()) {
      case BATCH -> Block.of(layer);
      case LAYER -> Block.of(layerNorm(name, in), layer.linear());
    };
  }

  /** What stands where the paper has a ReLU. */
  Activation activation(String name) {
    return new Activation(name, architecture.activation());
  }

  private static LayerNorm layerNorm(String name, int channels) {
    return new LayerNorm(name + ".ln", channels, LAYER_NORM_EPSILON);
  }
}
