package org.efficientvit.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.TurnTimer.Entry;
import org.efficientvit.core.trace.TurnTimer.Passes;
import org.junit.jupiter.api.Test;

class TurnTimerTest {

  private static final Tensor IMAGES = new Tensor(Shape.of(1, 3, 1, 1), new float[3]);

  private final List<String> passes = new ArrayList<>();

  @Test
  void everyRoundHasOnePassOfEachAndWarmUpsDoNotCount() {
    List<Passes> measured =
        new TurnTimer(2, 3)
            .time(List.of(entry("a", false), entry("b", false)), done -> {}, () -> false);

    // The n-th pass of a network takes n ms; the first two are thrown away.
    assertThat(measured)
        .extracting(Passes::milliseconds)
        .containsExactly(List.of(3.0, 4.0, 5.0), List.of(3.0, 4.0, 5.0));
    for (int round = 0; round < 5; round++) {
      assertThat(passes.subList(2 * round, 2 * round + 2)).containsExactlyInAnyOrder("a", "b");
    }
  }

  @Test
  void nobodyIsAlwaysFirstOrAlwaysAfterTheSame() {
    new TurnTimer(0, 6)
        .time(
            List.of(entry("a", false), entry("b", false), entry("c", false)),
            done -> {},
            () -> false);

    List<String> firsts = new ArrayList<>();
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < passes.size(); i++) {
      if (i % 3 == 0) {
        firsts.add(passes.get(i));
      } else {
        pairs.add(passes.get(i - 1) + passes.get(i));
      }
    }
    assertThat(firsts).containsOnly("a", "b", "c");
    assertThat(pairs).contains("ab", "ba", "bc", "cb", "ca", "ac");
  }

  @Test
  void operationsAreTimedInPassesOfTheirOwnAndOnlyWhereAskedFor() {
    List<Passes> measured =
        new TurnTimer(0, 3)
            .time(List.of(entry("a", true), entry("b", false)), done -> {}, () -> false);

    assertThat(measured.get(0).milliseconds()).containsExactly(1.0, 3.0, 5.0);
    assertThat(measured.get(0).operations())
        .containsExactly(
            List.of(new OperationTime("x", OperationKind.MATMUL, 2000)),
            List.of(new OperationTime("x", OperationKind.MATMUL, 4000)),
            List.of(new OperationTime("x", OperationKind.MATMUL, 6000)));
    assertThat(measured.get(1).operations()).isEmpty();
  }

  @Test
  void stoppedEarlyItKeepsTheRoundsThatAreComplete() {
    AtomicInteger asked = new AtomicInteger();
    List<Integer> progress = new ArrayList<>();

    List<Passes> measured =
        new TurnTimer(1, 9)
            .time(
                List.of(entry("a", true), entry("b", true)),
                progress::add,
                () -> asked.incrementAndGet() > 7);

    assertThat(measured).extracting(one -> one.milliseconds().size()).containsExactly(2, 2);
    assertThat(progress).containsExactly(1, 2, 3);
  }

  @Test
  void stoppedAtOnceItHasNothing() {
    List<Passes> measured =
        new TurnTimer(1, 9).time(List.of(entry("a", true)), done -> {}, () -> true);

    assertThat(measured).containsExactly(new Passes(List.of(), List.of()));
  }

  @Test
  void noRoundsAreRefused() {
    assertThatThrownBy(() -> new TurnTimer(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private Entry entry(String name, boolean operations) {
    return new Entry(new Counting(name), IMAGES, operations);
  }

  /** Its n-th pass takes n milliseconds, and the one operation of it n µs. */
  private final class Counting implements NetworkRunner {

    private final String name;
    private int count;

    Counting(String name) {
      this.name = name;
    }

    @Override
    public String engine() {
      return "counting";
    }

    @Override
    public List<Trace> run(Tensor images, Taps taps) {
      passes.add(name);
      count++;
      List<OperationTime> times =
          taps.times()
              ? List.of(new OperationTime("x", OperationKind.MATMUL, 1000L * count))
              : List.of();
      return List.of(
          new Trace("m0", null, Map.of(), Map.of(), Map.of(), times, 1_000_000L * count));
    }

    @Override
    public void close() {}
  }
}
