package org.efficientvit.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.efficientvit.core.benchmark.RegimeMap.Crossing;
import org.efficientvit.core.benchmark.RegimeMap.Setting;
import org.efficientvit.core.benchmark.SpeedProtocol.Figure;
import org.efficientvit.core.trace.Precision;
import org.junit.jupiter.api.Test;

class CellResultTest {

  private static Cell cell(String model, int batch, int workers) {
    return new Cell(model, "onnx", Precision.FP32, batch, 1, workers);
  }

  private static Visit visit(Cell cell, int round, double... milliseconds) {
    List<Double> times = new ArrayList<>();
    for (double one : milliseconds) {
      times.add(one);
    }
    return new Visit(cell, round, times, times.stream().mapToDouble(d -> d).sum() / 1000);
  }

  private static CellResult result(Visit... visits) {
    return CellResult.of(List.of(visits[0].cell()), List.of(visits), Figure.MEDIAN).get(0);
  }

  @Test
  void theMedianIsOfAllPassesAndTheSpeedCountsBatchAndWorkers() {
    Cell cell = cell("m0", 16, 2);

    CellResult result =
        result(visit(cell, 0, 8, 9, 10), visit(cell, 1, 10, 11), visit(cell, 2, 10, 12));

    assertThat(result.milliseconds().value()).isEqualTo(10);
    assertThat(result.imagesPerSecond().value()).isCloseTo(16 * 2 / 0.010, within(1e-9));
    assertThat(result.imagesPerSecond().low())
        .isCloseTo(32_000 / result.milliseconds().high(), within(1e-9));
    assertThat(result.rounds()).isEqualTo(3);
    assertThat(result.passes()).isEqualTo(7);
    assertThat(result.drift()).isCloseTo(11 / 9.0 - 1, within(1e-12));
    assertThat(result.isDrifting()).isTrue();
  }

  @Test
  void aDriftOfFivePerCentIsNotYetOne() {
    Cell cell = cell("m0", 1, 1);

    assertThat(result(visit(cell, 0, 100), visit(cell, 1, 104.9)).isDrifting()).isFalse();
    assertThat(result(visit(cell, 0, 100), visit(cell, 1, 105.1)).isDrifting()).isTrue();
    assertThat(result(visit(cell, 0, 100), visit(cell, 1, 94)).isDrifting()).isTrue();
  }

  @Test
  void theDriftOfOneVisitIsOfItsTenths() {
    Cell cell = cell("m0", 1, 1);
    double[] times = new double[100];
    for (int i = 0; i < times.length; i++) {
      times[i] = i < 10 ? 10 : i < 90 ? 30 : 12;
    }

    assertThat(result(visit(cell, 0, times)).drift()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void visitsCannotBeEmpty() {
    assertThatThrownBy(() -> new Visit(cell("m0", 1, 1), 0, List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cell("m0", 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void modelsThatOvertakeOneAnotherBeyondDoubtCross() {
    List<CellResult> results = new ArrayList<>();
    results.add(steady("m0", 1, 4));
    results.add(steady("m1", 1, 3));
    results.add(steady("m2", 1, 5));
    results.add(steady("m0", 16, 20));
    results.add(steady("m1", 16, 30));
    results.add(steady("m2", 16, 40));

    RegimeMap map = RegimeMap.of(results);

    assertThat(map.regimes()).hasSize(2);
    assertThat(map.regimes().get(0).fastest().cell().model()).isEqualTo("m1");
    assertThat(map.regimes().get(1).fastest().cell().model()).isEqualTo("m0");
    assertThat(map.crossings(List.of("m0", "m1", "m2")))
        .containsExactly(new Crossing("m1", "m0", setting(1), setting(16)));
  }

  @Test
  void enginesAreComparedOnTheSameWorkTheFasterFirst() {
    Cell onnx = cell("m0", 1, 1);
    Cell torch = new Cell("m0", "pytorch", Precision.FP32, 1, 1, 1);
    Cell other = new Cell("m0", "pytorch", Precision.FP32, 16, 1, 1);
    List<Visit> visits = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      visits.add(visit(torch, round, 6 + round, 6 + round));
      visits.add(visit(onnx, round, 2 + round / 3.0, 2 + round / 3.0));
      visits.add(visit(other, round, 100));
    }

    List<EngineRatio> ratios = EngineRatio.of(List.of(torch, onnx, other), visits);

    assertThat(ratios).hasSize(1);
    assertThat(ratios.get(0).faster()).isEqualTo(onnx);
    assertThat(ratios.get(0).slower()).isEqualTo(torch);
    assertThat(ratios.get(0).speed().value()).isCloseTo(3, within(1e-9));
    assertThat(ratios.get(0).speed().low()).isCloseTo(3, within(1e-9));
    assertThat(EngineRatio.of(List.of(onnx, torch), visits).get(0).speed().value())
        .isCloseTo(3, within(1e-9));
  }

  @Test
  void noiseMakesNoCrossing() {
    Cell slowly = cell("m0", 1, 1);
    Cell noisy = cell("m1", 1, 1);
    CellResult unsure =
        result(visit(noisy, 0, 3), visit(noisy, 1, 5), visit(noisy, 2, 3), visit(noisy, 3, 5));
    RegimeMap map =
        RegimeMap.of(
            List.of(
                result(visit(slowly, 0, 4.2), visit(slowly, 1, 4.2)),
                unsure,
                steady("m0", 16, 20),
                steady("m1", 16, 30)));

    assertThat(map.crossings(List.of("m0", "m1"))).isEmpty();
  }

  private static CellResult steady(String model, int batch, double milliseconds) {
    Cell cell = cell(model, batch, 1);
    return CellResult.of(
            List.of(cell),
            Collections.nCopies(4, visit(cell, 0, milliseconds, milliseconds)),
            Figure.MEDIAN)
        .get(0);
  }

  private static Setting setting(int batch) {
    return new Setting("onnx", Precision.FP32, batch, 1, 1);
  }
}
