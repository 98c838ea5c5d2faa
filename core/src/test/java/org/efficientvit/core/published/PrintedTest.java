package org.efficientvit.core.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PrintedTest {

  private static Printed printed(String digits) {
    return Printed.of(new BigDecimal(digits));
  }

  @Test
  void aNumberStandsForAllThatRoundToIt() {
    assertThat(printed("3.0").range().low()).isCloseTo(2.95, within(1e-12));
    assertThat(printed("3.0").range().high()).isCloseTo(3.05, within(1e-12));
    assertThat(printed("3").range().low()).isCloseTo(2.5, within(1e-12));
    assertThat(printed("27644").range().high()).isCloseTo(27_644.5, within(1e-9));
    assertThat(printed("3.0").covers(3.04)).isTrue();
    assertThat(printed("3.0").covers(3.06)).isFalse();
  }

  @Test
  void aRatioIsAsVagueAsBothOfItsNumbersAllow() {
    Printed ratio = printed("6").over(printed("2"));

    assertThat(ratio.value()).isEqualTo(3);
    assertThat(ratio.range().low()).isCloseTo(5.5 / 2.5, within(1e-12));
    assertThat(ratio.range().high()).isCloseTo(6.5 / 1.5, within(1e-12));
  }

  @Test
  void aDifferenceIsAsVagueAsBothOfItsNumbersTogether() {
    Printed difference = printed("73.4").minus(printed("72.0"));

    assertThat(difference.value()).isCloseTo(1.4, within(1e-12));
    assertThat(difference.range().low()).isCloseTo(1.3, within(1e-12));
    assertThat(difference.range().high()).isCloseTo(1.5, within(1e-12));
  }
}
