package org.efficientvit.core.cost;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which parts of the time of some operations each bound takes; they sum to 1.
 *
 * @param memory 0 to 1
 * @param compute 0 to 1
 * @param overhead 0 to 1
 */
public record Shares(double memory, double compute, double overhead) {

  /**
   * Divides the time of operations.
   *
   * @throws IllegalArgumentException if they took no time
   */
  public static Shares of(Collection<ProfiledOperation> operations, Grouping grouping) {
    Map<Bound, Double> times = new EnumMap<>(Bound.class);
    double all = 0;
    for (ProfiledOperation operation : operations) {
      double time = operation.nanoseconds().value();
      times.merge(grouping.of(operation), time, Double::sum);
      all += time;
    }
    if (!(all > 0)) {
      throw new IllegalArgumentException("no time to divide");
    }
    return new Shares(
        times.getOrDefault(Bound.MEMORY, 0.0) / all,
        times.getOrDefault(Bound.COMPUTE, 0.0) / all,
        times.getOrDefault(Bound.OVERHEAD, 0.0) / all);
  }

  /** The part that one bound takes. */
  public double of(Bound bound) {
    return switch (bound) {
      case MEMORY -> memory;
      case COMPUTE -> compute;
      case OVERHEAD -> overhead;
    };
  }
}
