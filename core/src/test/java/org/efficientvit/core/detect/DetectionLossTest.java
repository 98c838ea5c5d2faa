package org.efficientvit.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.network.RetinaNet;
import org.efficientvit.core.ops.torch.Objective;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DetectionLossTest {

  private static final int CLASSES = 3;
  private static final Anchors GRID = Anchors.of(64, 64);
  private static final List<List<GroundTruth>> OBJECTS =
      List.of(
          List.of(
              GroundTruth.of(1, new Box(8, 10, 36, 30)),
              GroundTruth.of(2, new Box(30, 30, 30, 34))),
          List.of());

  private static Map<String, Tensor> answers(SplittableRandom random, double spread) {
    Map<String, Tensor> answers = new LinkedHashMap<>();
    for (Anchors.Level level : GRID.levels()) {
      answers.put(
          RetinaNet.classes(level.index()),
          tensor(random, spread, 9 * CLASSES, level.rows(), level.columns()));
      answers.put(
          RetinaNet.deltas(level.index()),
          tensor(random, spread, 9 * 4, level.rows(), level.columns()));
    }
    return answers;
  }

  private static Tensor tensor(
      SplittableRandom random, double spread, int channels, int rows, int columns) {
    float[] values = new float[2 * channels * rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (spread * (2 * random.nextDouble() - 1));
    }
    return new Tensor(Shape.of(2, channels, rows, columns), values);
  }

  @Test
  void gradientsAreTheSlopesOfTheLoss() {
    Map<String, Tensor> answers = answers(new SplittableRandom(1), 2);
    DetectionLoss loss = new DetectionLoss(GRID, OBJECTS);
    Objective.Judgement judgement = loss.judge(answers);
    SplittableRandom random = new SplittableRandom(2);
    int moving = 0;
    for (Map.Entry<String, Tensor> answer : answers.entrySet()) {
      float[] gradient = judgement.gradients().get(answer.getKey()).values();
      for (int trial = 0; trial < 60; trial++) {
        int place = random.nextInt(gradient.length);
        double slope =
            (moved(loss, answers, answer.getKey(), place, 1e-2f)
                    - moved(loss, answers, answer.getKey(), place, -1e-2f))
                / 2e-2;
        assertThat((double) gradient[place])
            .as("%s at %d", answer.getKey(), place)
            .isEqualTo(slope, within(2e-4 + 1e-2 * Math.abs(slope)));
        moving += gradient[place] != 0 ? 1 : 0;
      }
    }
    assertThat(moving).isGreaterThan(200);
  }

  private static double moved(
      DetectionLoss loss, Map<String, Tensor> answers, String name, int place, float by) {
    float[] values = answers.get(name).values().clone();
    values[place] += by;
    Map<String, Tensor> others = new HashMap<>(answers);
    others.put(name, new Tensor(answers.get(name).shape(), values));
    return loss.judge(others).loss();
  }

  /** Of each class of each anchor −0.75·p²·log(1 − p) at p = ½, for one anchor with an object. */
  @Test
  void emptyPicturesCostWhatTheFormulaSays() {
    Map<String, Tensor> zeros = answers(new SplittableRandom(1), 0);
    int anchors = GRID.all().size();

    double loss = new DetectionLoss(GRID, List.of(List.of(), List.of())).judge(zeros).loss();

    assertThat(loss)
        .isEqualTo(2 * anchors * CLASSES * 0.75 * 0.25 * Math.log(2), within(1e-6 * anchors));
  }

  @Test
  void rightAnswersCostNextToNothing() {
    Map<String, Tensor> answers = answers(new SplittableRandom(1), 0);
    List<Anchor> anchors = GRID.all();
    int[] assigned = AnchorAssignment.of(anchors, OBJECTS.get(0));
    for (Anchors.Level level : GRID.levels()) {
      float[] classes = answers.get(RetinaNet.classes(level.index())).values();
      java.util.Arrays.fill(classes, -20);
    }
    for (int i = 0; i < anchors.size(); i++) {
      if (assigned[i] >= 0) {
        answer(answers, anchors.get(i), OBJECTS.get(0).get(assigned[i]));
      }
    }

    assertThat(new DetectionLoss(GRID, OBJECTS).judge(answers).loss()).isLessThan(1e-5);
  }

  private static void answer(Map<String, Tensor> answers, Anchor anchor, GroundTruth object) {
    Anchors.Level level = GRID.levels().get(anchor.level());
    int cell = anchor.row() * level.columns() + anchor.column();
    answers.get(RetinaNet.classes(level.index()))
            .values()[(anchor.kind() * CLASSES + object.label()) * level.cells() + cell] =
        20;
    BoxDeltas deltas = BoxDeltas.between(anchor.box(), object.box());
    double[] numbers = {deltas.x(), deltas.y(), deltas.width(), deltas.height()};
    for (int i = 0; i < numbers.length; i++) {
      answers.get(RetinaNet.deltas(level.index()))
              .values()[(anchor.kind() * 4 + i) * level.cells() + cell] =
          (float) numbers[i];
    }
  }
}
