package org.efficientvit.core.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.ops.DelegatingOps;
import org.efficientvit.core.ops.Foldable;
import org.efficientvit.core.ops.MatMul;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Ops;

/**
 * Another interpreter, which does some operations otherwise, by their names. Operations that are
 * left out do not reach the other interpreter.
 */
final class IntervenedOps<T> extends DelegatingOps<T> {

  /** What happens in place of an operation. */
  enum Change {
    /** The first input goes on as it is. */
    LEFT_OUT,
    /** A matrix product gives zeros. */
    ZERO
  }

  private final Map<String, Change> changes = new HashMap<>();

  IntervenedOps(Ops<T> delegate, Interventions interventions) {
    super(delegate);
    interventions.all().forEach(one -> changes.putAll(changes(one)));
  }

  /**
   * The operations that an intervention changes, by name. A map becomes uniform as softmax of
   * scores that are all zero.
   */
  static Map<String, Change> changes(Intervention one) {
    return switch (one.kind()) {
      case CUT -> Map.of(operation("cascade", one), Change.LEFT_OUT);
      case SILENCE -> Map.of(operation("weighted_sum", one), Change.ZERO);
      case UNIFORM ->
          Map.of(operation("scores", one), Change.ZERO, operation("bias", one), Change.LEFT_OUT);
    };
  }

  private static String operation(String step, Intervention one) {
    return Stage.attention(one.block()) + "." + step + "." + one.head();
  }

  @Override
  public T apply(Operation operation, List<T> inputs) {
    Change change = changes.get(operation.name());
    if (change == null) {
      return delegate().apply(operation, inputs);
    }
    return switch (change) {
      case LEFT_OUT -> inputs.get(0);
      case ZERO -> delegate().apply(zero((MatMul) operation), inputs);
    };
  }

  private static MatMul zero(MatMul product) {
    return new MatMul(product.name(), product.transposeSecond(), 0);
  }

  /** No layer that can be folded is ever changed. */
  @Override
  public T apply(Foldable layer, T input) {
    return delegate().apply(layer, input);
  }
}
