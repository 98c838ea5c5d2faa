package org.efficientvit.core.ops;

import java.util.List;

/** Another interpreter that offers the result of every operation, by the operation's name. */
public final class TappedOps<T> extends DelegatingOps<T> {

  /** Offers what another interpreter does to whoever watches that one. */
  public TappedOps(Ops<T> delegate) {
    super(delegate);
  }

  @Override
  public T apply(Operation operation, List<T> inputs) {
    T result = delegate().apply(operation, inputs);
    delegate().tap(Tap.operation(operation.name()), result);
    return result;
  }
}
