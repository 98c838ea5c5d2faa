package org.efficientvit.core.ops;

import static java.util.Objects.requireNonNull;

import java.util.function.UnaryOperator;
import org.efficientvit.core.tensor.Shape;

/**
 * An interpreter that leaves the work to another. Who extends it says what becomes of an operation;
 * layers that can be folded come as the operations that they are made of.
 *
 * @param <T> what the other's values are
 */
public abstract class DelegatingOps<T> implements Ops<T> {

  private final Ops<T> delegate;

  protected DelegatingOps(Ops<T> delegate) {
    this.delegate = requireNonNull(delegate, "delegate is null");
  }

  /** Who does the work. */
  protected final Ops<T> delegate() {
    return delegate;
  }

  @Override
  public final Shape shape(T value) {
    return delegate.shape(value);
  }

  @Override
  public final boolean isFolded() {
    return delegate.isFolded();
  }

  @Override
  public final void tap(Tap tap, T value) {
    delegate.tap(tap, value);
  }

  @Override
  public final T scope(T input, UnaryOperator<T> body) {
    return delegate.scope(input, body);
  }
}
