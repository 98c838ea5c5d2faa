package org.efficientvit.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.efficientvit.core.statistics.Interval;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final List<String> LABELS = List.of("a", "b", "c");

  private static final List<Answer> ANSWERS =
      List.of(
          new Answer.Seen(0, 0, 0, 0, 0.9f, 0.125),
          new Answer.Seen(1, 0, 0, 0, 0.8f, 0.25),
          new Answer.Unreadable(2, "x.png", "x.png is empty."),
          new Answer.Seen(3, 0, 1, 4, 0.7f, 1),
          new Answer.Seen(4, 0, 2, 5, 0.6f, 2),
          new Answer.Seen(5, 1, 1, 0, 0.5f, 0.5));

  @Test
  void sharesFollowFromTheAnswers() {
    Evaluation evaluation = Evaluation.of(LABELS, ANSWERS);

    assertThat(evaluation.images()).isEqualTo(5);
    assertThat(evaluation.top1()).hasValue(0.6);
    assertThat(evaluation.top5()).hasValue(0.8);
    assertThat(evaluation.loss()).hasValue(3.875 / 5);
    assertThat(evaluation.interval()).contains(Interval.wilson(3, 5));
    assertThat(evaluation.calibration().images()).isEqualTo(5);
    assertThat(evaluation.calibration().confidence().orElseThrow()).isCloseTo(0.7, within(1e-7));
    assertThat(evaluation.confusion().count(0, 2)).isEqualTo(1);
    assertThat(evaluation.failed())
        .containsExactly(new Evaluation.Failure("x.png", "x.png is empty."));
  }

  @Test
  void eachClassStandsByItself() {
    assertThat(Evaluation.of(LABELS, ANSWERS).perClass())
        .containsExactly(
            new Evaluation.ClassResult(0, "a", 4, OptionalDouble.of(0.5), OptionalDouble.of(0.75)),
            new Evaluation.ClassResult(1, "b", 1, OptionalDouble.of(1), OptionalDouble.of(1)),
            new Evaluation.ClassResult(2, "c", 0, OptionalDouble.empty(), OptionalDouble.empty()));
  }

  @Test
  void inWhichOrderAndHowOftenTheyWereGivenChangesNothing() {
    List<Answer> many = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      int rank = random.nextInt(3);
      many.add(
          new Answer.Seen(i, i % 3, (i + rank) % 3, rank, random.nextFloat(), random.nextDouble()));
    }
    Evaluation inOrder = Evaluation.of(LABELS, many);
    List<Answer> others = new ArrayList<>(many);
    others.addAll(many.subList(20, 60));
    Collections.shuffle(others, random);

    Evaluation shuffled = Evaluation.of(LABELS, others);

    // To the last bit: sums are taken in the order of the pictures.
    assertThat(shuffled.summedLoss()).isEqualTo(inOrder.summedLoss());
    assertThat(shuffled.calibration()).isEqualTo(inOrder.calibration());
    assertThat(shuffled.perClass()).isEqualTo(inOrder.perClass());
    assertThat(shuffled.confusion().mistakes()).isEqualTo(inOrder.confusion().mistakes());
  }

  @Test
  void ofNoPicturesThereIsNoShare() {
    Evaluation none = Evaluation.of(LABELS, List.of());

    assertThat(none.top1()).isEmpty();
    assertThat(none.top5()).isEmpty();
    assertThat(none.loss()).isEmpty();
    assertThat(none.interval()).isEmpty();
    assertThat(none.calibration().expectedError()).isEmpty();
  }

  @Test
  void countsOfOtherClassesAreRefused() {
    Evaluation one = Evaluation.of(LABELS, ANSWERS);

    assertThatThrownBy(
            () -> new Evaluation(one.confusion(), List.of(1, 2), 1, one.calibration(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
