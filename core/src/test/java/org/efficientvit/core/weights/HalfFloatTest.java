package org.efficientvit.core.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatTest {

  @ParameterizedTest
  @CsvSource({
    "0x0000, 0",
    "0x8000, -0.0",
    "0x0001, 0x1p-24",
    "0x03FF, 0x3FFp-24",
    "0x0400, 0x1p-14",
    "0x3C00, 1",
    "0xC000, -2",
    "0x3555, 0x555p-12",
    "0x7BFF, 65504",
    "0x7C00, Infinity",
    "0xFC00, -Infinity"
  })
  void knownHalvesHaveTheirValue(String bits, float value) {
    short half = (short) Integer.decode(bits).intValue();

    assertThat(HalfFloat.toFloat(half)).isEqualTo(value);
    assertThat(HalfFloat.fromFloat(value)).isEqualTo(half);
  }

  @Test
  void everyHalfComesBack() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      float value = HalfFloat.toFloat((short) bits);
      short back = HalfFloat.fromFloat(value);
      if (Float.isNaN(value)) {
        assertThat(HalfFloat.toFloat(back)).isNaN();
      } else {
        assertThat(back).isEqualTo((short) bits);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "65519.996, 65504",
    "65520, Infinity",
    "-65520, -Infinity",
    "0x1p-25, 0",
    "0x1.000002p-25, 0x1p-24",
    "0x3p-25, 0x2p-24",
    "0x7FFp-25, 0x1p-14",
    "0x1.002p0, 1",
    "0x1.006p0, 0x1.008p0"
  })
  void tiesGoToEven(float value, float expected) {
    assertThat(HalfFloat.toFloat(HalfFloat.fromFloat(value))).isEqualTo(expected);
  }

  @Test
  void noOtherHalfIsNearer() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 200_000; i++) {
      float value = Float.intBitsToFloat(0x33000000 + random.nextInt(0x477FE000 - 0x33000000));
      int half = HalfFloat.fromFloat(value);
      double error = Math.abs((double) HalfFloat.toFloat((short) half) - value);
      double below = Math.abs((double) HalfFloat.toFloat((short) Math.max(0, half - 1)) - value);
      double above = Math.abs((double) HalfFloat.toFloat((short) (half + 1)) - value);

      assertThat(error).isLessThanOrEqualTo(Math.min(below, above));
    }
  }
}
