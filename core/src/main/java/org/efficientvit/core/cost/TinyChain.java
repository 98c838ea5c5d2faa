package org.efficientvit.core.cost;

import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Add;
import org.efficientvit.core.ops.Flatten;
import org.efficientvit.core.ops.GlobalPool;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;

/**
 * A long chain of sums of a few numbers: the time of a pass, divided by its length, is what a node
 * takes however small it is, to fractions of what an engine's own clock tells.
 */
final class TinyChain implements Network {

  static final int LENGTH = 500;

  private static final int COLOURS = 3;

  @Override
  public String name() {
    return "tiny chain";
  }

  @Override
  public int imageSize() {
    return 1;
  }

  @Override
  public int classes() {
    return COLOURS;
  }

  @Override
  public <T> T forward(Ops<T> ops, T image) {
    T x = image;
    for (int i = 0; i < LENGTH; i++) {
      x = ops.apply(new Add("add." + i), x, image);
    }
    T logits = ops.apply(new Flatten("flatten"), ops.apply(new GlobalPool("pool"), x));
    ops.tap(Tap.logits(), logits);
    return logits;
  }
}
