package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.ops.Ops;

/** Blocks of one width on one grid, after the subsampling that leads there. */
final class Stage implements Block {

  /** Entries that a subsampling takes in the official list of a stage's modules. */
  private static final int SUBSAMPLE_ENTRIES = 3;

  private final String name;
  private final List<Block> blocks;

  private Stage(String name, List<Block> blocks) {
    this.name = name;
    this.blocks = blocks;
  }

  static Stage of(EfficientViTConfig config, int index) {
    StageConfig stage = config.stages().get(index);
    String name = "blocks" + (index + 1);
    List<Block> blocks = new ArrayList<>();
    int entry = 0;
    if (index > 0) {
      blocks.add(
          new Subsample(
              new Layers(config.architecture()),
              name,
              config.stages().get(index - 1).width(),
              stage.width()));
      entry = SUBSAMPLE_ENTRIES;
    }
    for (int i = 0; i < stage.depth(); i++) {
      blocks.add(sandwich(config, index, name + "." + (entry + i)));
    }
    return new Stage(name, blocks);
  }

  private static SandwichBlock sandwich(EfficientViTConfig config, int index, String name) {
    String mixer = mixer(name);
    CascadedGroupAttention attention =
        new CascadedGroupAttention(config, index, name, attention(name));
    return SandwichBlock.of(
        config, index, name, new WindowAttention(mixer, config.windowSide(index), attention));
  }

  private static String mixer(String block) {
    return block + ".mixer.m";
  }

  /** The path of the attention of a block, such as {@code blocks2.3}. */
  static String attention(String block) {
    return mixer(block) + ".attn";
  }

  String name() {
    return name;
  }

  @Override
  public <T> T forward(Ops<T> ops, T x) {
    T value = x;
    for (Block block : blocks) {
      value = block.forward(ops, value);
    }
    return value;
  }
}
