package org.efficientvit.core.network;

import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Convolution;
import org.efficientvit.core.ops.Gate;
import org.efficientvit.core.ops.GlobalPool;
import org.efficientvit.core.ops.Ops;

/** Weighs each channel by what all channels say on average (as timm's {@code SqueezeExcite}). */
final class SqueezeExcite implements Block {

  private final GlobalPool pool;
  private final Convolution reduce;
  private final Activation activation;
  private final Convolution expand;
  private final Activation sigmoid;
  private final Gate gate;

  SqueezeExcite(String name, int channels, int reduced) {
    this.pool = new GlobalPool(name + ".pool");
    this.reduce = pointwise(name + ".fc1", channels, reduced);
    this.activation = Activation.relu(name + ".act");
    this.expand = pointwise(name + ".fc2", reduced, channels);
    this.sigmoid = Activation.sigmoid(name + ".gate");
    this.gate = new Gate(name);
  }

  private static Convolution pointwise(String name, int in, int out) {
    return new Convolution(name, name + ".weight", name + ".bias", in, out, 1, 1, 0, 1);
  }

  @Override
  public <T> T forward(Ops<T> ops, T x) {
    T reduced = ops.apply(activation, ops.apply(reduce, ops.apply(pool, x)));
    T factors = ops.apply(sigmoid, ops.apply(expand, reduced));
    return ops.apply(gate, x, factors);
  }
}
