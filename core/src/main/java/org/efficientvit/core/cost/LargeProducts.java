package org.efficientvit.core.cost;

import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Convolution;
import org.efficientvit.core.ops.Flatten;
import org.efficientvit.core.ops.GlobalPool;
import org.efficientvit.core.ops.MatMul;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.Tokens;

/**
 * Products of matrices that are large enough to keep the arithmetic units busy and small enough for
 * the caches, by each of the ways in which an engine multiplies: which is the fastest differs from
 * processor to processor.
 */
final class LargeProducts implements Network {

  private static final int SIDE = 28;

  /** Pictures for each thread, so that what is done once for all of them does not count. */
  static final int BATCH = 4;

  private static final int COLOURS = 3;
  private static final int NARROW = 128;
  private static final int WIDE = 256;

  @Override
  public String name() {
    return "large products";
  }

  @Override
  public int imageSize() {
    return SIDE;
  }

  @Override
  public int classes() {
    return WIDE;
  }

  @Override
  public <T> T forward(Ops<T> ops, T image) {
    T x = ops.apply(convolution("first", COLOURS, NARROW, 3), image);
    T convolved = ops.apply(convolution("convolution", NARROW, NARROW, 3), x);
    T wide = ops.apply(convolution("linear", NARROW, WIDE, 1), convolved);
    T tokens = ops.apply(new Tokens("tokens"), convolved);
    T unused = ops.apply(new MatMul("product", true, 1), tokens, tokens);
    T logits = ops.apply(new Flatten("flatten"), ops.apply(new GlobalPool("pool"), wide));
    ops.tap(Tap.logits(), logits);
    return logits;
  }

  private static Convolution convolution(String name, int in, int out, int kernel) {
    return new Convolution(
        name, name + ".weight", name + ".bias", in, out, kernel, 1, kernel / 2, 1);
  }
}
