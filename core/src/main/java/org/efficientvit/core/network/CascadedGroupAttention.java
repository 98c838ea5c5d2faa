package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Add;
import org.efficientvit.core.ops.Concat;
import org.efficientvit.core.ops.ConvNorm;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Slice;
import org.efficientvit.core.tensor.WindowGrid;

/**
 * Each head attends over its own split of the channels, to which the previous head's output is
 * added; the outputs together are projected (arXiv 2305.07027, Eq. 2 to 4 and Fig. 6; official
 * code: {@code CascadedGroupAttention}).
 */
final class CascadedGroupAttention {

  private final List<Slice> splits = new ArrayList<>();
  private final List<Add> cascades = new ArrayList<>();
  private final List<AttentionHead> heads = new ArrayList<>();
  private final Concat concat;
  private final Activation activation;
  private final ConvNorm projection;

  /**
   * The attention of one block.
   *
   * @param block the block's name, by which its heads are tapped
   * @param name the path of its parameters
   * @param side rows, and columns, of a window
   * @param kernels side of the query's depthwise kernel for each head
   */
  CascadedGroupAttention(
      String block, String name, StageConfig stage, int side, List<Integer> kernels) {
    int split = stage.width() / stage.heads();
    for (int head = 0; head < stage.heads(); head++) {
      splits.add(new Slice(name + ".split." + head, head * split, (head + 1) * split));
      cascades.add(new Add(name + ".cascade." + head));
      heads.add(new AttentionHead(block, name, head, stage, side, kernels.get(head)));
    }
    this.concat = new Concat(name + ".concat");
    this.activation = Activation.relu(name + ".proj.0");
    this.projection =
        ConvNorm.pointwise(name + ".proj.1", stage.valueWidth() * stage.heads(), stage.width());
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
      T input = ops.apply(splits.get(i), x);
      if (i > 0) {
        input = ops.apply(cascades.get(i), input, outputs.get(i - 1));
      }
      outputs.add(heads.get(i).forward(ops, input, grid));
    }
    return ops.apply(projection, ops.apply(activation, ops.apply(concat, outputs)));
  }
}
