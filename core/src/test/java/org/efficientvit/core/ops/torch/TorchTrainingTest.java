package org.efficientvit.core.ops.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.efficientvit.core.ResidentMemory;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Parameter;
import org.efficientvit.core.ops.TinyNetworks;
import org.efficientvit.core.ops.torch.TorchNetwork.Layout;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TorchTrainingTest {

  private static final int BATCH = 8;
  private static final int CLASSES = 3;
  private static final EfficientViT NETWORK = TinyNetworks.efficientViT(CLASSES);
  private static final List<Operation> OPERATIONS = Blueprint.of(NETWORK, 1, false).operations();
  private static final Map<String, Tensor> WEIGHTS = SeededWeights.of(NETWORK, 3);
  private static final Tensor IMAGES =
      SeededWeights.uniform("images", Shape.of(BATCH, 3, 128, 128), 1);
  private static final Tensor TARGETS = targets(0.1f);

  /** How far a parameter is moved, all its numbers together, to find the loss's slope. */
  private static final double EPSILON = 2e-4;

  @Test
  void theGradientOfEachParameterIsTheSlopeOfTheLoss() {
    Map<String, Tensor> gradients;
    try (TorchTraining training = training(Layout.CHANNELS_LAST, WEIGHTS)) {
      gradients = training.gradients(IMAGES, TARGETS);
    }

    assertThat(gradients.keySet())
        .containsExactlyElementsOf(
            Blueprint.of(NETWORK, 1, false).parameters().stream()
                .filter(Parameter::isLearned)
                .map(Parameter::name)
                .toList());
    gradients.forEach(
        (name, gradient) -> {
          double slope = slopeAlong(name, gradient);
          double expected = norm(gradient);
          assertThat(slope).as(name).isCloseTo(expected, within(0.06 * expected + 4e-3));
        });
  }

  /** (loss(w + εd) − loss(w − εd)) / 2ε along the gradient's direction d: the gradient's norm. */
  private static double slopeAlong(String name, Tensor gradient) {
    double scale = EPSILON / Math.max(norm(gradient), 1e-12);
    double above = loss(moved(name, gradient, scale));
    double below = loss(moved(name, gradient, -scale));
    return (above - below) / (2 * EPSILON);
  }

  private static Tensor requireWeight(String name) {
    Tensor weight = WEIGHTS.get(name);
    assertThat(weight).as(name).isNotNull();
    return weight;
  }

  private static Map<String, Tensor> moved(String name, Tensor direction, double scale) {
    float[] values = requireWeight(name).values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (scale * direction.values()[i]);
    }
    Map<String, Tensor> weights = new HashMap<>(WEIGHTS);
    weights.put(name, new Tensor(direction.shape(), values));
    return weights;
  }

  private static double loss(Map<String, Tensor> weights) {
    try (TorchTraining training = training(Layout.CHANNELS_LAST, weights)) {
      return training.step(IMAGES, TARGETS, settings(0, 1e9), 0).loss();
    }
  }

  @Test
  void bothLayoutsHaveTheSameGradients() {
    try (TorchTraining last = training(Layout.CHANNELS_LAST, WEIGHTS);
        TorchTraining first = training(Layout.CHANNELS_FIRST, WEIGHTS)) {
      Map<String, Tensor> expected = first.gradients(IMAGES, TARGETS);
      last.gradients(IMAGES, TARGETS)
          .forEach(
              (name, gradient) -> {
                Tensor other = expected.get(name);
                assertThat(distance(gradient, other))
                    .as(name)
                    .isLessThan(2e-4 * norm(other) + 1e-6);
              });
    }
  }

  @Test
  void threeStepsOfAdamWAreThoseOfItsDefinition() {
    String name = "head.l.weight";
    String undecayed = "head.l.bias";
    AdamW settings = settings(0.05, 0.5);
    Reference weight = new Reference(requireWeight(name), 0.05);
    Reference bias = new Reference(requireWeight(undecayed), 0);
    try (TorchTraining training = training(Layout.CHANNELS_LAST, WEIGHTS)) {
      for (int step = 1; step <= 3; step++) {
        Map<String, Tensor> gradients = training.gradients(IMAGES, TARGETS);
        double all =
            Math.sqrt(gradients.values().stream().mapToDouble(g -> Math.pow(norm(g), 2)).sum());
        assertThat(all).as("the gradients are clipped").isGreaterThan(0.5);
        double clip = 0.5 / (all + 1e-6);
        training.step(IMAGES, TARGETS, settings, 0.01);
        weight.move(gradients.get(name), clip, step, 0.01);
        bias.move(gradients.get(undecayed), clip, step, 0.01);
      }

      Map<String, Tensor> moved = training.state().weights();
      assertThat(moved.get(name).values()).containsExactly(weight.values, within(2e-6f));
      assertThat(moved.get(undecayed).values()).containsExactly(bias.values, within(2e-6f));
      assertThat(training.state().steps()).isEqualTo(3);
    }
  }

  /** Algorithm 2 of arXiv 1711.05101 in double precision. */
  private static final class Reference {

    private final double decay;
    private final float[] values;
    private final double[] mean;
    private final double[] variance;

    Reference(Tensor start, double decay) {
      this.decay = decay;
      this.values = start.values().clone();
      this.mean = new double[values.length];
      this.variance = new double[values.length];
    }

    void move(Tensor gradient, double clip, int step, double rate) {
      for (int i = 0; i < values.length; i++) {
        double g = gradient.values()[i] * clip;
        mean[i] = 0.9 * mean[i] + 0.1 * g;
        variance[i] = 0.999 * variance[i] + 0.001 * g * g;
        double m = mean[i] / (1 - Math.pow(0.9, step));
        double v = variance[i] / (1 - Math.pow(0.999, step));
        values[i] = (float) (values[i] * (1 - rate * decay) - rate * m / (Math.sqrt(v) + 1e-8));
      }
    }
  }

  @Test
  void runningStatisticsMoveATenthOfTheWayToTheBatch() {
    String mean = "head.bn.running_mean";
    try (TorchTraining training = training(Layout.CHANNELS_LAST, WEIGHTS)) {
      training.gradients(IMAGES, TARGETS);
      float[] once = training.state().weights().get(mean).values();
      training.gradients(IMAGES, TARGETS);
      float[] twice = training.state().weights().get(mean).values();

      float[] before = requireWeight(mean).values();
      for (int i = 0; i < before.length; i++) {
        float batch = before[i] + 10 * (once[i] - before[i]);
        assertThat(twice[i]).isCloseTo(once[i] + 0.1f * (batch - once[i]), within(1e-5f));
      }
      assertThat(once).isNotEqualTo(before);
    }
  }

  @Test
  void aFrozenParameterStaysAndTheOthersMove() {
    try (TorchTraining training =
        new TorchTraining(
            NETWORK::forward,
            OPERATIONS,
            TorchTraining.State.of(WEIGHTS),
            parameter -> parameter.name().startsWith("head."),
            Layout.CHANNELS_LAST,
            1)) {
      training.step(IMAGES, TARGETS, settings(0.05, 1), 0.01);

      Map<String, Tensor> weights = training.state().weights();
      assertThat(weights.get("head.l.weight").values())
          .isNotEqualTo(requireWeight("head.l.weight").values());
      String frozen = "patch_embed.0.c.weight";
      assertThat(weights.get(frozen).values()).isEqualTo(requireWeight(frozen).values());
    }
  }

  @Test
  void aTrainingLearnsItsBatchByHeart() {
    try (TorchTraining training = training(Layout.CHANNELS_LAST, WEIGHTS)) {
      Tensor sharp = targets(0);
      TorchTraining.Step first = training.step(IMAGES, sharp, settings(0, 5), 0.003);
      TorchTraining.Step last = first;
      for (int i = 0; i < 40; i++) {
        last = training.step(IMAGES, sharp, settings(0, 5), 0.003);
      }

      assertThat(last.loss()).isLessThan(0.2 * first.loss());
      assertThat(last.correct()).isEqualTo(BATCH);
    }
  }

  @Test
  void aStateGoesOnToTheSameWeights() {
    try (TorchTraining whole = training(Layout.CHANNELS_LAST, WEIGHTS)) {
      whole.step(IMAGES, TARGETS, settings(0.05, 1), 0.01);
      TorchTraining.State half = whole.state();
      whole.step(IMAGES, TARGETS, settings(0.05, 1), 0.01);
      try (TorchTraining resumed =
          new TorchTraining(
              NETWORK::forward, OPERATIONS, half, p -> true, Layout.CHANNELS_LAST, 1)) {
        resumed.step(IMAGES, TARGETS, settings(0.05, 1), 0.01);

        Map<String, Tensor> expected = whole.state().weights();
        resumed
            .state()
            .weights()
            .forEach(
                (name, tensor) ->
                    assertThat(tensor.values()).as(name).isEqualTo(expected.get(name).values()));
      }
    }
  }

  /** If one array of 16 KB stays behind in each step, a round grows by 8 MB. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void residentMemoryStaysFlatOverTwoThousandSteps() throws IOException {
    Tensor images = SeededWeights.uniform("few", Shape.of(2, 3, 128, 128), 1);
    Tensor targets = new Tensor(Shape.of(2, CLASSES), new float[] {1, 0, 0, 0, 1, 0});
    try (TorchTraining training = training(Layout.CHANNELS_LAST, WEIGHTS)) {
      long growth =
          ResidentMemory.leastGrowth(
              4,
              () -> {
                for (int i = 0; i < 500; i++) {
                  training.step(images, targets, settings(0, 1), 1e-4);
                }
              });

      assertThat(growth).isLessThanOrEqualTo(2);
    }
  }

  private static TorchTraining training(Layout layout, Map<String, Tensor> weights) {
    return new TorchTraining(
        NETWORK::forward, OPERATIONS, TorchTraining.State.of(weights), p -> true, layout, 1);
  }

  private static AdamW settings(double decay, double clip) {
    return AdamW.of(decay, Set.of("head.l.bias"), clip);
  }

  private static double norm(Tensor tensor) {
    double squares = 0;
    for (float value : tensor.values()) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  /** Picture i is of class i mod L, but for a share that all classes have alike. */
  private static Tensor targets(float smoothing) {
    float[] values = new float[BATCH * CLASSES];
    for (int i = 0; i < values.length; i++) {
      boolean own = i % CLASSES == i / CLASSES % CLASSES;
      values[i] = smoothing / CLASSES + (own ? 1 - smoothing : 0);
    }
    return new Tensor(Shape.of(BATCH, CLASSES), values);
  }

  private static double distance(Tensor first, Tensor second) {
    double squares = 0;
    for (int i = 0; i < first.elements(); i++) {
      squares += Math.pow((double) first.values()[i] - second.values()[i], 2);
    }
    return Math.sqrt(squares);
  }
}
