package org.efficientvit.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PassTimerTest {

  private static final Tensor IMAGE = new Tensor(Shape.of(3, 1, 1), new float[3]);

  @Test
  void eachOperationAndThePassHaveTheirOwnMedianAndWarmUpsDoNotCount() {
    Script script =
        new Script(
            List.of(pass(9999, 9999), pass(1, 90), pass(5, 20), pass(300, 30)),
            List.of(9999L, 70L, 50L, 60L));

    Timing timing = new PassTimer(1, 3).time(script, IMAGE, share -> {});

    assertThat(timing.operations()).containsExactlyElementsOf(pass(5, 30));
    assertThat(timing.nanoseconds()).isEqualTo(60);
    assertThat(timing.passes()).isEqualTo(3);
  }

  @Test
  void progressIsToldSeldomAndCanEndTheMeasurement() {
    List<Double> shares = new ArrayList<>();
    Script script = new Script(Collections.nCopies(12, pass(1, 1)), Collections.nCopies(12, 1L));

    new PassTimer(1, 11).time(script, IMAGE, shares::add);

    assertThat(shares).containsExactly(0.0, 0.5);
    assertThatThrownBy(
            () ->
                new PassTimer(0, 1)
                    .time(
                        script,
                        IMAGE,
                        share -> {
                          throw new IllegalStateException("cancelled");
                        }))
        .hasMessage("cancelled");
  }

  @Test
  void anEvenNumberOfPassesIsRefused() {
    assertThatThrownBy(() -> new PassTimer(0, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<OperationTime> pass(long first, long second) {
    return List.of(
        new OperationTime("a", OperationKind.MATMUL, first),
        new OperationTime("b", OperationKind.SOFTMAX, second));
  }

  /** Gives the times that it was told to give, timed and untimed passes each in their order. */
  private static final class Script implements NetworkRunner {

    private final List<List<OperationTime>> timed;
    private final List<Long> untimed;
    private int timedPasses;
    private int untimedPasses;

    Script(List<List<OperationTime>> timed, List<Long> untimed) {
      this.timed = timed;
      this.untimed = untimed;
    }

    @Override
    public String engine() {
      return "script";
    }

    @Override
    public List<Trace> run(Tensor images, Taps taps) {
      return List.of(
          taps.times()
              ? new Trace("m0", null, Map.of(), Map.of(), Map.of(), timed.get(timedPasses++), 0)
              : new Trace(
                  "m0",
                  null,
                  Map.of(),
                  Map.of(),
                  Map.of(),
                  List.of(),
                  untimed.get(untimedPasses++)));
    }

    @Override
    public void close() {}
  }
}
