package org.efficientvit.core.objects.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlurTest {

  private static final int SIZE = 32;

  @Test
  void aPlainPictureStaysAsItIs() {
    for (int radius = 0; radius < 16; radius++) {
      int[] pixels = new int[SIZE * SIZE];
      Arrays.fill(pixels, 0xFFFE8001);

      Blur.soften(pixels, SIZE, radius);

      assertThat(Arrays.stream(pixels).distinct()).containsExactly(0xFFFE8001);
    }
  }

  @Test
  void aPointSpreadsEvenlyAndInItsOwnChannelAlone() {
    int[] pixels = new int[SIZE * SIZE];
    Arrays.fill(pixels, 0xFF000000);
    pixels[16 * SIZE + 16] = 0xFF00FF00;

    Blur.soften(pixels, SIZE, 1);

    for (int d = 0; d <= 3; d++) {
      assertThat(pixels[16 * SIZE + 16 + d]).isEqualTo(pixels[16 * SIZE + 16 - d]);
      assertThat(pixels[(16 + d) * SIZE + 16]).isEqualTo(pixels[(16 - d) * SIZE + 16]);
    }
    // Two passes of a third each: 3/9 in each direction.
    assertThat(pixels[16 * SIZE + 16] >> 8 & 0xFF).isBetween(26, 30);
    assertThat(Arrays.stream(pixels).map(pixel -> pixel & 0xFFFF00FF).distinct())
        .containsExactly(0xFF000000);
    assertThat(pixels[16 * SIZE + 19]).isEqualTo(0xFF000000);
  }
}
