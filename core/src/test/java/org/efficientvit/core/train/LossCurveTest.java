package org.efficientvit.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.efficientvit.core.train.LossCurve.Point;
import org.junit.jupiter.api.Test;

class LossCurveTest {

  @Test
  void ofFewStepsEachIsAPoint() {
    LossCurve curve = new LossCurve(2);
    curve.add(step(0, 0, 2, 3));
    curve.add(step(0, 1, 2, 2));
    curve.add(step(1, 0, 2, 1));

    assertThat(curve.points())
        .containsExactly(new Point(0.5, 3), new Point(1, 2), new Point(1.5, 1));
  }

  @Test
  void ofManyStepsAPointIsTheMeanOfSome() {
    LossCurve curve = new LossCurve(1);
    int steps = 3 * LossCurve.MOST;
    for (int step = 0; step < steps; step++) {
      curve.add(step(0, step, steps, step % 3));
    }

    assertThat(curve.points()).hasSize(LossCurve.MOST).allMatch(point -> point.loss() == 1);
    assertThat(curve.points().get(LossCurve.MOST - 1).epoch()).isEqualTo(1);
  }

  @Test
  void ofManyEpochsAPointMayBeOne() {
    LossCurve curve = new LossCurve(300);
    for (int step = 0; step < 3; step++) {
      curve.add(step(0, step, 3, step));
    }

    assertThat(curve.points()).containsExactly(new Point(1, 1));
  }

  private static StepResult step(int epoch, int step, int steps, double loss) {
    return new StepResult(epoch, step, steps, 4, loss, loss, 0.5);
  }
}
