package org.efficientvit.core.ops;

import java.util.List;
import java.util.function.UnaryOperator;
import org.efficientvit.core.tensor.Shape;

/**
 * An interpreter of networks: gives the operations of a forward pass their meaning.
 *
 * @param <T> what flows along the edges: an array, a shape, a value of a graph
 */
public interface Ops<T> {

  /** Carries out one operation. */
  T apply(Operation operation, List<T> inputs);

  /** The shape as the network sees it, feature maps (B, C, H, W). */
  Shape shape(T value);

  /** Whether normalisation is folded into the layer beside it. */
  boolean isFolded();

  /** Offers a value to whoever watches the pass; costs nothing when nobody asked for it. */
  default void tap(Tap tap, T value) {}

  /**
   * Runs a part of the network whose values, all but the result, are not read outside it, so that
   * an engine can free them at its end.
   */
  default T scope(T input, UnaryOperator<T> body) {
    return body.apply(input);
  }

  default T apply(Operation operation, T input) {
    return apply(operation, List.of(input));
  }

  default T apply(Operation operation, T first, T second) {
    return apply(operation, List.of(first, second));
  }

  /** Carries out a layer and its normalisation, as one step or as two. */
  default T apply(Foldable layer, T input) {
    if (isFolded()) {
      return apply(layer.folded(), input);
    }
    T value = input;
    for (Operation operation : layer.unfolded()) {
      value = apply(operation, value);
    }
    return value;
  }
}
