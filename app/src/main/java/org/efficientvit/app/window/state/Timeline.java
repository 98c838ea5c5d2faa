package org.efficientvit.app.window.state;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A value with a past and a future: a new one is added after the present one and ends the future.
 *
 * @param <T> a value that does not change
 */
public final class Timeline<T> {

  private static final int MOST = 200;

  private final Deque<T> past = new ArrayDeque<>();
  private final Deque<T> future = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<T> present;
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper(false);

  /** A timeline without a past. */
  public Timeline(T first) {
    present = new ReadOnlyObjectWrapper<>(first);
  }

  /** Goes on to a value; nothing happens where it is the present one. */
  public void add(T next) {
    if (next.equals(present.get())) {
      return;
    }
    past.addLast(present.get());
    if (past.size() > MOST) {
      past.removeFirst();
    }
    future.clear();
    show(next);
  }

  /** Puts a value in the present one's place, so that going back does not stop at it. */
  public void replace(T next) {
    show(next);
  }

  /** Goes back by one, where there is a past. */
  public void back() {
    if (!past.isEmpty()) {
      future.addFirst(present.get());
      show(past.removeLast());
    }
  }

  /** Goes forward by one, where there is a future. */
  public void forward() {
    if (!future.isEmpty()) {
      past.addLast(present.get());
      show(future.removeFirst());
    }
  }

  private void show(T next) {
    canGoBack.set(!past.isEmpty());
    canGoForward.set(!future.isEmpty());
    present.set(next);
  }

  /** The present value. */
  public ReadOnlyObjectProperty<T> presentProperty() {
    return present.getReadOnlyProperty();
  }

  /** Whether there is a past. */
  public ReadOnlyBooleanProperty canGoBackProperty() {
    return canGoBack.getReadOnlyProperty();
  }

  /** Whether there is a future. */
  public ReadOnlyBooleanProperty canGoForwardProperty() {
    return canGoForward.getReadOnlyProperty();
  }
}
