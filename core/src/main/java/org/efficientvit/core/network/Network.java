package org.efficientvit.core.network;

import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.tensor.Shape;

/** A classifier of pictures, written over operations whose meaning the caller brings. */
public interface Network extends VisionNetwork {

  /** Rows, and columns, of the pictures it takes, in pixels. */
  int imageSize();

  /** L, how many classes it tells apart. */
  int classes();

  @Override
  default Shape input(int batch) {
    return Shape.of(batch, COLOURS, imageSize(), imageSize());
  }

  /**
   * One forward pass.
   *
   * @param image normalised pictures, (B, 3, S, S) with S the {@linkplain #imageSize() image size}
   * @return logits, (B, L)
   */
  @Override
  <T> T forward(Ops<T> ops, T image);
}
