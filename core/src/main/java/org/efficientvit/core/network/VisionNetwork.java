package org.efficientvit.core.network;

import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.tensor.Shape;

/**
 * A network that reads pictures, whatever it answers, written over operations whose meaning the
 * caller brings. What it answers, it taps as {@link org.efficientvit.core.ops.Tap.Kind#LOGITS}.
 */
public interface VisionNetwork {

  /** Red, green and blue. */
  int COLOURS = 3;

  /** What a person calls it: {@code m0}, {@code mobilenetv2}, {@code retinanet-m4}. */
  String name();

  /**
   * The shape of the pictures it takes, (B, 3, H, W).
   *
   * @param batch B
   */
  Shape input(int batch);

  /**
   * One forward pass.
   *
   * @param image normalised pictures, (B, 3, H, W)
   * @return the last of its answers
   */
  <T> T forward(Ops<T> ops, T image);
}
