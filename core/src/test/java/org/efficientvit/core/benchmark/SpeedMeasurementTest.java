package org.efficientvit.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
import org.efficientvit.core.benchmark.SpeedProtocol.Figure;
import org.efficientvit.core.trace.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Passes take the time that a test says, on a clock that they move on themselves. */
class SpeedMeasurementTest {

  private static final SpeedProtocol PROTOCOL =
      new SpeedProtocol("test", 4, 0.1, 3, 0.05, 1, 0.02, Figure.MEDIAN);

  private final Map<Cell, IntToDoubleFunction> milliseconds = new HashMap<>();
  private final Map<Cell, Integer> passes = new HashMap<>();
  private final List<Visit> visits = new ArrayList<>();
  private long now;

  private static Cell cell(String model, int workers) {
    return new Cell(model, "none", Precision.FP32, 16, 1, workers);
  }

  private Cell cell(String model, IntToDoubleFunction times) {
    Cell cell = cell(model, 1);
    milliseconds.put(cell, times);
    return cell;
  }

  private Runnable pass(Cell cell) {
    return () -> {
      int count = passes.merge(cell, 1, Integer::sum);
      now += (long) (1e6 * milliseconds.get(cell).applyAsDouble(count));
    };
  }

  private SpeedMeasurement measurement(SpeedProtocol protocol) {
    return new SpeedMeasurement(protocol, () -> now, this::pass);
  }

  private final SpeedMeasurement.Listener keeping =
      (visit, done, all) -> {
        visits.add(visit);
        assertThat(done).isLessThanOrEqualTo(all);
      };

  @Test
  void eachCellIsVisitedOnceInEachRoundInChangingOrder() {
    List<Cell> cells = List.of(cell("a", i -> 10), cell("b", i -> 20), cell("c", i -> 40));

    boolean whole = measurement(PROTOCOL).measure(cells, List.of(), keeping);

    assertThat(whole).isTrue();
    assertThat(visits).hasSize(12);
    Set<String> orders = new HashSet<>();
    for (int round = 0; round < 4; round++) {
      List<Visit> own = visits.subList(3 * round, 3 * round + 3);
      int number = round;
      assertThat(own).allMatch(visit -> visit.round() == number);
      assertThat(own).extracting(Visit::cell).containsExactlyInAnyOrderElementsOf(cells);
      orders.add(own.stream().map(visit -> visit.cell().model()).toList().toString());
    }
    assertThat(orders).hasSize(4);
  }

  @Test
  void aVisitLastsItsTimeAndHasItsPassesAndLeavesOutTheFirst() {
    Cell fast = cell("fast", i -> i % 7 == 0 ? 11 : 10);
    Cell slow = cell("slow", i -> 400);

    measurement(PROTOCOL).measure(List.of(fast, slow), List.of(), keeping);

    Visit hurried = visits.stream().filter(v -> v.cell().equals(fast)).findFirst().orElseThrow();
    Visit unhurried = visits.stream().filter(v -> v.cell().equals(slow)).findFirst().orElseThrow();
    assertThat(hurried.milliseconds()).hasSizeBetween(9, 10);
    assertThat(unhurried.milliseconds()).containsExactly(400.0, 400.0, 400.0);
    assertThat(unhurried.seconds()).isCloseTo(1.2, within(1e-9));
    assertThat(unhurried.imagesPerSecond()).isCloseTo(16 * 3 / 1.2, within(1e-6));
    // Three fill the longest warm-up; then in each of four visits one that does not count and
    // three.
    assertThat(passes.get(slow)).isEqualTo(3 + 4 * (1 + 3));
  }

  @Test
  void warmUpEndsWhenTimesNoLongerChange() {
    Cell settling = cell("settling", i -> i < 20 ? 40 - i : 20);
    Cell never = cell("never", i -> 1 + i);

    SpeedMeasurement measurement = measurement(PROTOCOL);
    measurement.measure(List.of(settling, never), List.of(), keeping);

    assertThat(measurement.unsettled()).containsExactly(never);
    assertThat(visits.get(0).milliseconds()).containsOnly(20.0);
  }

