package org.efficientvit.core.ops.torch;

import java.util.function.Supplier;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Tensor;

/** Whoever watches a pass. */
@FunctionalInterface
public interface TapListener {

  /** Watches nothing. */
  TapListener NONE = (tap, value) -> {};

  /**
   * Called at each tap.
   *
   * @param value copies the numbers when it is called, which must be before this returns; feature
   *     maps come as (B, C, H, W)
   */
  void tapped(Tap tap, Supplier<Tensor> value);
}
