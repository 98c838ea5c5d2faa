package org.efficientvit.core.runs;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * The program that is at a run.
 *
 * @param process its number, which the system gives to another when it ended
 * @param started when it began, so that the other is not taken for it; empty where the system does
 *     not say
 */
record Writer(long process, String started) {

  /** Clocks are set now and then, and the start of a process is told by them. */
  private static final Duration CLOCK_STEP = Duration.ofSeconds(10);

  Writer {
    requireNonNull(started, "started is null");
  }

  /** This program. */
  static Writer current() {
    return of(ProcessHandle.current());
  }

  private static Writer of(ProcessHandle handle) {
    return new Writer(handle.pid(), handle.info().startInstant().map(Instant::toString).orElse(""));
  }

  /** Whether it has not ended. */
  boolean isAlive() {
    return ProcessHandle.of(process)
        .filter(ProcessHandle::isAlive)
        .map(handle -> beganWith(of(handle)))
        .orElse(false);
  }

  private boolean beganWith(Writer other) {
    if (started.isEmpty() || other.started.isEmpty()) {
      return started.equals(other.started);
    }
    Duration apart = Duration.between(Instant.parse(started), Instant.parse(other.started));
    return apart.abs().compareTo(CLOCK_STEP) <= 0;
  }
}