  @Test
  void aStoppedRunGoesOnWithWhatIsMissing() {
    Cell a = cell("a", i -> 10);
    Cell b = cell("b", i -> 20);
    List<Visit> first = new ArrayList<>();

    boolean whole =
        measurement(PROTOCOL)
            .measure(
                List.of(a, b),
                List.of(),
                new SpeedMeasurement.Listener() {
                  @Override
                  public void visited(Visit visit, int done, int all) {
                    first.add(visit);
                    assertThat(done).isEqualTo(first.size());
                    assertThat(all).isEqualTo(8);
                  }

                  @Override
                  public boolean isStopped() {
                    return first.size() == 3;
                  }
                });
    assertThat(whole).isFalse();
    assertThat(measurement(PROTOCOL).measure(List.of(a, b), first, keeping)).isTrue();

    assertThat(first).hasSize(3);
    assertThat(visits).hasSize(5);
    assertThat(visits).doesNotContainAnyElementsOf(first);
    List<Visit> all = new ArrayList<>(first);
    all.addAll(visits);
    assertThat(CellResult.of(List.of(b, a), all, Figure.MEDIAN))
        .extracting(result -> result.milliseconds().value())
        .containsExactly(20.0, 10.0);
  }

  @Test
  void nothingIsLeftToDoOfAFinishedRun() {
    Cell a = cell("a", i -> 10);
    measurement(PROTOCOL).measure(List.of(a), List.of(), keeping);
    int before = passes.get(a);

    assertThat(measurement(PROTOCOL).measure(List.of(a), List.copyOf(visits), keeping)).isTrue();

    assertThat(passes.get(a)).isEqualTo(before);
  }

  @Test
  void thePapersProtocolIsTheMeanOfOneLongVisit() {
    SpeedProtocol paper = SpeedProtocol.paper();
    Cell cell = cell("a", i -> i % 4 == 0 ? 400 : 200);

    measurement(paper).measure(List.of(cell), List.of(), keeping);

    CellResult result = CellResult.of(List.of(cell), visits, paper.figure()).get(0);
    assertThat(visits).hasSize(1);
    assertThat(visits.get(0).seconds()).isBetween(60.0, 60.5);
    assertThat(result.milliseconds().value()).isCloseTo(250, within(1.0));
    assertThat(result.milliseconds().low()).isGreaterThan(230);
    assertThat(result.milliseconds().high()).isLessThan(270);
    assertThat(result.imagesPerSecond().value()).isCloseTo(16 / 0.25, within(0.5));
    assertThat(result.isDrifting()).isFalse();
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void workersWorkSideBySide() {
    Cell cell = cell("a", 2);
    CyclicBarrier both = new CyclicBarrier(2);
    // Stands still for a worker that is alone.
    Runnable pass =
        () -> {
          if (Thread.currentThread().getName().startsWith("pool")) {
            try {
              both.await();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }
        };
    SpeedProtocol once = new SpeedProtocol("once", 1, 0, 5, 0, 0, 1, Figure.MEDIAN);

    new SpeedMeasurement(once, System::nanoTime, any -> pass)
        .measure(List.of(cell), List.of(), keeping);

    assertThat(visits.get(0).milliseconds()).hasSize(10);
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void aWorkerThatFailsEndsTheMeasurement() {
    SpeedProtocol once = new SpeedProtocol("once", 1, 0, 5, 0, 0, 1, Figure.MEDIAN);
    Runnable pass =
        () -> {
          throw new IllegalStateException("no");
        };

    assertThatThrownBy(
            () ->
                new SpeedMeasurement(once, System::nanoTime, any -> pass)
                    .measure(List.of(cell("a", 2)), List.of(), keeping))
        .isInstanceOf(IllegalStateException.class);
  }
}
