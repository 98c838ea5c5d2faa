package org.efficientvit.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.Augmentation;
import org.efficientvit.core.data.LabelledPicture;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.data.Mixing;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.ops.Folding;
import org.efficientvit.core.ops.TinyNetworks;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

  private static final EfficientViT NETWORK = TinyNetworks.efficientViT(3);
  private static final LabelledPictures COLOURS = new Colours();

  @TempDir private Path folder;

  @Test
  void aNetworkLearnsToTellColoursApart() {
    TrainingPlan plain =
        new TrainingPlan(16, 8, 0.005, 1, 0.025, 5, Augmentation.none(), Mixing.none(), false, 0);

    Trained trained = train("learn", plain, TrainingListener.NONE);

    EpochResult last = trained.results().get(15);
    assertThat(last.validationTop1()).isGreaterThan(0.9);
    assertThat(last.trainingLoss()).isLessThan(trained.results().get(0).trainingLoss());
    assertThat(last.validationLoss()).isBetween(0.0, 0.3);
    assertThat(last.imagesPerSecond()).isPositive();
  }

  @Test
  void aStoppedTrainingGoesOnToTheSameResult() {
    Trained whole = train("whole", plan(4), TrainingListener.NONE);
    List<EpochResult> finished = new ArrayList<>();
    TrainingListener stopsInTheThird =
        new TrainingListener() {
          @Override
          public void finished(EpochResult epoch) {
            finished.add(epoch);
          }

          @Override
          public boolean isStopped() {
            return finished.size() == 2;
          }
        };

    Trained half = train("halves", plan(4), stopsInTheThird);
    Trained resumed = train("halves", plan(4), TrainingListener.NONE);

    assertThat(half.results()).hasSize(2);
    assertThat(resumed.results()).hasSize(4);
    assertSame(resumed.model().weights(), whole.model().weights());
    assertThat(resumed.results().get(3).validationLoss())
        .isEqualTo(whole.results().get(3).validationLoss());
  }

  @Test
  void anotherSeedBeginsAndEndsElsewhere() {
    Trained one = train("one", plan(1), TrainingListener.NONE);
    Trained same = train("same", plan(1), TrainingListener.NONE);
    Trained other =
        new Trainer(plan(1), COLOURS, COLOURS, folder.resolve("other"), 1)
            .train(start(1), TrainingListener.NONE);

    assertSame(same.model().weights(), one.model().weights());
    String kernel = "patch_embed.0.c.weight";
    assertThat(values(other, kernel)).isNotEqualTo(values(one, kernel));
  }

  @Test
  void aFrozenBackboneStaysAsItWasWithItsStatistics() {
    TrainingPlan plan =
        new TrainingPlan(1, 8, 0.01, 0, 0.05, 1, Augmentation.none(), Mixing.none(), true, 0);
    Model start = start(0);

    Trained trained =
        new Trainer(plan, COLOURS, COLOURS, folder.resolve("frozen"), 1)
            .train(start, TrainingListener.NONE);

    trained
        .model()
        .weights()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith("head.")) {
                assertThat(tensor.values()).as(name).isNotEqualTo(values(start, name));
              } else {
                assertThat(tensor.values()).as(name).isEqualTo(values(start, name));
              }
            });
  }

  @Test
  void whatAFileKeepsIsToldWithoutItsNetwork() {
    assertThat(KeptTraining.find(folder.resolve("kept"))).isEmpty();
    Trained trained = train("kept", plan(2), TrainingListener.NONE);

    KeptTraining kept = KeptTraining.find(folder.resolve("kept")).orElseThrow();

    assertThat(kept.results()).isEqualTo(trained.results());
    assertThat(kept.settings()).containsEntry("epochs", "2").containsKey("network");
    assertThat(kept.differences(plan(2).settings())).isEmpty();
    assertThat(kept.differences(plan(3).settings())).containsExactly("epochs 2 instead of 3");
  }

  @Test
  void aTrainingIsNotGoneOnWithUnderOtherSettings() {
    train("begun", plan(1), TrainingListener.NONE);

    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> train("begun", plan(2), TrainingListener.NONE))
        .withMessage(
            "begun was begun with other settings (epochs 1 instead of 2); go on with those, or begin in another folder.");
  }

  @Test
  void aFileThatIsNoTrainingIsRefused() throws Exception {
    Files.writeString(folder.resolve("text"), "no training");

    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> train("text", plan(1), TrainingListener.NONE))
        .withMessageContaining("text");
  }

  @Test
  void aTrainingThatDivergesSaysSo() {
    TrainingPlan wild =
        new TrainingPlan(3, 8, 1e30, 0, 0, 1e30, Augmentation.none(), Mixing.none(), false, 0);

    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> train("wild", wild, TrainingListener.NONE))
        .withMessageStartingWith("The training diverged in epoch ")
        .withMessageContaining("--learning-rate");
  }

  @Test
  void weightsWithNormalisationFoldedCannotBeTrained() {
    Model start = start(0);
    Map<String, Tensor> weights =
        Folding.fold(Blueprint.of(NETWORK, 1, true).layers(), start.weights());
    Model folded =
        new Model(NETWORK, weights, start.labels(), start.preprocessing(), start.provenance());

    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(
            () ->
                new Trainer(plan(1), COLOURS, COLOURS, folder.resolve("folded"), 1)
                    .train(folded, TrainingListener.NONE))
        .withMessageContaining("normalisation folded");
  }

  @Test
  void theRateRisesInALineAndFallsAlongACosine() {
    Schedule schedule = new Schedule(1, 9, 110);

    assertThat(schedule.rate(0)).isCloseTo(0.1, within(1e-12));
    assertThat(schedule.rate(8)).isCloseTo(0.9, within(1e-12));
    assertThat(schedule.rate(9)).isCloseTo(1, within(1e-12));
    assertThat(schedule.rate(59)).isCloseTo(0.505, within(1e-12));
    assertThat(schedule.rate(109)).isCloseTo(0.01, within(1e-12));
  }

  @Test
  void aTrainingBeginsAsTheOfficialCodeDoes() {
    Map<String, Tensor> weights = InitialWeights.of(NETWORK, 5);

    assertThat(weights.get("blocks1.0.ffn0.m.pw2.bn.weight").values()).containsOnly(0);
    assertThat(weights.get("blocks1.0.dw0.m.bn.weight").values()).containsOnly(0);
    assertThat(weights.get("blocks2.0.0.m.bn.weight").values()).containsOnly(1);
    assertThat(weights.get("blocks1.0.mixer.m.attn.attention_biases").values()).containsOnly(0);
    float[] kernel = weights.get("patch_embed.2.c.weight").values();
    int fanIn = kernel.length / weights.get("patch_embed.2.c.weight").shape().dimension(0);
    double squares = 0;
    for (float value : kernel) {
      assertThat(Math.abs(value)).isLessThanOrEqualTo((float) (1 / Math.sqrt(fanIn)));
      squares += value * value;
    }
    assertThat(squares / kernel.length * 3 * fanIn).isBetween(0.5, 1.5);
  }

  private Trained train(String name, TrainingPlan plan, TrainingListener listener) {
    return new Trainer(plan, COLOURS, COLOURS, folder.resolve(name), 1).train(start(0), listener);
  }

  private static TrainingPlan plan(int epochs) {
    return new TrainingPlan(
        epochs,
        8,
        0.005,
        0.5,
        0.025,
        5,
        Augmentation.standard().withSmallestArea(0.5),
        new Mixing(0.2, 0.1),
        false,
        0);
  }

  private static Model start(long seed) {
    Model model = Model.random(NETWORK.config(), 0).withLabels(COLOURS.labels());
    return new Model(
        NETWORK,
        InitialWeights.of(NETWORK, seed),
        COLOURS.labels(),
        Preprocessing.imageNet(NETWORK.imageSize()),
        model.provenance());
  }

  private static float[] values(Trained trained, String name) {
    return values(trained.model(), name);
  }

  private static float[] values(Model model, String name) {
    Tensor tensor = model.weights().get(name);
    assertThat(tensor).as(name).isNotNull();
    return tensor.values();
  }

  private static void assertSame(Map<String, Tensor> actual, Map<String, Tensor> expected) {
    expected.forEach(
        (name, tensor) ->
            assertThat(actual.get(name).values()).as(name).isEqualTo(tensor.values()));
  }

  /** Pictures whose colour is their class, each of another shade. */
  private static final class Colours implements LabelledPictures {

    private static final int SIZE = 48;

    @Override
    public List<String> labels() {
      return List.of("red", "green", "blue");
    }

    @Override
    public int size() {
      return 48;
    }

    @Override
    public LabelledPicture get(int epoch, int index) {
      int label = index % 3;
      byte[] rgb = new byte[3 * SIZE * SIZE];
      for (int i = 0; i < rgb.length; i++) {
        int texture = (i * 31 + index * 17) % 60;
        rgb[i] = (byte) (i % 3 == label ? 180 + texture : 40 + texture + index % 24);
      }
      return new LabelledPicture(new Picture("colour " + index, SIZE, SIZE, rgb), label);
    }

    @Override
    public String name(int index) {
      return "colour " + index;
    }
  }
}
