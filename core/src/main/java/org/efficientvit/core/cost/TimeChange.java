package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.efficientvit.core.statistics.Estimate;

/**
 * How long operations took in two networks that ran in turn.
 *
 * @param before nanoseconds in the baseline, median of the rounds; 0 where it has none of them
 * @param after nanoseconds in the changed network, median of the rounds; 0 where it has none
 * @param added nanoseconds that the change adds, from the difference in each round; negative where
 *     it takes away
 */
public record TimeChange(double before, double after, Estimate added) {

  public TimeChange {
    requireNonNull(added, "added is null");
  }

  /** The change of what was measured in the same rounds, in nanoseconds. */
  static TimeChange of(List<Double> before, List<Double> after) {
    return new TimeChange(
        Estimate.median(before).value(),
        Estimate.median(after).value(),
        Estimate.difference(after, before));
  }

  /** Whether it is surely more, or surely less. */
  public boolean isClear() {
    return added.excludes(0);
  }
}
