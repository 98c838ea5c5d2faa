package org.efficientvit.core.network;

import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.ops.Grid;
import org.efficientvit.core.ops.MatMul;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.PositionBias;
import org.efficientvit.core.ops.Slice;
import org.efficientvit.core.ops.Softmax;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.Tokens;
import org.efficientvit.core.tensor.WindowGrid;

/**
 * One head: softmax(q·kᵀ/√K + bias)·v over the tokens of a window, with a depthwise convolution on
 * the query where the architecture has one (arXiv 2305.07027, Eq. 2).
 */
final class AttentionHead {

  private final String block;
  private final int head;
  private final int heads;
  private final Block qkv;
  private final Slice query;
  private final Slice key;
  private final Slice value;
  private final Block queryInteraction;
  private final Tokens queryTokens;
  private final Tokens keyTokens;
  private final Tokens valueTokens;
  private final MatMul scores;
  private final PositionBias bias;
  private final Softmax softmax;
  private final MatMul weightedSum;
  private final Grid grid;

  /**
   * A head.
   *
   * @param index of the stage
   * @param head from 0
   * @param block the block's name, by which it is tapped
   * @param name the path of its attention's parameters
   */
  AttentionHead(EfficientViTConfig config, int index, int head, String block, String name) {
    Layers layers = new Layers(config.architecture());
    StageConfig stage = config.stages().get(index);
    int side = config.windowSide(index);
    this.block = block;
    this.head = head;
    this.heads = stage.heads();
    int keyWidth = stage.keyWidth();
    int width = 2 * keyWidth + stage.valueWidth();
    String place = "." + head;
    this.qkv =
        layers.pointwise(
            name + ".qkvs" + place, stage.headInputWidth(config.architecture().headInput()), width);
    this.query = new Slice(name + ".query" + place, 0, keyWidth);
    this.key = new Slice(name + ".key" + place, keyWidth, 2 * keyWidth);
    this.value = new Slice(name + ".value" + place, 2 * keyWidth, width);
    this.queryInteraction =
        config.architecture().queryConvolution()
            ? layers.depthwise(name + ".dws" + place, keyWidth, config.queryKernels().get(head), 1)
            : Block.nothing();
    this.queryTokens = new Tokens(name + ".query_tokens" + place);
    this.keyTokens = new Tokens(name + ".key_tokens" + place);
    this.valueTokens = new Tokens(name + ".value_tokens" + place);
    this.scores = new MatMul(name + ".scores" + place, true, 1 / Math.sqrt(keyWidth));
    this.bias =
        new PositionBias(name + ".bias" + place, name + ".attention_biases", head, heads, side);
    this.softmax = new Softmax(name + ".softmax" + place);
    this.weightedSum = new MatMul(name + ".weighted_sum" + place, false, 1);
    this.grid = new Grid(name + ".output" + place, side, side);
  }

  /**
   * Attends.
   *
   * @param input this head's split and what the cascade added, (B·w, C/h, s, s), or all channels,
   *     (B·w, C, s, s)
   * @return (B·w, D, s, s)
   */
  <T> T forward(Ops<T> ops, T input, WindowGrid windows) {
    ops.tap(tap(Tap.Kind.HEAD_INPUT, windows), input);
    T projected = qkv.forward(ops, input);
    T q = ops.apply(queryTokens, queryInteraction.forward(ops, ops.apply(query, projected)));
    T k = ops.apply(keyTokens, ops.apply(key, projected));
    T v = ops.apply(valueTokens, ops.apply(value, projected));

    T content = ops.apply(scores, q, k);
    ops.tap(tap(Tap.Kind.SCORES, windows), content);
    T attention = ops.apply(softmax, ops.apply(bias, content));
    ops.tap(tap(Tap.Kind.ATTENTION, windows), attention);

    T output = ops.apply(grid, ops.apply(weightedSum, attention, v));
    ops.tap(tap(Tap.Kind.HEAD_OUTPUT, windows), output);
    return output;
  }

  private Tap tap(Tap.Kind kind, WindowGrid windows) {
    return Tap.head(kind, block, head, heads, windows);
  }
}
