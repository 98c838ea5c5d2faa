package org.efficientvit.core.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.efficientvit.core.published.Direction;
import org.efficientvit.core.published.Printed;
import org.efficientvit.core.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

  private static Judgement ratio(double low, double high, String claimed) {
    return Judgement.of(new Interval(low, high), Printed.of(new BigDecimal(claimed)), 1);
  }

  /** 2.0 stands for 1.95 to 2.05. */
  @ParameterizedTest
  @CsvSource({
    "1.99, 2.01, HOLDS, SAME, AS_CLAIMED",
    "1.90, 1.96, HOLDS, SAME, AS_CLAIMED",
    "2.04, 2.20, HOLDS, SAME, AS_CLAIMED",
    "2.10, 2.20, HOLDS, SAME, LARGER",
    "1.01, 9.00, HOLDS, SAME, AS_CLAIMED",
    "1.50, 1.94, DOES_NOT_HOLD, SAME, SMALLER",
    "0.90, 1.10, DOES_NOT_HOLD, WITHIN_NOISE, SMALLER",
    "0.50, 0.60, DOES_NOT_HOLD, OTHER, SMALLER",
    "0.90, 1.96, NOT_DECIDED, WITHIN_NOISE, AS_CLAIMED",
    "1.00, 3.00, NOT_DECIDED, WITHIN_NOISE, AS_CLAIMED"
  })
  void aRatioAboveOneIsJudgedByDirectionAndSize(
      double low, double high, Verdict verdict, Direction direction, Size size) {
    Judgement judgement = ratio(low, high, "2.0");

    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.direction()).contains(direction);
    assertThat(judgement.size()).contains(size);
    assertThat(judgement.reason()).endsWith(".").hasSizeGreaterThan(10);
  }

  /** Half as fast is the same claim as twice as fast, seen from the other network. */
  @ParameterizedTest
  @CsvSource({
    "1.99, 2.01",
    "2.10, 2.20",
    "1.50, 1.90",
    "0.90, 1.10",
    "0.50, 0.60",
    "0.90, 1.96",
    "1.01, 9.00"
  })
  void aRatioBelowOneIsJudgedAsItsInverse(double low, double high) {
    Printed twice = Printed.of(new BigDecimal("2.0"));
    Printed half = Printed.of(new BigDecimal("1")).over(twice);
    Printed exactlyHalf =
        new Printed(0.5, new Interval(1 / twice.range().high(), 1 / twice.range().low()));

    assertThat(half.value()).isEqualTo(0.5);
    assertThat(Judgement.of(new Interval(1 / high, 1 / low), exactlyHalf, 1))
        .isEqualTo(ratio(low, high, "2.0"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.2, 1.8, 1.4, HOLDS",
    "1.5, 1.8, 1.4, HOLDS",
    "0.3, 0.7, 1.4, DOES_NOT_HOLD",
    "-0.7, -0.3, 1.4, DOES_NOT_HOLD",
    "-0.5, 2.0, 1.4, NOT_DECIDED",
    "-1.8, -1.2, -1.4, HOLDS",
    "-0.7, -0.3, -1.4, DOES_NOT_HOLD"
  })
  void aDifferenceIsHeldAgainstNought(double low, double high, String claimed, Verdict verdict) {
    Judgement judgement =
        Judgement.of(new Interval(low, high), Printed.of(new BigDecimal(claimed)), 0);

    assertThat(judgement.verdict()).isEqualTo(verdict);
  }

  @Test
  void whereNoDifferenceIsClaimedAnyOneThatIsWorthPrintingRefutesIt() {
    assertThat(ratio(0.99, 0.99, "1.0").verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(ratio(0.80, 0.96, "1.0").verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(ratio(0.80, 0.90, "1.0").verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(ratio(1.10, 1.20, "1.0").verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
  }
}
