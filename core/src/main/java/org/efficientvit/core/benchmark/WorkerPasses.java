package org.efficientvit.core.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The passes of one worker in one visit. */
final class WorkerPasses {

  private static final double NANOSECONDS = 1e9;
  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

  private final Runnable pass;
  private final LongSupplier clock;
  private final double seconds;
  private final int fewest;
  private final List<Double> milliseconds = new ArrayList<>();
  private long start;
  private long end;

  /**
   * A worker.
   *
   * @param seconds how long it works at least
   * @param fewest passes
   */
  WorkerPasses(Runnable pass, LongSupplier clock, double seconds, int fewest) {
    this.pass = pass;
    this.clock = clock;
    this.seconds = seconds;
    this.fewest = fewest;
  }

  /**
   * Works.
   *
   * @param ready is called after a first pass that does not count: it finds the caches of another
   *     cell
   */
  void run(Runnable ready) {
    pass.run();
    ready.run();
    start = clock.getAsLong();
    end = start;
    while (milliseconds.size() < fewest || (end - start) / NANOSECONDS < seconds) {
      long before = clock.getAsLong();
      pass.run();
      end = clock.getAsLong();
      milliseconds.add((end - before) / NANOSECONDS_PER_MILLISECOND);
    }
  }

  List<Double> milliseconds() {
    return milliseconds;
  }

  long start() {
    return start;
  }

  long end() {
    return end;
  }
}
