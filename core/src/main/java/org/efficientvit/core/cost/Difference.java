package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import org.efficientvit.core.ops.OperationKind;

/**
 * An operation, or several of one sort, in two networks.
 *
 * @param name of the operation, or of what several have in common
 * @param kind of the operation; of several of more than one kind that which the first has
 * @param before in the baseline
 * @param after in the changed network
 * @param time in both; empty where it was not measured
 */
public record Difference(
    String name, OperationKind kind, Load before, Load after, Optional<TimeChange> time) {

  /** In which of the networks something is. */
  public enum Presence {
    /** In the baseline alone. */
    REMOVED,
    /** In the changed network alone. */
    ADDED,
    /** In both, at another cost by count. */
    CHANGED,
    /** In both, at the same cost by count; the time that it took may differ even so. */
    SAME;

    /** The word that stands in JSON: {@code removed}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Difference {
    requireNonNull(name, "name is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(before, "before is null");
    requireNonNull(after, "after is null");
    requireNonNull(time, "time is null");
  }

  /** What the change adds by count; negative where it takes away. */
  public Load added() {
    return after.minus(before);
  }

  /** In which of the networks it is. */
  public Presence presence() {
    if (after.operations() == 0) {
      return Presence.REMOVED;
    }
    if (before.operations() == 0) {
      return Presence.ADDED;
    }
    return before.equals(after) ? Presence.SAME : Presence.CHANGED;
  }

  /** Whether the change makes a difference: by count, or clearly in time. */
  public boolean isClear() {
    return presence() != Presence.SAME || time.map(TimeChange::isClear).orElse(false);
  }

  /** Nanoseconds that the change surely adds or takes away; 0 where the difference is not clear. */
  double clearNanoseconds() {
    return time.filter(TimeChange::isClear)
        .map(change -> Math.abs(change.added().value()))
        .orElse(0.0);
  }
}
