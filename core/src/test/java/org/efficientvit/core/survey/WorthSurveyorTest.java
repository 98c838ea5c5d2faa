package org.efficientvit.core.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.network.Intervention.Kind;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.Trace;
import org.junit.jupiter.api.Test;

class WorthSurveyorTest {

  private static final Intervention FIRST = new Intervention(Kind.SILENCE, "blocks1.0", 0);
  private static final Intervention SECOND = new Intervention(Kind.SILENCE, "blocks1.0", 1);

  /** A pass that finds the first class so many times as likely as the second. */
  private static Trace times(double ratio) {
    float[] logits = {(float) Math.log(ratio), 0};
    return new Trace(
        "tiny", new Tensor(Shape.of(2), logits), Map.of(), Map.of(), Map.of(), List.of(), 1);
  }

  @Test
  void aHeadWithoutWhichAnAnswerTurnsWrongWasOfUse() {
    WorthSurveyor surveyor = new WorthSurveyor(List.of(FIRST, SECOND));
    surveyor.add(0, times(3), List.of(times(1.0 / 3), times(4)));
    surveyor.add(0, times(3), List.of(times(3), times(3)));

    WorthSurvey survey = surveyor.survey();

    assertThat(survey.images()).isEqualTo(2);
    assertThat(survey.top1().value()).isEqualTo(1);
    HeadWorth first = survey.heads().get(0);
    assertThat(first.intervention()).isEqualTo(FIRST);
    assertThat(first.top1().value()).isEqualTo(-0.5);
    assertThat(first.top1().low()).isEqualTo(-1);
    assertThat(first.top1().high()).isZero();
    assertThat(first.predictions().value()).isEqualTo(0.5);
    assertThat(first.probability().value()).isCloseTo(-0.25, within(1e-6));
    assertThat(first.logit().value()).isCloseTo(-Math.log(9) / 2, within(1e-6));
    HeadWorth second = survey.heads().get(1);
    assertThat(second.top1().value()).isZero();
    assertThat(second.predictions().value()).isZero();
    assertThat(second.probability().value()).isCloseTo(0.025, within(1e-6));
  }

  @Test
  void aHeadWithoutWhichAnAnswerTurnsRightDidHarm() {
    WorthSurveyor surveyor = new WorthSurveyor(List.of(FIRST));
    surveyor.add(1, times(3), List.of(times(0.5)));

    assertThat(surveyor.survey().top1().value()).isZero();
    assertThat(surveyor.survey().heads().get(0).top1().value()).isEqualTo(1);
  }

  @Test
  void everyInterventionNeedsAPassAndASurveyAPicture() {
    WorthSurveyor surveyor = new WorthSurveyor(List.of(FIRST, SECOND));

    assertThatIllegalStateException().isThrownBy(surveyor::survey);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> surveyor.add(0, times(3), List.of(times(3))));
  }
}
