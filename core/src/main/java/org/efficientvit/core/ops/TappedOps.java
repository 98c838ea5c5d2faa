package org.efficientvit.core.ops;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.UnaryOperator;
import org.efficientvit.core.tensor.Shape;

/** Another interpreter that offers the result of every operation, by the operation's name. */
public final class TappedOps<T> implements Ops<T> {

  private final Ops<T> delegate;

  /** Offers what another interpreter does to whoever watches that one. */
  public TappedOps(Ops<T> delegate) {
    this.delegate = requireNonNull(delegate, "delegate is null");
  }

  @Override
  public T apply(Operation operation, List<T> inputs) {
    T result = delegate.apply(operation, inputs);
    delegate.tap(Tap.operation(operation.name()), result);
    return result;
  }

  @Override
  public Shape shape(T value) {
    return delegate.shape(value);
  }

  @Override
  public boolean isFolded() {
    return delegate.isFolded();
  }

  @Override
  public void tap(Tap tap, T value) {
    delegate.tap(tap, value);
  }

  @Override
  public T scope(T input, UnaryOperator<T> body) {
    return delegate.scope(input, body);
  }
}
