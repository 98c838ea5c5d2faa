package org.efficientvit.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {

  private static List<Double> drifting(double factor, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, 41)
        .mapToObj(round -> factor * (100 + 2.0 * round) * (1 + 0.01 * random.nextGaussian()))
        .toList();
  }

  @Test
  void theMedianOfAnOddNumberIsTheMiddleOneAndOfAnEvenNumberTheUpperOne() {
    assertThat(Estimate.median(List.of(3.0, 100.0, 1.0)).value()).isEqualTo(3);
    assertThat(Estimate.median(List.of(4.0, 1.0, 100.0, 2.0)).value()).isEqualTo(4);
    assertThat(Estimate.median(List.of(7.0))).isEqualTo(new Estimate(7, new Interval(7, 7)));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 8, 21, 40, 301})
  void theIntervalOfAMedianIsWhatDrawingOftenEnoughGives(int count) {
    List<Double> values = IntStream.range(0, count).mapToObj(i -> (double) i).toList();
    int draws = 40_000;
    Random random = new Random(3);
    int[] below = new int[count];
    for (int draw = 0; draw < draws; draw++) {
      int[] drawn = random.ints(count, 0, count).sorted().toArray();
      below[drawn[count / 2]]++;
    }

    Interval interval = Estimate.median(values).interval();

    assertThat(share(below, 0, (int) interval.low()) / draws).isLessThan(0.025 + 0.003);
    assertThat(share(below, 0, (int) interval.low() + 1) / draws).isGreaterThan(0.025 - 0.003);
    assertThat(share(below, 0, (int) interval.high()) / draws).isLessThan(0.975 + 0.003);
    assertThat(share(below, 0, (int) interval.high() + 1) / draws).isGreaterThan(0.975 - 0.003);
  }

  private static double share(int[] counts, int from, int to) {
    return IntStream.range(from, to).mapToDouble(i -> counts[i]).sum();
  }

  @Test
  void aFigureIsOnOneSideOfANumberOnlyIfItsWholeIntervalIs() {
    Estimate estimate = new Estimate(2, new Interval(1, 3));

    assertThat(estimate.excludes(0.5)).isTrue();
    assertThat(estimate.excludes(3.5)).isTrue();
    assertThat(estimate.excludes(2.9)).isFalse();
  }

  @Test
  void theIntervalOfAMedianCoversTheTruthAboutAsOftenAsItSays() {
    Random random = new Random(7);
    int covered = 0;
    for (int run = 0; run < 200; run++) {
      List<Double> values =
          IntStream.range(0, 31).mapToObj(i -> 5 + random.nextGaussian()).toList();
      Interval interval = Estimate.median(values).interval();
      covered += interval.low() <= 5 && 5 <= interval.high() ? 1 : 0;
    }

    assertThat(covered).isBetween(178, 200);
  }

  @Test
  void theRatioOfThingsThatDriftTogetherIsFarSurerThanTheThings() {
    List<Double> slow = drifting(1.5, 1);
    List<Double> fast = drifting(1, 2);

    Estimate ratio = Estimate.ratio(slow, fast);
    Estimate median = Estimate.median(fast);

    assertThat(ratio.value()).isCloseTo(1.5, within(0.02));
    assertThat(ratio.interval().low()).isLessThan(1.5);
    assertThat(ratio.interval().high()).isGreaterThan(1.5);
    double widthOfRatio = (ratio.interval().high() - ratio.interval().low()) / ratio.value();
    double widthOfMedian = (median.interval().high() - median.interval().low()) / median.value();
    assertThat(widthOfRatio).isLessThan(widthOfMedian / 2);
  }

  @Test
  void whatSlowedARoundOfBothChangesNeitherTheirRatioNorItsInterval() {
    List<Double> slow = List.of(20.0, 200.0, 20.0, 60.0, 20.0);
    List<Double> fast = List.of(10.0, 100.0, 10.0, 30.0, 10.0);

    assertThat(Estimate.ratio(slow, fast)).isEqualTo(new Estimate(2, new Interval(2, 2)));
    assertThat(Estimate.difference(slow, fast).value()).isEqualTo(10);
  }

  @Test
  void theSameMeasurementsGiveTheSameEstimate() {
    assertThat(Estimate.ratio(drifting(1, 1), drifting(1, 2)))
        .isEqualTo(Estimate.ratio(drifting(1, 1), drifting(1, 2)));
  }

  @Test
  void noMeasurementsOrUnequalNumbersOfThemAreRefused() {
    List<Double> none = List.of();
    assertThatThrownBy(() -> Estimate.median(none)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Estimate.ratio(List.of(1.0, 2.0), List.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
