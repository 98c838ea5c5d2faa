package org.efficientvit.core.network;

import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Residual;

/** x + branch(x). */
final class ResidualBlock implements Block {

  private final Residual sum;
  private final Block branch;

  ResidualBlock(String name, Block branch) {
    this.sum = new Residual(name);
    this.branch = branch;
  }

  @Override
  public <T> T forward(Ops<T> ops, T x) {
    return ops.scope(x, input -> ops.apply(sum, input, branch.forward(ops, input)));
  }
}
