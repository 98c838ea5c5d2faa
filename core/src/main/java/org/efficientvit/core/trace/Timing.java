package org.efficientvit.core.trace;

import java.util.List;
import org.efficientvit.core.ops.OperationTime;

/**
 * How long warm passes of one picture took.
 *
 * @param passes how many were measured of each sort
 * @param nanoseconds median of passes that bring back the logits alone
 * @param operations median of each operation, in the network's order, over passes where each is
 *     timed; none where the engine cannot time them
 */
public record Timing(int passes, long nanoseconds, List<OperationTime> operations) {

  public Timing {
    operations = List.copyOf(operations);
  }

  /** The median of a pass in milliseconds. */
  public double milliseconds() {
    return nanoseconds / 1e6;
  }
}
