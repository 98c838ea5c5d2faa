package org.efficientvit.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.efficientvit.core.statistics.Interval;
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
  void anEvaluationFollowsFromIt() {
    Evaluation evaluation = new Evaluation(MATRIX, 4, 3.5, List.of());

    assertThat(evaluation.images()).isEqualTo(5);
    assertThat(evaluation.top1()).hasValue(0.6);
    assertThat(evaluation.top5()).hasValue(0.8);
    assertThat(evaluation.interval()).contains(Interval.wilson(3, 5));
    assertThat(evaluation.perClass())
        .containsExactly(
            new Evaluation.ClassResult("a", 4, OptionalDouble.of(0.5)),
            new Evaluation.ClassResult("b", 1, OptionalDouble.of(1)),
            new Evaluation.ClassResult("c", 0, OptionalDouble.empty()));
  }

  @Test
  void ofNoPicturesThereIsNoShare() {
    Evaluation none =
        new Evaluation(new ConfusionMatrix.Builder(List.of("a")).build(), 0, 0, List.of());

    assertThat(none.top1()).isEmpty();
    assertThat(none.top5()).isEmpty();
    assertThat(none.interval()).isEmpty();
  }
}
