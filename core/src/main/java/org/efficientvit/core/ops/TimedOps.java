package org.efficientvit.core.ops;

import static java.util.Objects.requireNonNull;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.efficientvit.core.tensor.Shape;

/** Another interpreter with a clock beside it: how long each operation takes, by name. */
public final class TimedOps<T> extends DelegatingOps<T> {

  private final LongSupplier clock;
  private final List<OperationTime> times = new ArrayList<>();

  /**
   * Times what another interpreter does.
   *
   * @param delegate must be done with an operation when it returns, as PyTorch on a CPU is
   * @param clock nanoseconds from any origin, such as {@link System#nanoTime}
   */
  public TimedOps(Ops<T> delegate, LongSupplier clock) {
    super(delegate);
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** What was timed so far, in the order in which it ran. */
  public List<OperationTime> times() {
    return List.copyOf(times);
  }

  @Override
  public T apply(Operation operation, List<T> inputs) {
    long start = clock.getAsLong();
    T result = delegate().apply(operation, inputs);
    long nanoseconds = clock.getAsLong() - start;
    OperationKind kind = operation.kind(new LazyShapes<>(delegate(), inputs));
    times.add(new OperationTime(operation.name(), kind, nanoseconds));
    return result;
  }

  /** The shapes of values, each looked up when it is asked for: hardly any operation asks. */
  private static final class LazyShapes<T> extends AbstractList<Shape> {

    private final Ops<T> ops;
    private final List<T> values;

    LazyShapes(Ops<T> ops, List<T> values) {
      this.ops = ops;
      this.values = values;
    }

    @Override
    public Shape get(int index) {
      return ops.shape(values.get(index));
    }

    @Override
    public int size() {
      return values.size();
    }
  }
}
