package org.efficientvit.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class OperationTimerTest {

  @Test
  void eachOperationHasItsOwnMedian() {
    List<OperationTime> medians =
        OperationTimer.medians(List.of(pass(1, 90), pass(5, 20), pass(300, 30)));

    assertThat(medians).containsExactlyElementsOf(pass(5, 30));
  }

  @Test
  void warmUpsAreThrownAway() {
    List<Boolean> timed = new ArrayList<>();
    NetworkRunner runner =
        new NetworkRunner() {
          @Override
          public String engine() {
            return "fake";
          }

          @Override
          public List<Trace> run(Tensor images, Taps taps) {
            timed.add(taps.times());
            List<OperationTime> times = taps.times() ? pass(timed.size(), 7) : List.of();
            return List.of(new Trace("m0", null, java.util.Map.of(), java.util.Map.of(), times, 1));
          }

          @Override
          public void close() {}
        };

    List<OperationTime> times =
        new OperationTimer(2, 3).time(runner, new Tensor(Shape.of(3, 1, 1), new float[3]));

    assertThat(timed).containsExactly(false, false, true, true, true);
    assertThat(times).containsExactlyElementsOf(pass(4, 7));
  }

  @Test
  void anEvenNumberOfPassesIsRefused() {
    assertThatThrownBy(() -> new OperationTimer(0, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<OperationTime> pass(long first, long second) {
    return List.of(
        new OperationTime("a", OperationKind.MATMUL, first),
        new OperationTime("b", OperationKind.SOFTMAX, second));
  }
}
