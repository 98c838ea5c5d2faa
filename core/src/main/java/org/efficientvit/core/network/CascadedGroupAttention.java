package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.network.Architecture.HeadInput;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Add;
import org.efficientvit.core.ops.Concat;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Slice;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.WindowGrid;

/**
 * Each head attends over its own split of the channels, to which the previous head's output is
 * added; the outputs together are projected (arXiv 2305.07027, Eq. 2 to 4 and Fig. 6; official
 * code: {@code CascadedGroupAttention}). Other architectures leave out the cascade, or the splits
 * too: then each head attends over all channels, as in standard multi-head attention.
 */
final class CascadedGroupAttention {

  private final Architecture architecture;
  private final String block;
  private final List<Slice> splits = new ArrayList<>();
  private final List<Add> cascades = new ArrayList<>();
  private final List<AttentionHead> heads = new ArrayList<>();
  private final Concat concat;
  private final Activation activation;
  private final Block projection;

  /**
   * The attention of one block.
   *
   * @param index of the stage
   * @param block the block's name, by which its heads are tapped
   * @param name the path of its parameters
   */
  CascadedGroupAttention(EfficientViTConfig config, int index, String block, String name) {
    this.architecture = config.architecture();
    this.block = block;
    Layers layers = new Layers(architecture);
    StageConfig stage = config.stages().get(index);
    int split = stage.width() / stage.heads();
    for (int head = 0; head < stage.heads(); head++) {
      splits.add(new Slice(name + ".split." + head, head * split, (head + 1) * split));
      cascades.add(new Add(name + ".cascade." + head));
      heads.add(new AttentionHead(config, index, head, block, name));
    }
    this.concat = new Concat(name + ".concat");
    this.activation = layers.activation(name + ".proj.0");
    this.projection =
        layers.pointwise(name + ".proj.1", stage.valueWidth() * stage.heads(), stage.width());
  }

  /**
   * Attends.
   *
   * @param x windows, (B·w, C, s, s)
   * @param grid how they lie in the picture, for whoever watches
   */
  <T> T forward(Ops<T> ops, T x, WindowGrid grid) {
    List<T> outputs = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      T input = architecture.headInput() == HeadInput.FULL ? x : ops.apply(splits.get(i), x);
      ops.tap(Tap.head(Tap.Kind.HEAD_SPLIT, block, i, heads.size(), grid), input);
      if (i > 0 && architecture.cascade()) {
        input = ops.apply(cascades.get(i), input, outputs.get(i - 1));
      }
      outputs.add(heads.get(i).forward(ops, input, grid));
    }
    return projection.forward(ops, ops.apply(activation, ops.apply(concat, outputs)));
  }
}
