package org.efficientvit.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  /** From the roots of (p − x)² = z²·x·(1 − x)/n, to six decimals. */
  @ParameterizedTest
  @CsvSource({
    "5, 10, 0.236593, 0.763407",
    "81, 263, 0.255289, 0.366210",
    "0, 20, 0, 0.161125",
    "20, 20, 0.838875, 1"
  })
  void wilsonsIntervalIsTheScoreTests(int successes, int trials, double low, double high) {
    Interval interval = Interval.wilson(successes, trials);

    assertThat(interval.low()).isCloseTo(low, within(1e-6));
    assertThat(interval.high()).isCloseTo(high, within(1e-6));
  }

  @Test
  void sharesThatCannotBeAreRefused() {
    assertThatThrownBy(() -> Interval.wilson(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Interval.wilson(3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Interval.ofMean(new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theBootstrapsIntervalIsNearlyTheNormalOneForManyValues() {
    SplittableRandom random = new SplittableRandom(4);
    double[] values = random.doubles(1000).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double reach = 1.96 * Math.sqrt(1.0 / 12 / values.length);

    Interval interval = Interval.ofMean(values);

    assertThat(interval.low()).isCloseTo(mean - reach, within(0.1 * reach));
    assertThat(interval.high()).isCloseTo(mean + reach, within(0.1 * reach));
    assertThat(Interval.ofMean(values)).isEqualTo(interval);
  }

  @Test
  void oneValueLeavesNothingToDoubt() {
    assertThat(Interval.ofMean(new double[] {3})).isEqualTo(new Interval(3, 3));
  }
}
