package org.efficientvit.core.network;

import org.efficientvit.core.ops.Ops;

/** A classifier of pictures, written over operations whose meaning the caller brings. */
public interface Network {

  /** What a person calls it: {@code m0}, {@code mobilenetv2}. */
  String name();

  /** Rows, and columns, of the pictures it takes, in pixels. */
  int imageSize();

  /** L, how many classes it tells apart. */
  int classes();

  /**
   * One forward pass.
   *
   * @param image normalised pictures, (B, 3, S, S) with S the {@linkplain #imageSize() image size}
   * @return logits, (B, L)
   */
  <T> T forward(Ops<T> ops, T image);
}
