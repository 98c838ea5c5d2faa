package org.efficientvit.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

  private static final ConfusionMatrix MATRIX = matrix();

  private static ConfusionMatrix matrix() {
    ConfusionMatrix.Builder builder = new ConfusionMatrix.Builder(List.of("a", "b", "c"));
    builder.add(0, 0);
    builder.add(0, 0);
    builder.add(0, 1);
    builder.add(0, 2);
    builder.add(1, 1);
    ConfusionMatrix matrix = builder.build();
    builder.add(2, 2);
    return matrix;
  }

  @Test
  void rowsAreTrueAndColumnsPredicted() {
    assertThat(MATRIX.count(0, 1)).isEqualTo(1);
    assertThat(MATRIX.count(1, 0)).isZero();
    assertThat(MATRIX.share(0, 0)).isEqualTo(0.5);
    assertThat(MATRIX.share(0, 2)).isEqualTo(0.25);
    assertThat(MATRIX.share(2, 2)).isNaN();
  }

  @Test
  void sumsAreThoseOfWhatWasCountedBeforeItWasBuilt() {
    assertThat(MATRIX.images()).isEqualTo(5);
    assertThat(MATRIX.images(0)).isEqualTo(4);
    assertThat(MATRIX.images(2)).isZero();
    assertThat(MATRIX.correct()).isEqualTo(3);
  }

  @Test
  void mistakesComeMostFrequentFirstThenByTheirShareOfTheClass() {
    ConfusionMatrix.Builder builder = new ConfusionMatrix.Builder(List.of("a", "b", "c"));
    add(builder, 0, 0, 10);
    add(builder, 0, 1, 2);
    add(builder, 1, 1, 1);
    add(builder, 1, 2, 2);
    add(builder, 2, 0, 3);
    add(builder, 1, 0, 2);

    assertThat(builder.build().mistakes())
        .containsExactly(
            new ConfusionMatrix.Pair(2, 0, 3, 1),
            new ConfusionMatrix.Pair(1, 0, 2, 0.4),
            new ConfusionMatrix.Pair(1, 2, 2, 0.4),
            new ConfusionMatrix.Pair(0, 1, 2, 2 / 12.0));
  }

  private static void add(ConfusionMatrix.Builder builder, int label, int predicted, int images) {
    for (int i = 0; i < images; i++) {
      builder.add(label, predicted);
    }
  }
}
