package org.efficientvit.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ProfileTimerTest {

  private static final Tensor IMAGES = new Tensor(Shape.of(1, 3, 1, 1), new float[3]);

  private final Script script = new Script();

  @Test
  void passesTakeTurnsInChangingOrderAndWarmUpsDoNotCount() {
    PassSamples samples =
        new ProfileTimer(1, 3, 3, Duration.ZERO)
            .measure(script, IMAGES, share -> {}, () -> false, () -> 0);

    assertThat(script.order).isEqualTo("ut" + "ut" + "tu" + "ut");
    assertThat(samples.untimed()).containsExactly(3L, 6L, 7L);
    assertThat(samples.timed()).containsExactly(4L, 5L, 8L);
    assertThat(samples.reading()).containsExactly(103L, 106L, 107L);
    assertThat(samples.operations().get(0).nanoseconds()).containsExactly(4L, 5L, 8L);
  }

  @Test
  void aBudgetEndsItEarlyButNotBeforeTheFewest() {
    ProfileTimer timer = new ProfileTimer(0, 100, 3, Duration.ofNanos(10));

    assertThat(
            timer
                .measure(script, IMAGES, share -> {}, () -> false, () -> script.passes * 2L)
                .untimed())
        .hasSize(3);
    assertThat(
            new ProfileTimer(0, 100, 3, Duration.ofNanos(20))
                .measure(new Script(), IMAGES, share -> {}, () -> false, new Ticks(4))
                .untimed())
        .hasSize(4);
  }

  @Test
  void progressRisesToOne() {
    List<Double> shares = new ArrayList<>();

    new ProfileTimer(0, 10, 10, Duration.ZERO)
        .measure(script, IMAGES, shares::add, () -> false, () -> 0);

    assertThat(shares).isSorted().startsWith(0.0);
    assertThat(shares).allMatch(share -> share <= 1);
  }

  @Test
  void whoStopsItKeepsWhatIsDone() {
    PassSamples samples =
        ProfileTimer.of(50)
            .measure(script, IMAGES, share -> {}, () -> script.passes >= 26, () -> 0);

    assertThat(samples.untimed()).hasSize(3);
    assertThatThrownBy(
            () -> ProfileTimer.of(5).measure(script, IMAGES, share -> {}, () -> true, () -> 0))
        .isInstanceOf(InspectorException.class);
  }

  /** A clock that moves so far each time somebody looks. */
  private static final class Ticks implements LongSupplier {

    private final long step;
    private long now;

    Ticks(long step) {
      this.step = step;
    }

    @Override
    public long getAsLong() {
      now += step;
      return now;
    }
  }

  /** The n-th pass takes n nanoseconds. */
  private static final class Script implements PassSampler {

    private final List<Long> timed = new ArrayList<>();
    private String order = "";
    private int passes;

    @Override
    public String engine() {
      return "script";
    }

    @Override
    public int threads() {
      return 1;
    }

    @Override
    public boolean runsAsWritten() {
      return true;
    }

    @Override
    public PassTime untimed(Tensor images) {
      order += "u";
      passes++;
      return new PassTime(passes, 100 + passes);
    }

    @Override
    public PassTime timed(Tensor images) {
      order += "t";
      passes++;
      timed.add((long) passes);
      return new PassTime(passes, 0);
    }

    @Override
    public List<OperationSamples> operations(int count) {
      return List.of(
          new OperationSamples(
              "a",
              List.of("a"),
              Optional.empty(),
              timed.subList(timed.size() - count, timed.size())));
    }

    @Override
    public void close() {}
  }
}
