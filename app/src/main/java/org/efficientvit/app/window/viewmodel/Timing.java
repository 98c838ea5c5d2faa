package org.efficientvit.app.window.viewmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.efficientvit.core.ops.OperationTime;

/**
 * How long passes of one picture took.
 *
 * @param passes how many were measured, of each kind
 * @param forwardNanoseconds median of passes that bring back the logits alone
 * @param operations median of each operation in passes where each is timed
 */
public record Timing(int passes, long forwardNanoseconds, List<OperationTime> operations) {

  public Timing {
    operations = List.copyOf(operations);
  }

  /**
   * Medians of several passes.
   *
   * @param forward nanoseconds of each untimed pass
   * @param timed operations of each timed pass, the same in each
   */
  static Timing of(long[] forward, List<List<OperationTime>> timed) {
    List<OperationTime> medians = new ArrayList<>();
    for (int i = 0; i < timed.get(0).size(); i++) {
      int index = i;
      long[] nanoseconds =
          timed.stream().mapToLong(pass -> pass.get(index).nanoseconds()).toArray();
      OperationTime first = timed.get(0).get(i);
      medians.add(new OperationTime(first.name(), first.kind(), median(nanoseconds)));
    }
    return new Timing(forward.length, median(forward), medians);
  }

  /** The median in milliseconds. */
  public double forwardMillis() {
    return forwardNanoseconds / 1e6;
  }

  private static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
  }
}
