package org.efficientvit.core.network;

import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Activation.Function;
import org.efficientvit.core.ops.Convolution;
import org.efficientvit.core.ops.Gate;
import org.efficientvit.core.ops.GlobalPool;
import org.efficientvit.core.ops.Ops;

/** Weighs each channel by what all channels say on average (arXiv 1709.01507, Fig. 2). */
final class SqueezeExcite implements Block {

  private final GlobalPool pool;
  private final Convolution reduce;
  private final Activation activation;
  private final Convolution expand;
  private final Activation gate;
  private final Gate product;

  private SqueezeExcite(
      String name, Convolution reduce, Function function, Convolution expand, Function gate) {
    this.pool = new GlobalPool(name + ".pool");
    this.reduce = reduce;
    this.activation = new Activation(name + ".act", function);
    this.expand = expand;
    this.gate = new Activation(name + ".gate", gate);
    this.product = new Gate(name);
  }

  /**
   * With sigmoid, as EfficientViT has it (timm: {@code SqueezeExcite}).
   *
   * @param function between the two layers, ReLU in the paper
   */
  static SqueezeExcite standard(String name, int channels, int reduced, Function function) {
    return new SqueezeExcite(
        name,
        Convolution.pointwise(name + ".fc1", channels, reduced),
        function,
        Convolution.pointwise(name + ".fc2", reduced, channels),
        Function.SIGMOID);
  }

  /**
   * As networks of inverted residuals have it (timm: {@code _efficientnet_blocks.py}).
   *
   * @param function between the two layers
   * @param gate makes factors of what the second layer says
   */
  static SqueezeExcite mobile(
      String name, int channels, int reduced, Function function, Function gate) {
    return new SqueezeExcite(
        name,
        Convolution.pointwise(name + ".conv_reduce", channels, reduced),
        function,
        Convolution.pointwise(name + ".conv_expand", reduced, channels),
        gate);
  }

  @Override
  public <T> T forward(Ops<T> ops, T x) {
    T reduced = ops.apply(activation, ops.apply(reduce, ops.apply(pool, x)));
    T factors = ops.apply(gate, ops.apply(expand, reduced));
    return ops.apply(product, x, factors);
  }
}
