package org.efficientvit.core.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.LongStream;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.core.tensor.Tensor;

/**
 * Measures a network once it is warm: medians over several passes, timed ones and untimed ones in
 * turn.
 *
 * <p>A single pass, least of all the first, says more about what else the machine did than about
 * the network.
 *
 * @param warmUps passes of each sort that are thrown away
 * @param passes of each sort that are measured, odd so that the median is one of them
 */
public record PassTimer(int warmUps, int passes) {

  /** Whoever hears of progress draws it, which slows the pass beside it: seldom, then. */
  private static final int PASSES_BETWEEN_REPORTS = 6;

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if nothing would be timed or the number of passes is even
   */
  public PassTimer {
    if (warmUps < 0 || passes < 1 || passes % 2 == 0) {
      throw new IllegalArgumentException(warmUps + " warm-ups and " + passes + " passes");
    }
  }

  /** Quick enough to wait for after choosing a picture. */
  public static PassTimer quick() {
    return new PassTimer(3, 15);
  }

  /**
   * Measures a network on a picture.
   *
   * @param image normalised, (3, S, S)
   * @param progress is told now and then the share that is done, 0 to 1; what it throws ends the
   *     measurement
   */
  public Timing time(NetworkRunner runner, Tensor image, DoubleConsumer progress) {
    long[] whole = new long[passes];
    List<List<OperationTime>> operations = new ArrayList<>();
    for (int i = -warmUps; i < passes; i++) {
      int done = i + warmUps;
      if (done % PASSES_BETWEEN_REPORTS == 0) {
        progress.accept((double) done / (warmUps + passes));
      }
      long untimed = runner.trace(image, Taps.logits()).nanoseconds();
      List<OperationTime> timed =
          runner.timesOperations() ? runner.trace(image, Taps.logits().timed()).times() : List.of();
      if (i >= 0) {
        whole[i] = untimed;
        operations.add(timed);
      }
    }
    return new Timing(passes, median(LongStream.of(whole)), medians(operations));
  }

  private static List<OperationTime> medians(List<List<OperationTime>> runs) {
    List<OperationTime> medians = new ArrayList<>();
    for (int i = 0; i < runs.get(0).size(); i++) {
      int index = i;
      OperationTime first = runs.get(0).get(i);
      long median = median(runs.stream().mapToLong(times -> times.get(index).nanoseconds()));
      medians.add(new OperationTime(first.name(), first.kind(), median));
    }
    return medians;
  }

  private static long median(LongStream values) {
    long[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
