package org.efficientvit.core.network;

import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.ConvNorm;
import org.efficientvit.core.ops.Ops;

/** Two 1x1 convolutions with a ReLU between: each token by itself (official code: {@code FFN}). */
final class FeedForward implements Block {

  private final ConvNorm expand;
  private final Activation activation;
  private final ConvNorm project;

  FeedForward(String name, int width, int hidden) {
    this.expand = ConvNorm.pointwise(name + ".pw1", width, hidden);
    this.activation = Activation.relu(name + ".act");
    this.project = ConvNorm.pointwise(name + ".pw2", hidden, width);
  }

  @Override
  public <T> T forward(Ops<T> ops, T x) {
    return ops.apply(project, ops.apply(activation, ops.apply(expand, x)));
  }
}
