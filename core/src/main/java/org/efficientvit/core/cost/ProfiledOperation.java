package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What one operation costs, how long it took, and what it could have taken.
 *
 * @param members operations of the network that the engine ran as one, in order; one alone on
 *     PyTorch, none for a copy that the engine makes for itself
 * @param cost of all of them together
 * @param nanoseconds that it took
 * @param limit that the machine sets
 */
public record ProfiledOperation(
    List<String> members, OperationCost cost, Median nanoseconds, Limit limit) {

  public ProfiledOperation {
    members = List.copyOf(members);
    requireNonNull(cost, "cost is null");
    requireNonNull(nanoseconds, "nanoseconds is null");
    requireNonNull(limit, "limit is null");
  }

  /** Its name in the network; of several in one, the last's. */
  public String name() {
    return cost.name();
  }

  /** Whether the engine ran several operations as one. */
  public boolean isMerged() {
    return members.size() > 1;
  }

  /** What keeps it from being faster, by the rule of {@link Limit}. */
  public Bound bound() {
    return limit.bound();
  }

  /** Its limit over its time: 1 is as fast as the machine can be. */
  public double efficiency() {
    return limit.nanoseconds() / nanoseconds.value();
  }

  /** What it reached, in GFLOP/s. */
  public double gigaflops() {
    return cost.flops() / nanoseconds.value();
  }

  /** What it moved, in GB/s. */
  public double gigabytes() {
    return cost.bytes() / nanoseconds.value();
  }
}
