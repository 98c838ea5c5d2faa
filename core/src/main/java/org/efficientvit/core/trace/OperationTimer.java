package org.efficientvit.core.trace;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.core.tensor.Tensor;

/**
 * How long each operation takes once the network is warm: the median over several passes.
 *
 * <p>A single pass, least of all the first, says more about what else the machine did than about
 * the network.
 *
 * @param warmUps passes that are thrown away
 * @param passes that are timed, odd so that the median is one of them
 */
public record OperationTimer(int warmUps, int passes) {

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if nothing would be timed or the number of passes is even
   */
  public OperationTimer {
    if (warmUps < 0 || passes < 1 || passes % 2 == 0) {
      throw new IllegalArgumentException(warmUps + " warm-ups and " + passes + " passes");
    }
  }

  /** Quick enough to wait for after choosing a picture. */
  public static OperationTimer quick() {
    return new OperationTimer(3, 9);
  }

  /**
   * Times a network.
   *
   * @param image normalised, (3, S, S)
   * @return one entry for each operation in the network's order, each its own median
   */
  public List<OperationTime> time(NetworkRunner runner, Tensor image) {
    for (int i = 0; i < warmUps; i++) {
      runner.trace(image, Taps.logits());
    }
    List<List<OperationTime>> runs = new ArrayList<>();
    for (int i = 0; i < passes; i++) {
      runs.add(runner.trace(image, Taps.logits().timed()).times());
    }
    return medians(runs);
  }

  static List<OperationTime> medians(List<List<OperationTime>> runs) {
    List<OperationTime> first = runs.get(0);
    List<OperationTime> medians = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      int operation = i;
      long median =
          runs.stream()
              .mapToLong(times -> times.get(operation).nanoseconds())
              .sorted()
              .skip(runs.size() / 2)
              .findFirst()
              .orElseThrow();
      medians.add(new OperationTime(first.get(i).name(), first.get(i).kind(), median));
    }
    return medians;
  }
}
