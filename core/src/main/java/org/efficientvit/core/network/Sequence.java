package org.efficientvit.core.network;

import java.util.List;
import org.efficientvit.core.ops.Ops;

/** Blocks one after another, of which nothing but the last result is read. */
final class Sequence implements Block {

  private final List<Block> blocks;

  Sequence(List<Block> blocks) {
    this.blocks = List.copyOf(blocks);
  }

  @Override
  public <T> T forward(Ops<T> ops, T x) {
    return ops.scope(x, input -> run(ops, input));
  }

  private <T> T run(Ops<T> ops, T x) {
    T value = x;
    for (Block block : blocks) {
      value = block.forward(ops, value);
    }
    return value;
  }
}
