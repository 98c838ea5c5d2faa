package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.ops.Activation.Function;
import org.efficientvit.core.ops.ConvNorm;
import org.jspecify.annotations.Nullable;

/**
 * The block of the mobile networks: channels are widened, neighbours mixed by a depthwise
 * convolution, channels weighed where the network does so, and narrowed again without an
 * activation; the input is added where its shape is that of the result (arXiv 1801.04381, Fig. 4;
 * 1905.02244, Fig. 4).
 *
 * <p>Parameters carry timm's names.
 *
 * @param in C, channels that come in
 * @param hidden channels of the depthwise convolution; as many as come in, where they are not
 *     widened
 * @param out C', channels that go out
 * @param kernel side of the depthwise kernel
 * @param stride of the depthwise convolution; the grid becomes ⌈H/stride⌉ by ⌈W/stride⌉
 * @param function after the first two convolutions
 * @param weighing of the hidden channels, or null
 */
record InvertedResidual(
    int in,
    int hidden,
    int out,
    int kernel,
    int stride,
    Function function,
    @Nullable Weighing weighing) {

  /**
   * A squeeze-and-excitation within.
   *
   * @param reduced channels of its narrow layer
   * @param function after that layer
   * @param gate makes factors
   */
  record Weighing(int reduced, Function function, Function gate) {}

  /** The block under a path of names. */
  Block named(String name) {
    Block branch = new Sequence(isWidened() ? widened(name) : separable(name));
    return stride == 1 && in == out ? new ResidualBlock(name, branch) : branch;
  }

  private boolean isWidened() {
    return hidden != in;
  }

  /** timm: {@code InvertedResidual}. */
  private List<Block> widened(String name) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new ActivatedConvolution(
            ConvNorm.of(name + ".conv_pw", name + ".bn1", in, hidden, 1, 1, 1), function));
    blocks.add(new ActivatedConvolution(depthwise(name, name + ".bn2"), function));
    addWeighing(blocks, name);
    blocks.add(Block.of(ConvNorm.of(name + ".conv_pwl", name + ".bn3", hidden, out, 1, 1, 1)));
    return blocks;
  }

  /** timm: {@code DepthwiseSeparableConv}. */
  private List<Block> separable(String name) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new ActivatedConvolution(depthwise(name, name + ".bn1"), function));
    addWeighing(blocks, name);
    blocks.add(Block.of(ConvNorm.of(name + ".conv_pw", name + ".bn2", in, out, 1, 1, 1)));
    return blocks;
  }

  private ConvNorm depthwise(String name, String norm) {
    return ConvNorm.of(name + ".conv_dw", norm, hidden, hidden, kernel, stride, hidden);
  }

  private void addWeighing(List<Block> blocks, String name) {
    if (weighing != null) {
      blocks.add(
          SqueezeExcite.mobile(
              name + ".se", hidden, weighing.reduced(), weighing.function(), weighing.gate()));
    }
  }
}
