package org.efficientvit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColourJitterTest {

  private static final float[] TWO_PIXELS = {0.2f, 0.8f, 0.4f, 0.1f, 0.6f, 0.3f};

  /** Grey of the first and second pixel. */
  private static final double GREY_1 = 0.2989 * 0.2 + 0.587 * 0.4 + 0.114 * 0.6;

  private static final double GREY_2 = 0.2989 * 0.8 + 0.587 * 0.1 + 0.114 * 0.3;

  @Test
  void noJitterChangesNothing() {
    assertThat(jittered(ColourJitter.none(), random(0.9))).isEqualTo(TWO_PIXELS);
  }

  @Test
  void brightnessScalesAndClips() {
    // 0.9 of the way from 0.5 to 1.5 is 1.4.
    assertThat(jittered(new ColourJitter(0.5, 0, 0), random(0.9)))
        .containsExactly(new float[] {0.28f, 1, 0.56f, 0.14f, 0.84f, 0.42f}, within(1e-6f));
  }

  @Test
  void contrastMovesLevelsFromTheMeanGrey() {
    double mean = (GREY_1 + GREY_2) / 2;
    float[] expected = new float[6];
    for (int i = 0; i < 6; i++) {
      expected[i] = (float) (0.7 * TWO_PIXELS[i] + 0.3 * mean);
    }

    assertThat(jittered(new ColourJitter(0, 0.5, 0), random(0.2)))
        .containsExactly(expected, within(1e-6f));
  }

  @Test
  void saturationMovesLevelsFromThePixelsGrey() {
    float[] expected = new float[6];
    for (int i = 0; i < 6; i++) {
      expected[i] = (float) (0.7 * TWO_PIXELS[i] + 0.3 * (i % 2 == 0 ? GREY_1 : GREY_2));
    }

    assertThat(jittered(new ColourJitter(0, 0, 0.5), random(0.2)))
        .containsExactly(expected, within(1e-6f));
  }

  @Test
  void levelsStayLevels() {
    RandomGenerator random = new SplittableRandom(3);
    for (int i = 0; i < 500; i++) {
      for (float level : jittered(new ColourJitter(1, 3, 3), random)) {
        assertThat(level).isBetween(0f, 1f);
      }
    }
  }

  @Test
  void theOrderOfTheChangesIsRandom() {
    RandomGenerator random = new SplittableRandom(3);
    int[] firsts = new int[3];
    for (int i = 0; i < 600; i++) {
      firsts[Randomness.permutation(3, random)[0]]++;
    }

    assertThat(IntStream.of(firsts).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(150, 250));
  }

  private static float[] jittered(ColourJitter jitter, RandomGenerator random) {
    float[] padded = new float[8];
    System.arraycopy(TWO_PIXELS, 0, padded, 1, 6);
    jitter.apply(padded, 1, 2, random);
    assertThat(padded[0]).isZero();
    assertThat(padded[7]).isZero();
    float[] levels = new float[6];
    System.arraycopy(padded, 1, levels, 0, 6);
    return levels;
  }

  /** Draws this share of a range each time. */
  private static RandomGenerator random(double share) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return 0;
      }

      @Override
      public double nextDouble() {
        return share;
      }
    };
  }
}
