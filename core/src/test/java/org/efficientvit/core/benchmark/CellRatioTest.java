package org.efficientvit.core.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.trace.Precision;
import org.junit.jupiter.api.Test;

class CellRatioTest {

  private static Cell cell(String model, int batch) {
    return new Cell(model, "onnx", Precision.FP32, batch, 1, 1);
  }

  private static Visit visit(Cell cell, int round, double milliseconds) {
    return new Visit(cell, round, List.of(milliseconds, milliseconds), milliseconds / 500);
  }

  /** The machine slows down from round to round and slows both alike. */
  @Test
  void aDriftThatMeetsBothIsNotCountedAgainstEither() {
    List<Visit> visits = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      visits.add(visit(cell("m0", 1), round, 10 + 3 * round));
      visits.add(visit(cell("m1", 1), round, 25 + 7.5 * round));
    }

    CellRatio ratio = CellRatio.of(cell("m0", 1), cell("m1", 1), visits).orElseThrow();

    assertThat(ratio.speed().value()).isCloseTo(2.5, within(1e-9));
    assertThat(ratio.speed().low()).isCloseTo(2.5, within(1e-9));
    assertThat(ratio.speed().high()).isCloseTo(2.5, within(1e-9));
    assertThat(ratio.rounds()).isEqualTo(10);
  }

  @Test
  void onlyRoundsThatVisitedBothCount() {
    List<Visit> visits =
        List.of(
            visit(cell("m0", 1), 0, 10),
            visit(cell("m1", 1), 0, 20),
            visit(cell("m0", 1), 1, 10),
            visit(cell("m1", 1), 1, 20),
            visit(cell("m0", 1), 2, 500));

    CellRatio ratio = CellRatio.of(cell("m0", 1), cell("m1", 1), visits).orElseThrow();

    assertThat(ratio.rounds()).isEqualTo(2);
    assertThat(ratio.speed().high()).isCloseTo(2, within(1e-12));
    assertThat(CellRatio.of(cell("m0", 1), cell("m2", 1), visits)).isEmpty();
  }

  @Test
  void imagesCountAndNotPasses() {
    List<Visit> visits = List.of(visit(cell("m0", 16), 0, 40), visit(cell("m0", 1), 0, 10));

    assertThat(CellRatio.of(cell("m0", 16), cell("m0", 1), visits).orElseThrow().speed().value())
        .isCloseTo(4, within(1e-12));
  }
}
