package org.efficientvit.visualizers.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogAxisTest {

  @Test
  void powersOfTenAreWrittenExactly() {
    LogAxis axis = LogAxis.of(List.of(0.001, 100.0), 1, 1, 0, 500);

    assertThat(axis.labelled()).containsExactly(0.001, 0.01, 0.1, 1.0, 10.0, 100.0);
    assertThat(axis.ticks()).hasSize(5 * 9 + 1).contains(0.3, 70.0);
  }

  @Test
  void fewDecadesHaveNumbersBetween() {
    assertThat(new LogAxis(0.4, 12, 0, 1).labelled()).containsExactly(0.5, 1.0, 2.0, 5.0, 10.0);
  }

  @Test
  void equalRatiosAreEquallyFarApartOnAnAxisThatRisesToo() {
    LogAxis axis = new LogAxis(1, 1000, 300, 0);

    assertThat(axis.at(1)).isEqualTo(300);
    assertThat(axis.at(10)).isEqualTo(200, within(1e-9));
    assertThat(axis.at(1000)).isEqualTo(0, within(1e-9));
    assertThat(axis.decades()).isEqualTo(3, within(1e-9));
  }

  @Test
  void thereIsRoomBesideTheOutermostValues() {
    LogAxis axis = LogAxis.of(List.of(2.0, 8.0), 2, 4, 0, 1);

    assertThat(axis.least()).isEqualTo(1);
    assertThat(axis.most()).isEqualTo(32);
  }

  @ParameterizedTest
  @CsvSource({"1000, 1 k", "999999.9999999, 1 M", "10000000, 10 M", "2e9, 2 G", "50, 50"})
  void numbersOnAnAxisHaveNoDigitsToSpare(double value, String text) {
    assertThat(Words.scaled(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"10, 5, 2", "2.4, 6, 0.5", "0.9, 6, 0.2", "100, 8, 20"})
  void gridLinesStandAtRoundDistances(double length, int most, double step) {
    assertThat(Steps.of(length, most)).isEqualTo(step, within(1e-12));
  }
}
