package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.ops.Ops;

/**
 * N pairs of token interaction and feed-forward, one attention, N pairs again: much mixing of
 * channels round little memory-bound attention (arXiv 2305.07027, Eq. 1; official code: {@code
 * EfficientViTBlock}). In the Swin layout, the attention and one feed-forward.
 */
final class SandwichBlock implements Block {

  private final List<Block> before;
  private final Block attention;
  private final List<Block> after;

  private SandwichBlock(List<Block> before, Block attention, List<Block> after) {
    this.before = before;
    this.attention = attention;
    this.after = after;
  }

  /** A block of a stage, whatever the layout. */
  static SandwichBlock of(EfficientViTConfig config, int stage, String name, Block attention) {
    Layers layers = new Layers(config.architecture());
    int width = config.stages().get(stage).width();
    Block mixer = new ResidualBlock(name + ".mixer", attention);
    return switch (config.architecture().layout()) {
      case SANDWICH ->
          new SandwichBlock(
              pairs(layers, name, "0", width, config.pairs()),
              mixer,
              pairs(layers, name, "1", width, config.pairs()));
      case SWIN -> new SandwichBlock(List.of(), mixer, List.of(feedForward(layers, name, width)));
    };
  }

  /** The first pair has the official names, {@code dw0} and {@code ffn0}; others get a suffix. */
  private static List<Block> pairs(Layers layers, String name, String side, int width, int count) {
    List<Block> pairs = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String suffix = i == 1 ? side : side + "_" + i;
      pairs.add(new InteractionPair(layers, name + ".dw" + suffix, name + ".ffn" + suffix, width));
    }
    return pairs;
  }

  private static Block feedForward(Layers layers, String name, int width) {
    return new ResidualBlock(name + ".ffn1", new FeedForward(layers, name + ".ffn1.m", width));
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
