package org.efficientvit.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

  @ParameterizedTest
  @CsvSource({"31, 17", "97, 120", "64, 20", "31, 48", "64, 48"})
  void aPartIsCutFromTheWhole(int width, int height) {
    Picture picture = Fixtures.noise(64, 48, 3);
    Picture whole = Resampler.bicubic(picture, width, height);

    Picture part = Resampler.bicubic(picture, width, height, 5, 3, 20, 11);

    for (int y = 0; y < 11; y++) {
      for (int x = 0; x < 20; x++) {
        assertThat(part.rgb(x, y)).isEqualTo(whole.rgb(x + 5, y + 3));
      }
    }
  }

  @Test
  void theSameSizeIsTheSamePicture() {
    Picture picture = Fixtures.noise(13, 9, 4);

    assertThat(Resampler.bicubic(picture, 13, 9).rgb()).isEqualTo(picture.rgb());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 300", "1000, 3"})
  void onePlainColorStaysThatColor(int width, int height) {
    byte[] rgb = new byte[3 * 40 * 30];
    Arrays.fill(rgb, (byte) 200);

    Picture resized = Resampler.bicubic(new Picture("plain", 40, 30, rgb), width, height);

    assertThat(resized.rgb()).containsOnly((byte) 200);
  }

  @Test
  void overshootIsClippedNotWrapped() {
    byte[] rgb = new byte[3 * 8 * 8];
    Arrays.fill(rgb, rgb.length / 2, rgb.length, (byte) 255);

    Picture resized = Resampler.bicubic(new Picture("edge", 8, 8, rgb), 8, 64);

    for (int y = 1; y < 64; y++) {
      assertThat(resized.rgb(0, y) & 0xFF).isBetween(0, 255);
      if (y < 24) {
        assertThat(resized.rgb(0, y) & 0xFF).isLessThan(5);
      } else if (y > 40) {
        assertThat(resized.rgb(0, y) & 0xFF).isGreaterThan(250);
      }
    }
  }

  @Test
  void aPartOutsideTheWholeIsRefused() {
    Picture picture = Fixtures.noise(8, 8, 1);

    assertThatThrownBy(() -> Resampler.bicubic(picture, 4, 4, 1, 0, 4, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Resampler.bicubic(picture, 0, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
