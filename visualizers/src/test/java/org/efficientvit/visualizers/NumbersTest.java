package org.efficientvit.visualizers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "0.0970123, 0.097",
    "-5.7449, −5.74",
    "1234.5, 1230",
    "0.00000789, 7.89e−6",
    "2500000, 2.50e6",
    "0.1, 0.1"
  })
  void numbersKeepThreeDigits(double value, String text) {
    assertThat(Numbers.plain(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "940, 0.94 µs",
    "48900, 48.9 µs",
    "999499, 999 µs",
    "999500, 1.00 ms",
    "9996000, 10.0 ms",
    "86500000, 86.5 ms",
    "1250000000, 1.25 s"
  })
  void timesHaveAUnitThatFits(long nanoseconds, String text) {
    assertThat(Numbers.time(nanoseconds)).isEqualTo(text);
  }

  @Test
  void countsAndBytesHaveDecimalPrefixes() {
    assertThat(Numbers.count(79_193_600)).isEqualTo("79.2 M");
    assertThat(Numbers.bytes(972_000)).isEqualTo("972 kB");
    assertThat(Numbers.bytes(12)).isEqualTo("12 B");
    assertThat(Numbers.percent(0.1234)).isEqualTo("12.3%");
  }
}
