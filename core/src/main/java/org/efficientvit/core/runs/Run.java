package org.efficientvit.core.runs;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.efficientvit.core.machine.Machine;

/**
 * One measurement of many parts, finished or not.
 *
 * @param id number in the store, from 1
 * @param plan what was asked for, as JSON with its keys in one order: who asks for the same again
 *     goes on where a stopped run was
 * @param finished empty while it runs, and for ever if it was stopped
 * @param summary what came out, as JSON; empty while it is not finished
 */
public record Run(
    long id,
    Kind kind,
    Machine machine,
    String plan,
    Instant started,
    Optional<Instant> finished,
    Optional<String> summary) {

  /** What is measured. */
  public enum Kind {
    BENCHMARK,
    EVALUATION,
    DETECTION;

    /** The kind of a name. */
    static Kind of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Run {
    requireNonNull(kind, "kind is null");
    requireNonNull(machine, "machine is null");
    requireNonNull(plan, "plan is null");
    requireNonNull(started, "started is null");
    requireNonNull(finished, "finished is null");
    requireNonNull(summary, "summary is null");
  }
}
