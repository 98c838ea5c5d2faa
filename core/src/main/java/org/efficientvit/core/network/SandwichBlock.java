package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.ops.Ops;

/**
 * N pairs of token interaction and feed-forward, one attention, N pairs again: much mixing of
 * channels round little memory-bound attention (arXiv 2305.07027, Eq. 1; official code: {@code
 * EfficientViTBlock}).
 */
final class SandwichBlock implements Block {

  private final List<Block> before;
  private final Block attention;
  private final List<Block> after;

  SandwichBlock(String name, int width, int pairs, Block attention) {
    this.before = pairs(name, "0", width, pairs);
    this.attention = new ResidualBlock(name + ".mixer", attention);
    this.after = pairs(name, "1", width, pairs);
  }

  /** The first pair has the official names, {@code dw0} and {@code ffn0}; others get a suffix. */
  private static List<Block> pairs(String name, String side, int width, int count) {
    List<Block> pairs = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String suffix = i == 1 ? side : side + "_" + i;
      pairs.add(new InteractionPair(name + ".dw" + suffix, name + ".ffn" + suffix, width));
    }
    return pairs;
  }

  @Override
  public <T> T forward(Ops<T> ops, T x) {
    T value = x;
    for (Block pair : before) {
      value = pair.forward(ops, value);
    }
    value = attention.forward(ops, value);
    for (Block pair : after) {
      value = pair.forward(ops, value);
    }
    return value;
  }
}
