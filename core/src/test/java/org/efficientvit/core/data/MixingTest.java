package org.efficientvit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixingTest {

  private static final int[] LABELS = {0, 2, 1};

  @Test
  void withoutMixingTargetsAreOneClassAndPicturesAsTheyAre() {
    Batch batch = Mixing.none().apply(images(), LABELS, 4, new SplittableRandom(1));

    assertThat(batch.images().values()).isEqualTo(images().values());
    assertThat(batch.targets().shape()).isEqualTo(Shape.of(3, 4));
    assertThat(batch.targets().values()).containsExactly(1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0);
  }

  @Test
  void smoothingGivesEveryClassItsShare() {
    Batch batch = new Mixing(0, 0.1).apply(images(), LABELS, 4, new SplittableRandom(1));

    assertThat(batch.targets().get(1).values())
        .containsExactly(new float[] {0.025f, 0.025f, 0.925f, 0.025f}, within(1e-6f));
  }

  @Test
  void mixupMixesEachPictureWithItsCounterpartAndSoTheirTargets() {
    Batch batch = new Mixing(0.8, 0.1).apply(images(), LABELS, 4, new SplittableRandom(5));

    float lambda = (float) BetaDistribution.symmetric(0.8, new SplittableRandom(5));
    assertThat(lambda).isBetween(0.01f, 0.99f);
    float other = 1 - lambda;
    assertThat(batch.images().values())
        .containsExactly(
            new float[] {
              lambda * 1 + other * 5,
              lambda * 2 + other * 6,
              3,
              4,
              lambda * 5 + other * 1,
              lambda * 6 + other * 2
            },
            within(1e-6f));
    assertThat(batch.targets().get(0).values())
        .containsExactly(
            new float[] {0.025f + 0.9f * lambda, 0.025f + 0.9f * other, 0.025f, 0.025f},
            within(1e-6f));
    assertThat(batch.targets().get(1).values())
        .containsExactly(new float[] {0.025f, 0.025f, 0.925f, 0.025f}, within(1e-6f));
    assertThat(batch.targets().get(2).values())
        .containsExactly(
            new float[] {0.025f + 0.9f * other, 0.025f + 0.9f * lambda, 0.025f, 0.025f},
            within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.2, 0.8, 1, 4})
  void betaHasItsMomentsAndStaysInRange(double alpha) {
    SplittableRandom random = new SplittableRandom(11);
    int draws = 200_000;
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    for (int i = 0; i < draws; i++) {
      double draw = BetaDistribution.symmetric(alpha, random);
      assertThat(draw >= 0 && draw <= 1).isTrue();
      sum += draw;
      squares += Math.pow(draw - 0.5, 2);
      fourths += Math.pow(draw - 0.5, 4);
    }

    double variance = 1 / (4 * (2 * alpha + 1));
    double fourth = 3 / (16 * (2 * alpha + 1) * (2 * alpha + 3));
    assertThat(sum / draws).isCloseTo(0.5, within(5 * Math.sqrt(variance / draws)));
    assertThat(squares / draws)
        .isCloseTo(variance, within(5 * Math.sqrt((fourth - variance * variance) / draws) + 1e-6));
    assertThat(fourths / draws).isCloseTo(fourth, within(0.02 * fourth));
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Mixing(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Mixing(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Mixing(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Tensor images() {
    return new Tensor(Shape.of(3, 1, 1, 2), new float[] {1, 2, 3, 4, 5, 6});
  }
}
