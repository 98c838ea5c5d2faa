package org.efficientvit.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.detect.Anchors;
import org.efficientvit.core.detect.DetectionLoss;
import org.efficientvit.core.detect.GroundTruth;
import org.efficientvit.core.detect.RenderedScenes;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.image.DetectionPreprocessing;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.RetinaNet;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.objects.scene.Split;
import org.efficientvit.core.ops.torch.AdamW;
import org.efficientvit.core.ops.torch.TorchNetwork.Layout;
import org.efficientvit.core.ops.torch.TorchTraining;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetectionTrainerTest {

  private static final int SIDE = 96;
  private static final DetectionModel START =
      StartDetector.from(
          Model.random(Variant.M0.config().withImageSize(224), 1),
          ObjectKind.labels(),
          DetectionPreprocessing.imageNet(SIDE, SIDE),
          0);

  @TempDir private Path folder;

  private TrainedDetector train(String file, int epochs, DetectionListener listener) {
    DetectionPlan plan = new DetectionPlan(epochs, 4, 1e-3, 0, 0.01, 5, 0);
    return new DetectionTrainer(
            plan,
            RenderedScenes.training(0, 8, SIDE),
            RenderedScenes.ofSeveral(Split.VALIDATION, 0, 3, SIDE),
            folder.resolve(file),
            1)
        .train(START, listener);
  }

  @Test
  void theLossFallsAndAStoppedTrainingGoesOnToTheSameEnd() {
    TrainedDetector whole = train("whole", 3, new DetectionListener() {});
    assertThat(whole.results()).hasSize(3);
    assertThat(whole.results().get(2).trainingLoss())
        .isLessThan(whole.results().get(0).trainingLoss());

    List<DetectionEpoch> seen = new ArrayList<>();
    train(
        "stopped",
        3,
        new DetectionListener() {
          @Override
          public void finished(DetectionEpoch epoch) {
            seen.add(epoch);
          }

          @Override
          public boolean isStopped() {
            return seen.size() == 2;
          }
        });
    assertThat(seen).hasSize(2);
    TrainedDetector resumed = train("stopped", 3, new DetectionListener() {});

    whole
        .model()
        .weights()
        .forEach(
            (name, tensor) ->
                assertThat(resumed.model().weights().get(name).values())
                    .as(name)
                    .containsExactly(tensor.values(), within(1e-6f)));
  }

  @Test
  void otherSettingsDoNotGoOnWithATraining() {
    train("kept", 1, new DetectionListener() {});

    assertThatThrownBy(() -> train("kept", 2, new DetectionListener() {}))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("epochs 1 instead of 2");
  }

  @Test
  void aNewHeadSaysThatNearlyNothingIsThere() {
    assertThat(START.weights().get("bbox_head.retina_cls.bias").values())
        .containsOnly((float) -Math.log(99));
    assertThat(START.weights().get("bbox_head.retina_reg.bias").values()).containsOnly(0);
  }

  /** Through the pyramid and the shared head to the backbone, in both layouts. */
  @ParameterizedTest
  @EnumSource(Layout.class)
  void aStepAgainstTheGradientLowersTheLossAsMuchAsTheGradientSays(Layout layout) {
    RetinaNet network = START.network(SIDE, SIDE);
    Tensor images = SeededWeights.uniform("images", Shape.of(2, 3, SIDE, SIDE), 1);
    DetectionLoss loss =
        new DetectionLoss(
            Anchors.of(SIDE, SIDE),
            List.of(
                List.of(GroundTruth.of(2, new Box(10, 10, 50, 60))),
                List.of(GroundTruth.of(5, new Box(30, 40, 40, 30)))));
    for (String name :
        List.of(
            "neck.extra_trans_convs.0.conv.weight",
            "neck.extra_trans_convs.0.conv.bias",
            "neck.lateral_convs.2.conv.weight",
            "neck.fpn_convs.2.conv.weight",
            "bbox_head.cls_convs.0.conv.weight",
            "backbone.blocks3.0.0.m.c.weight")) {
      float step = 2e-3f;
      Tensor before = START.weights().get(name);
      // Without momentum AdamW's first step moves each number by the rate against its gradient.
      Map<String, Tensor> moved = new HashMap<>(START.weights());
      moved.put(name, after(network, images, loss, layout, name, step));
      double gain =
          loss(network, START.weights(), images, loss, layout)
              - loss(network, moved, images, loss, layout);

      assertThat(before.shape()).isEqualTo(moved.get(name).shape());
      assertThat(gain).as(name).isPositive();
    }
  }

  private static Tensor after(
      RetinaNet network,
      Tensor images,
      DetectionLoss loss,
      Layout layout,
      String name,
      float step) {
    try (TorchTraining training = training(network, START.weights(), layout, name)) {
      training.step(images, loss, AdamW.of(0, Set.of(), 1e9), step);
      return training.state().weights().get(name);
    }
  }

  private static double loss(
      RetinaNet network,
      Map<String, Tensor> weights,
      Tensor images,
      DetectionLoss loss,
      Layout layout) {
    try (TorchTraining training = training(network, weights, layout, "")) {
      return training.step(images, loss, AdamW.of(0, Set.of(), 1e9), 0);
    }
  }

  /** With one parameter that is learned, so that normalisation is as at inference. */
  private static TorchTraining training(
      RetinaNet network, Map<String, Tensor> weights, Layout layout, String learned) {
    String one = learned.isEmpty() ? "neck.fpn_convs.0.conv.bias" : learned;
    return new TorchTraining(
        network::forward,
        Blueprint.of(network, 1, false).operations(),
        TorchTraining.State.of(weights),
        parameter -> parameter.name().equals(one),
        layout,
        1);
  }
}
