package org.efficientvit.app.window.state;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Takes back changes of properties that hold values.
 *
 * <p>Changes of one property that follow each other closely, as those of a slider that is dragged,
 * are one change.
 */
public final class Undo {

  private static final long ONE_DRAG = Duration.ofMillis(800).toNanos();
  private static final int MOST = 200;

  private record Change<T>(String name, Property<T> property, T before, T after) {

    void undo() {
      property.setValue(before);
    }

    void redo() {
      property.setValue(after);
    }
  }

  private final LongSupplier nanoseconds;
  private final Deque<Change<?>> done = new ArrayDeque<>();
  private final Deque<Change<?>> undone = new ArrayDeque<>();
  private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper nextRedo = new ReadOnlyStringWrapper("");
  private boolean paused;
  private long lastChange;

  /** Nothing to take back yet. */
  public Undo() {
    this(System::nanoTime);
  }

  Undo(LongSupplier nanoseconds) {
    this.nanoseconds = requireNonNull(nanoseconds, "nanoseconds is null");
  }

  /**
   * Notes every change of a property from now on.
   *
   * @param name what changes, as it stands after "Undo": {@code opacity}
   * @param property of values that do not change themselves
   */
  public <T> void watch(String name, Property<T> property) {
    property.addListener((changed, before, after) -> note(name, property, before, after));
  }

  private <T> void note(String name, Property<T> property, T before, T after) {
    if (paused) {
      return;
    }
    long now = nanoseconds.getAsLong();
    Change<?> last = done.peekLast();
    boolean goesOn =
        last != null
            && last.property() == property
            && undone.isEmpty()
            && now - lastChange < ONE_DRAG;
    if (goesOn) {
      @SuppressWarnings("unchecked") // Its property is this one.
      Change<T> begun = (Change<T>) done.removeLast();
      done.addLast(new Change<>(name, property, begun.before(), after));
    } else {
      done.addLast(new Change<>(name, property, before, after));
    }
    if (done.size() > MOST) {
      done.removeFirst();
    }
    undone.clear();
    lastChange = now;
    show();
  }

  /** Takes the last change back. */
  public void undo() {
    Change<?> change = done.pollLast();
    if (change != null) {
      undone.addLast(change);
      without(change::undo);
    }
  }

  /** Makes the change again that was taken back last. */
  public void redo() {
    Change<?> change = undone.pollLast();
    if (change != null) {
      done.addLast(change);
      without(change::redo);
    }
  }

  /** Makes changes that are not to be taken back, such as those of opening a session. */
  public void without(Runnable changes) {
    boolean before = paused;
    paused = true;
    try {
      changes.run();
    } finally {
      paused = before;
      show();
    }
  }

  private void show() {
    Change<?> last = done.peekLast();
    next.set(last == null ? "" : last.name());
    Change<?> first = undone.peekLast();
    nextRedo.set(first == null ? "" : first.name());
  }

  /** What would be taken back: {@code opacity}; empty where there is nothing. */
  public ReadOnlyStringProperty nextProperty() {
    return next.getReadOnlyProperty();
  }

  /** What would be made again; empty where there is nothing. */
  public ReadOnlyStringProperty nextRedoProperty() {
    return nextRedo.getReadOnlyProperty();
  }
}
