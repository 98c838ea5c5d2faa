package org.efficientvit.core.network;

import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Ops;

/**
 * Two 1x1 convolutions with an activation between: each token by itself (official code: {@code
 * FFN}).
 */
final class FeedForward implements Block {

  private final Block expand;
  private final Activation activation;
  private final Block project;

  FeedForward(Layers layers, String name, int width) {
    int hidden = width * layers.architecture().feedForwardRatio();
    this.expand = layers.pointwise(name + ".pw1", width, hidden);
    this.activation = layers.activation(name + ".act");
    this.project = layers.pointwise(name + ".pw2", hidden, width);
  }

  @Override
  public <T> T forward(Ops<T> ops, T x) {
    return project.forward(ops, ops.apply(activation, expand.forward(ops, x)));
  }
}
