package org.efficientvit.core.network;

import org.efficientvit.core.ops.Average;
import org.efficientvit.core.ops.Flatten;
import org.efficientvit.core.ops.GlobalPool;
import org.efficientvit.core.ops.Ops;
import org.jspecify.annotations.Nullable;

/** The mean over the grid, normalised, through one linear layer: (B, C, H, W) to (B, L). */
final class ClassifierHead {

  private final GlobalPool pool = new GlobalPool("pool");
  private final Flatten flatten = new Flatten("flatten");
  private final Block head;
  private final @Nullable Block distilled;
  private final Average average = new Average("head_mean");

  /**
   * A classifier.
   *
   * @param distilled whether a second layer learned from a teacher; the answer is then the mean of
   *     both
   */
  ClassifierHead(Layers layers, int width, int classes, boolean distilled) {
    this.head = layers.classifier("head", width, classes);
    this.distilled = distilled ? layers.classifier("head_dist", width, classes) : null;
  }

  <T> T forward(Ops<T> ops, T x) {
    T pooled = ops.apply(flatten, ops.apply(pool, x));
    T logits = head.forward(ops, pooled);
    if (distilled == null) {
      return logits;
    }
    return ops.apply(average, logits, distilled.forward(ops, pooled));
  }
}
