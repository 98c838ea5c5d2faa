package org.efficientvit.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FewMeansTest {

  /** Tables of Student's t, 0.975. */
  @ParameterizedTest
  @CsvSource({
    "1, 12.7062",
    "2, 4.3027",
    "3, 3.1824",
    "4, 2.7764",
    "5, 2.5706",
    "9, 2.2622",
    "30, 2.0423"
  })
  void theQuantileIsThatOfTheTables(int degrees, double expected) {
    assertThat(FewMeans.quantile(degrees)).isCloseTo(expected, within(5e-5));
  }

  @Test
  void threeValuesReachFarOnBothSides() {
    Estimate mean = FewMeans.mean(List.of(1.0, 2.0, 3.0));

    assertThat(mean.value()).isEqualTo(2);
    assertThat(mean.low()).isCloseTo(2 - 4.30265 / Math.sqrt(3), within(1e-4));
    assertThat(mean.high()).isCloseTo(2 + 4.30265 / Math.sqrt(3), within(1e-4));
  }

  @Test
  void valuesThatAreAllTheSameLeaveNoDoubt() {
    Estimate mean = FewMeans.mean(List.of(0.5, 0.5, 0.5));

    assertThat(mean).isEqualTo(Estimate.exactly(0.5));
  }

  @Test
  void oneValueSaysNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> FewMeans.mean(List.of(1.0)));
  }
}
