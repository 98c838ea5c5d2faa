package org.efficientvit.core.benchmark;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.efficientvit.core.statistics.Bootstrap;

/** Measures cells by a protocol, visit by visit. */
public final class SpeedMeasurement {

  private static final double NANOSECONDS = 1e9;
  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

  /** Whoever follows a measurement. */
  public interface Listener {

    /** A cell is about to be warmed up, before its first visit. */
    default void warmsUp(Cell cell) {}

    /** A cell was visited; so many visits of all are done. */
    void visited(Visit visit, int done, int visits);

    /** Whether to end before the next cell, with what was measured so far. */
    default boolean isStopped() {
      return false;
    }
  }

  private final SpeedProtocol protocol;
  private final LongSupplier clock;
  private final Function<Cell, Runnable> passes;
  private final Set<Cell> unsettled = new LinkedHashSet<>();

  /**
   * A measurement.
   *
   * @param clock nanoseconds from any origin, such as {@link System#nanoTime}
   * @param passes one pass of a cell, which several threads may run at a time where the cell has
   *     workers
   */
  public SpeedMeasurement(
      SpeedProtocol protocol, LongSupplier clock, Function<Cell, Runnable> passes) {
    this.protocol = requireNonNull(protocol, "protocol is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.passes = requireNonNull(passes, "passes is null");
  }

  /** Cells whose times still changed when their warm-up ended. */
  public Set<Cell> unsettled() {
    return Collections.unmodifiableSet(unsettled);
  }

  /**
   * Measures.
   *
   * @param cells each once
   * @param done visits of an earlier run that are not repeated
   * @param listener is told of each visit at once, so that it can be kept
   * @return whether all was measured
   */
  public boolean measure(List<Cell> cells, List<Visit> done, Listener listener) {
    Set<String> visited = new HashSet<>();
    done.forEach(visit -> visited.add(key(visit.cell(), visit.round())));
    Set<Cell> warm = new HashSet<>();
    int all = cells.size() * protocol.rounds();
    int count = visited.size();
    for (int round = 0; round < protocol.rounds(); round++) {
      for (Cell cell : order(cells, round)) {
        if (!visited.contains(key(cell, round))) {
          if (listener.isStopped()) {
            return false;
          }
          if (warm.add(cell)) {
            listener.warmsUp(cell);
            warmUp(cell);
          }
          Visit visit = visit(cell, round);
          count++;
          listener.visited(visit, count, all);
        }
      }
    }
    return true;
  }

  private static String key(Cell cell, int round) {
    return round + " " + cell;
  }

  /** A cell inherits the caches of the one before it: that is another one in each round. */
  static List<Cell> order(List<Cell> cells, int round) {
    List<Cell> order = new ArrayList<>(cells);
    if (round % 2 == 1) {
      Collections.reverse(order);
    }
    Collections.rotate(order, round / 2);
    return order;
  }

  private void warmUp(Cell cell) {
    Runnable pass = passes.apply(cell);
    List<Double> times = new ArrayList<>();
    long start = clock.getAsLong();
    double seconds = 0;
    boolean settled = false;
    while (seconds < protocol.warmSeconds() || (!settled && seconds < protocol.mostWarmSeconds())) {
      long before = clock.getAsLong();
      pass.run();
      long after = clock.getAsLong();
      times.add((after - before) / NANOSECONDS_PER_MILLISECOND);
      seconds = (after - start) / NANOSECONDS;
      settled = isSettled(times);
    }
    if (!settled) {
      unsettled.add(cell);
    }
  }

  private boolean isSettled(List<Double> times) {
    int size = times.size();
    int passes = SpeedProtocol.WARM_PASSES;
    if (size < 2 * passes) {
      return false;
    }
    double last = median(times.subList(size - passes, size));
    double before = median(times.subList(size - 2 * passes, size - passes));
    return Math.abs(last - before) <= protocol.tolerance() * before;
  }

  private static double median(List<Double> values) {
    return Bootstrap.median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private Visit visit(Cell cell, int round) {
    Runnable pass = passes.apply(cell);
    List<WorkerPasses> workers = new ArrayList<>();
    for (int i = 0; i < cell.workers(); i++) {
      workers.add(new WorkerPasses(pass, clock, protocol.visitSeconds(), protocol.fewestPasses()));
    }
    if (workers.size() == 1) {
      workers.get(0).run(() -> {});
    } else {
      Together.run(workers);
    }
    List<Double> milliseconds = new ArrayList<>();
    workers.forEach(worker -> milliseconds.addAll(worker.milliseconds()));
    long start = workers.stream().mapToLong(WorkerPasses::start).min().orElseThrow();
    long end = workers.stream().mapToLong(WorkerPasses::end).max().orElseThrow();
    return new Visit(cell, round, milliseconds, (end - start) / NANOSECONDS);
  }
}
