package org.efficientvit.core.cost;

import java.util.List;
import java.util.function.Function;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Add;
import org.efficientvit.core.ops.BatchNorm;
import org.efficientvit.core.ops.Concat;
import org.efficientvit.core.ops.Convolution;
import org.efficientvit.core.ops.Flatten;
import org.efficientvit.core.ops.Gate;
import org.efficientvit.core.ops.GlobalPool;
import org.efficientvit.core.ops.Grid;
import org.efficientvit.core.ops.LayerNorm;
import org.efficientvit.core.ops.Linear;
import org.efficientvit.core.ops.MatMul;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Residual;
import org.efficientvit.core.ops.Slice;
import org.efficientvit.core.ops.Softmax;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.Tokens;

/**
 * Operations of every kind on a single token of a few channels: what they take is what an operation
 * of their kind takes however small it is.
 *
 * <p>Each is timed as those of a real network are, by the same code over the same kernels, several
 * times in a row: the first of a row finds other things in the caches of the processor.
 */
final class TinyOperations implements Network {

  private static final int TIMES = 4;
  private static final int CHANNELS = 8;
  private static final int COLOURS = 3;
  private static final int KERNEL = 3;
  private static final double EPSILON = 1e-6;

  @Override
  public String name() {
    return "tiny operations";
  }

  @Override
  public int imageSize() {
    return 2;
  }

  @Override
  public int classes() {
    return CHANNELS;
  }

  @Override
  public <T> T forward(Ops<T> ops, T image) {
    T x = repeated(ops, index -> convolution("kxk" + index, COLOURS, KERNEL, 2, 1), List.of(image));
    repeated(
        ops, index -> convolution("depthwise" + index, CHANNELS, KERNEL, 1, CHANNELS), List.of(x));
    repeated(ops, index -> convolution("pointwise" + index, CHANNELS, 1, 1, 1), List.of(x));
    T y = repeated(ops, index -> Activation.relu("relu" + index), List.of(x));
    repeated(ops, index -> new Add("add" + index), List.of(x, y));
    repeated(ops, index -> new Residual("residual" + index), List.of(x, y));
    repeated(ops, index -> new Gate("gate" + index), List.of(x, x));
    repeated(ops, index -> BatchNorm.of("batch_norm" + index, CHANNELS), List.of(x));
    repeated(ops, index -> new LayerNorm("layer_norm" + index, CHANNELS, EPSILON), List.of(x));
    repeated(ops, index -> new GlobalPool("pool" + index), List.of(x));
    repeated(ops, index -> new Concat("concat" + index), List.of(x, x));
    repeated(ops, index -> new Slice("slice" + index, 0, CHANNELS), List.of(x));

    T tokens = repeated(ops, index -> new Tokens("tokens" + index), List.of(x));
    T scores =
        repeated(ops, index -> new MatMul("product" + index, true, 1), List.of(tokens, tokens));
    repeated(ops, index -> new Softmax("softmax" + index), List.of(scores));
    repeated(ops, index -> new MatMul("sum" + index, false, 1), List.of(scores, tokens));
    repeated(ops, index -> new Grid("grid" + index, 1, 1), List.of(tokens));
    T flat = repeated(ops, index -> new Flatten("flatten" + index), List.of(x));
    T logits = repeated(ops, TinyOperations::linear, List.of(flat));
    ops.tap(Tap.logits(), logits);
    return logits;
  }

  /** The same again and again on the same values; gives the last result. */
  private static <T> T repeated(Ops<T> ops, Function<String, Operation> operation, List<T> inputs) {
    T result = inputs.get(0);
    for (int i = 0; i < TIMES; i++) {
      result = ops.apply(operation.apply("." + i), inputs);
    }
    return result;
  }

  private static Linear linear(String index) {
    String name = "linear" + index;
    return new Linear(name, name + ".weight", name + ".bias", CHANNELS, CHANNELS);
  }

  private static Convolution convolution(String name, int in, int kernel, int stride, int groups) {
    return new Convolution(
        name, name + ".weight", name + ".bias", in, CHANNELS, kernel, stride, kernel / 2, groups);
  }
}
