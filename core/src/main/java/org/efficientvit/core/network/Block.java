package org.efficientvit.core.network;

import org.efficientvit.core.ops.Foldable;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Ops;

/** A part of a network: feature maps, or tokens, in and out. */
interface Block {

  /**
   * Runs this part.
   *
   * @param x (B, C, H, W) or (B, N, C)
   */
  <T> T forward(Ops<T> ops, T x);

  /** A single layer as a block. */
  static Block of(Foldable layer) {
    return new Block() {
      @Override
      public <T> T forward(Ops<T> ops, T x) {
        return ops.apply(layer, x);
      }
    };
  }

  /** Two operations, one after the other, as a block. */
  static Block of(Operation first, Operation second) {
    return new Block() {
      @Override
      public <T> T forward(Ops<T> ops, T x) {
        return ops.apply(second, ops.apply(first, x));
      }
    };
  }

  /** What an architecture leaves out: gives back what it gets. */
  static Block nothing() {
    return new Block() {
      @Override
      public <T> T forward(Ops<T> ops, T x) {
        return x;
      }
    };
  }
}
