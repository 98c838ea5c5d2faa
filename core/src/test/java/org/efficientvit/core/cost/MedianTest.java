package org.efficientvit.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertThat(Median.of(new double[] {4, 1, 3, 2})).isEqualTo(new Median(2.5, 1, 4));
    assertThat(Median.of(new double[] {5})).isEqualTo(new Median(5, 5, 5));
  }

  /** Order statistics 40 and 61 of 100, as tables of the sign test have them. */
  @Test
  void theIntervalOfAHundredIsFromTheFortiethToTheSixtyFirst() {
    double[] values = IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray();

    assertThat(Median.of(values)).isEqualTo(new Median(50.5, 40, 61));
  }

  @Test
  void theIntervalHoldsTheTrueMedianNineteenTimesInTwenty() {
    SplittableRandom random = new SplittableRandom(1);
    int trials = 4000;
    int held = 0;
    for (int trial = 0; trial < trials; trial++) {
      double[] skewed = random.doubles(41).map(u -> Math.exp(3 * (u - 0.5))).toArray();
      Median estimate = Median.of(skewed);
      held += estimate.low() <= 1 && 1 <= estimate.high() ? 1 : 0;
    }

    assertThat((double) held / trials).isBetween(0.94, 0.975);
  }

  @Test
  void nothingMeasuredHasNoMedian() {
    assertThatThrownBy(() -> Median.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
  }
}
