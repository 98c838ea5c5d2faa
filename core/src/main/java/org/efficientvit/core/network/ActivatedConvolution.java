package org.efficientvit.core.network;

import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Activation.Function;
import org.efficientvit.core.ops.ConvNorm;
import org.efficientvit.core.ops.Ops;

/**
 * A normalised convolution and a function of each number. What the convolution gives is read by the
 * function alone, and is the largest thing in a mobile network: it is freed at once.
 */
final class ActivatedConvolution implements Block {

  private final ConvNorm convolution;
  private final Activation activation;

  ActivatedConvolution(ConvNorm convolution, Function function) {
    this.convolution = convolution;
    this.activation = new Activation(convolution.folded().name() + ".act", function);
  }

  @Override
  public <T> T forward(Ops<T> ops, T x) {
    return ops.scope(x, input -> ops.apply(activation, ops.apply(convolution, input)));
  }
}
