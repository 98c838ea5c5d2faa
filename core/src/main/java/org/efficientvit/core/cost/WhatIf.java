package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.efficientvit.core.ops.OperationTime;

/**
 * What a changed network would cost beside the one that it is made of. Nobody trained it: what is
 * said is its cost and its time, never what it would answer.
 *
 * @param variation what is otherwise
 * @param baseline the network as it is
 * @param changed the network with the changes
 * @param before what the baseline costs
 * @param after what the changed network costs
 */
public record WhatIf(
    Variation variation, Setup baseline, Setup changed, NetworkCost before, NetworkCost after) {

  public WhatIf {
    requireNonNull(variation, "variation is null");
    requireNonNull(baseline, "baseline is null");
    requireNonNull(changed, "changed is null");
    requireNonNull(before, "before is null");
    requireNonNull(after, "after is null");
  }

  /**
   * Changes a network.
   *
   * @param batch B, pictures at a time
   * @throws org.efficientvit.core.InspectorException in one sentence, if no such network can be
   *     made or it is the same
   * @throws IllegalArgumentException if a tensor would be larger than can be counted
   */
  public static WhatIf of(Setup baseline, Variation variation, int batch) {
    Setup changed = variation.applyTo(baseline);
    return new WhatIf(variation, baseline, changed, baseline.cost(batch), changed.cost(batch));
  }

  /** The difference by operation, which nobody timed. */
  public CostDifference difference() {
    return CostDifference.of(before, after);
  }

  /**
   * The difference by operation.
   *
   * @param beforeTimes of the baseline's operations in each round; none where they were not timed
   * @param afterTimes of the changed network's operations in each round; none where they were not
   *     timed
   */
  public CostDifference difference(
      List<List<OperationTime>> beforeTimes, List<List<OperationTime>> afterTimes) {
    return CostDifference.of(before, beforeTimes, after, afterTimes);
  }
}
