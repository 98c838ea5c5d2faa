package org.efficientvit.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.efficientvit.core.cost.HandMade.CEILINGS;
import static org.efficientvit.core.cost.HandMade.cost;
import static org.efficientvit.core.cost.HandMade.exactly;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.efficientvit.core.ops.OperationKind;
import org.junit.jupiter.api.Test;

class CeilingsTest {

  @Test
  void theFirstBytesMoveAsInTheSmallestCacheAndTheLastAsInMemory() {
    assertThat(CEILINGS.movingTime(0)).isZero();
    assertThat(CEILINGS.movingTime(500)).isEqualTo(500 / 50.0);
    assertThat(CEILINGS.movingTime(10_000)).isEqualTo(10_000 / 50.0);
    assertThat(CEILINGS.movingTime(40_000)).isEqualTo(200 + 30_000 / 20.0);
    assertThat(CEILINGS.movingTime(1_100_000)).isEqualTo(200 + 90_000 / 20.0 + 1_000_000 / 5.0);
  }

  @Test
  void noAmountMovesFasterThanAStreamOfTheSameAmount() {
    for (Bandwidth bandwidth : CEILINGS.bandwidths()) {
      assertThat(CEILINGS.movingTime(bandwidth.bytes()))
          .isLessThanOrEqualTo(bandwidth.bytes() / bandwidth.rate().best());
    }
  }

  @Test
  void anOperationHasTheLimitOfItsArithmeticItsBytesAndItsKind() {
    Limit limit = CEILINGS.limit(cost("m", OperationKind.MATMUL, 60_000, 5000, 40_000));

    assertThat(limit.compute()).isEqualTo((2 * 60_000 + 5000) / 100.0);
    assertThat(limit.memory()).isEqualTo(1700);
    assertThat(limit.overhead()).isEqualTo(700);
    assertThat(limit.nanoseconds()).isEqualTo(1700);
    assertThat(limit.bound()).isEqualTo(Bound.MEMORY);
  }

  @Test
  void eachBoundIsTheLargestOfTheThree() {
    assertThat(new Limit(3, 1, 2).bound()).isEqualTo(Bound.COMPUTE);
    assertThat(new Limit(1, 3, 2).bound()).isEqualTo(Bound.MEMORY);
    assertThat(new Limit(1, 2, 3).bound()).isEqualTo(Bound.OVERHEAD);
    assertThat(new Limit(1, 2, 3).nanoseconds()).isEqualTo(3);
  }

  @Test
  void ofEqualLimitsMemoryCountsBeforeComputeAndComputeBeforeOverhead() {
    assertThat(new Limit(2, 2, 2).bound()).isEqualTo(Bound.MEMORY);
    assertThat(new Limit(2, 1, 2).bound()).isEqualTo(Bound.COMPUTE);
    assertThat(new Limit(0, 0, 0).bound()).isEqualTo(Bound.MEMORY);
  }

  @Test
  void aViewMovesNothingAndIsBoundByOverheadAlone() {
    Limit limit = CEILINGS.limit(cost("view", OperationKind.VIEW, 0, 0, 0));

    assertThat(limit).isEqualTo(new Limit(0, 0, 400));
    assertThat(limit.bound()).isEqualTo(Bound.OVERHEAD);
  }

  @Test
  void aKindThatWasNotMeasuredHasTheSmallestFixedTime() {
    assertThat(CEILINGS.overhead(OperationKind.COPY)).isEqualTo(300);
    assertThat(CEILINGS.overhead(OperationKind.VIEW)).isEqualTo(400);
  }

  @Test
  void aCeilingIsSurpassedByOneInTwentyAndQuartilesTellTheSpread() {
    double[] values = IntStream.rangeClosed(1, 101).mapToDouble(i -> 102 - i).toArray();

    assertThat(Ceiling.ofRates(values)).isEqualTo(new Ceiling(96, 26, 76, 101));
    assertThat(Ceiling.ofTimes(values)).isEqualTo(new Ceiling(6, 26, 76, 101));
    assertThat(Ceiling.ofRates(new double[] {7})).isEqualTo(new Ceiling(7, 7, 7, 1));
  }

  @Test
  void oneLuckyReadingIsNoCeiling() {
    double[] values = new double[40];
    Arrays.fill(values, 10);
    values[3] = 1000;

    assertThat(Ceiling.ofRates(values).best()).isEqualTo(10, within(0.0));
  }

  @Test
  void aLargerAmountIsNeverFaster() {
    List<Bandwidth> rising = List.of(new Bandwidth(10, exactly(1)), new Bandwidth(20, exactly(2)));
    List<Bandwidth> backwards =
        List.of(new Bandwidth(20, exactly(2)), new Bandwidth(10, exactly(1)));

    assertThatThrownBy(() -> with(rising)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(backwards)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static Ceilings with(List<Bandwidth> bandwidths) {
    return new Ceilings(
        "pytorch", 1, false, exactly(1), bandwidths, Map.of(OperationKind.ADDITION, exactly(1)));
  }
}
