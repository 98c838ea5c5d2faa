package org.efficientvit.visualizers.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColourMapTest {

  /** What rounding to 8 bits can take from a lightness. */
  private static final double ROUNDING = 0.004;

  @ParameterizedTest
  @MethodSource("sequential")
  void aLargerValueIsNeverDarker(ColourMap map) {
    for (int i = 0; i < 256; i++) {
      assertThat(lightness(map, (i + 1) / 256.0))
          .isGreaterThan(lightness(map, i / 256.0) - ROUNDING);
    }
    for (int i = 0; i < 32; i++) {
      assertThat(lightness(map, (i + 1) / 32.0)).isGreaterThan(lightness(map, i / 32.0) + 0.01);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void equalStepsLookEquallyLarge(ColourMap map) {
    double mean = 0;
    for (int i = 0; i < 32; i++) {
      mean += step(map, i) / 32;
    }
    for (int i = 0; i < 32; i++) {
      assertThat(step(map, i)).isCloseTo(mean, within(0.2 * mean));
    }
  }

  @Test
  void aDivergingMapIsAsDarkBelowTheMiddleAsAbove() {
    ColourMap map = ColourMap.BLUE_RED;

    assertThat(lightness(map, 0.5)).isGreaterThan(0.95);
    for (int i = 0; i <= 128; i++) {
      assertThat(lightness(map, i / 256.0))
          .isCloseTo(lightness(map, 1 - i / 256.0), within(2 * ROUNDING));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatLiesOutsideTakesTheEndsAndNothingTakesNoColour(ColourMap map) {
    assertThat(map.argb(-3)).isEqualTo(map.argb(0));
    assertThat(map.argb(7)).isEqualTo(map.argb(1));
    assertThat(map.argb(0.3) >>> 24).isEqualTo(0xFF);
    assertThat(map.argb(Double.NaN)).isZero();
    assertThat(ColourMap.of(map.name())).contains(map);
  }

  @Test
  void oklabGoesThereAndBack() {
    assertThat(List.of(0x000000, 0xFFFFFF, 0x123456, 0xFF0000, 0x00FF80))
        .allSatisfy(rgb -> assertThat(Oklab.of(rgb).argb()).isEqualTo(0xFF000000 | rgb));
    assertThat(Oklab.of(0xFFFFFF).lightness()).isCloseTo(1, within(1e-6));
  }

  private static Stream<ColourMap> all() {
    return ColourMap.all().stream();
  }

  private static Stream<ColourMap> sequential() {
    return all().filter(map -> !map.isDiverging());
  }

  private static double step(ColourMap map, int i) {
    return Oklab.of(map.argb(i / 32.0)).distance(Oklab.of(map.argb((i + 1) / 32.0)));
  }

  private static double lightness(ColourMap map, double fraction) {
    return Oklab.of(map.argb(fraction)).lightness();
  }
}
