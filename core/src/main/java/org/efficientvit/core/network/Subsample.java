package org.efficientvit.core.network;

import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Ops;

/**
 * Between stages: an interaction pair on the finer grid, an inverted residual of stride 2 with
 * squeeze-excite in place of attention, and a pair on the coarser grid, (B, C, H, W) to (B, C',
 * ⌈H/2⌉, ⌈W/2⌉) (arXiv 2305.07027, Section 3.2; official code: {@code PatchMerging} and its
 * neighbours).
 */
final class Subsample implements Block {

  private static final int EXPANSION = 4;
  private static final int KERNEL = 3;

  private final Block before;
  private final Block expand;
  private final Activation expandActivation;
  private final Block downsample;
  private final Activation downsampleActivation;
  private final SqueezeExcite squeezeExcite;
  private final Block project;
  private final Block after;

  /**
   * A subsampling.
   *
   * @param name of the stage it opens: its three parts are entries 0, 1 and 2 of that stage
   */
  Subsample(Layers layers, String name, int in, int out) {
    this.before = new InteractionPair(layers, name + ".0.0", name + ".0.1", in);
    String merge = name + ".1";
    int hidden = in * EXPANSION;
    this.expand = layers.pointwise(merge + ".conv1", in, hidden);
    this.expandActivation = layers.activation(merge + ".conv1.act");
    this.downsample = layers.depthwise(merge + ".conv2", hidden, KERNEL, 2);
    this.downsampleActivation = layers.activation(merge + ".conv2.act");
    this.squeezeExcite =
        SqueezeExcite.standard(
            merge + ".se", hidden, reduced(hidden), layers.architecture().activation());
    this.project = layers.pointwise(merge + ".conv3", hidden, out);
    this.after = new InteractionPair(layers, name + ".2.0", name + ".2.1", out);
  }

  /** A quarter, rounded to a multiple of 8 and never below 8 (as timm's {@code make_divisible}). */
  private static int reduced(int channels) {
    return Math.max(8, (channels / 4 + 4) / 8 * 8);
  }

  @Override
  public <T> T forward(Ops<T> ops, T x) {
    T fine = before.forward(ops, x);
    T coarse = ops.scope(fine, input -> merge(ops, input));
    return after.forward(ops, coarse);
  }

  private <T> T merge(Ops<T> ops, T x) {
    T hidden = ops.apply(expandActivation, expand.forward(ops, x));
    hidden = ops.apply(downsampleActivation, downsample.forward(ops, hidden));
    return project.forward(ops, squeezeExcite.forward(ops, hidden));
  }
}
