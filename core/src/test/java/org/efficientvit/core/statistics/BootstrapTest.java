package org.efficientvit.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static List<List<Double>> singles(double... values) {
    List<List<Double>> groups = new ArrayList<>();
    for (double value : values) {
      groups.add(List.of(value));
    }
    return groups;
  }

  @Test
  void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
    assertThat(Bootstrap.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
    assertThat(Bootstrap.median(new double[] {9, 1, 3})).isEqualTo(3);
    assertThat(Bootstrap.median(List.of(List.of(1.0, 5.0), List.of(2.0))).value()).isEqualTo(2);
    assertThat(Bootstrap.mean(List.of(List.of(1.0, 5.0), List.of(3.0, 3.0))).value()).isEqualTo(3);
  }

  /** The median of n uniform numbers has the deviation 1/(2√n). */
  @Test
  void manyNumbersGiveNearlyTheNormalInterval() {
    double[] values = new SplittableRandom(1).doubles(1000).toArray();
    double reach = 1.96 / (2 * Math.sqrt(values.length));

    Estimate median = Bootstrap.median(singles(values));

    assertThat(median.high() - median.low()).isCloseTo(2 * reach, within(0.4 * reach));
    assertThat(median.low()).isLessThanOrEqualTo(median.value());
    assertThat(median.high()).isGreaterThanOrEqualTo(median.value());
    assertThat(Bootstrap.median(singles(values))).isEqualTo(median);
  }

  @Test
  void numbersThatWereMeasuredTogetherPromiseNoMoreThanTheirGroup() {
    SplittableRandom random = new SplittableRandom(2);
    List<List<Double>> together = new ArrayList<>();
    List<List<Double>> apart = new ArrayList<>();
    for (int group = 0; group < 20; group++) {
      double centre = random.nextDouble();
      List<Double> numbers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        double number = centre + 0.001 * random.nextDouble();
        numbers.add(number);
        apart.add(List.of(number));
      }
      together.add(numbers);
    }

    Estimate honest = Bootstrap.mean(together);
    Estimate naive = Bootstrap.mean(apart);

    assertThat(honest.value()).isCloseTo(naive.value(), within(1e-12));
    assertThat(honest.high() - honest.low()).isGreaterThan(4 * (naive.high() - naive.low()));
  }

  @Test
  void twiceTheTimesAreTwiceTheMedianWithoutDoubtWhenMeasuredInTurn() {
    List<List<Double>> times = singles(1, 2, 3, 4, 50);
    List<List<Double>> doubled = singles(2, 4, 6, 8, 100);

    Estimate ratio = Bootstrap.ratioOfMedians(doubled, times);

    assertThat(ratio.value()).isEqualTo(2);
    assertThat(ratio.interval()).isEqualTo(new Interval(2, 2));
    assertThat(Bootstrap.ratioOfMedians(times, times).interval()).isEqualTo(new Interval(1, 1));
    Estimate unpaired = Bootstrap.ratioOfMedians(doubled, singles(1, 2, 3, 4, 50, 3));
    assertThat(unpaired.low()).isLessThan(2);
    assertThat(unpaired.high()).isGreaterThan(2);
  }

  @Test
  void whatWasMeasuredAtAnotherTimeLeavesDoubt() {
    List<List<Double>> times = singles(1, 2, 3, 4, 50);

    Estimate ratio = Bootstrap.ratioOfUnrelatedMedians(times, times);

    assertThat(ratio.value()).isEqualTo(1);
    assertThat(ratio.low()).isLessThan(0.7);
    assertThat(ratio.high()).isGreaterThan(1.4);
  }

  @Test
  void noNumbersSayNothing() {
    assertThatThrownBy(() -> Bootstrap.median(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bootstrap.mean(List.of(List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void estimatesKeepTheirEndsInOrder() {
    Estimate seconds = new Estimate(2, new Interval(1, 4));

    assertThat(seconds.times(-1)).isEqualTo(new Estimate(-2, new Interval(-4, -1)));
    assertThat(seconds.under(8)).isEqualTo(new Estimate(4, new Interval(2, 8)));
    assertThat(seconds.isApartFrom(new Estimate(5, new Interval(4, 6)))).isFalse();
    assertThat(seconds.isApartFrom(new Estimate(5, new Interval(4.5, 6)))).isTrue();
    assertThat(new Estimate(5, new Interval(4.5, 6)).isApartFrom(seconds)).isTrue();
  }
}
