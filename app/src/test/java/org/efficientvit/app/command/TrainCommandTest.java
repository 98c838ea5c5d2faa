package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.app.service.Installation;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.core.model.DetectionModelLoader;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.ModelLoader;
import org.efficientvit.core.model.Provenance;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.train.TrainingPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void nameFolder() {
    folder = parent.resolve("training");
  }

  @Test
  void aTrainingOnRenderedObjectsLeavesAModelThatSaysWhatItIs() {
    Result result = train("--epochs", 2, "--json");

    assertThat(result.status()).isZero();
    JsonObject json = result.json();
    assertThat(json.keySet()).containsExactly("model", "weights", "file", "epochs", "figures");
    assertThat(json.get("weights").getAsString()).isEqualTo("weights trained on rendered objects");
    assertThat(json.getAsJsonArray("epochs")).hasSize(2);
    assertThat(json.getAsJsonArray("epochs").get(1).getAsJsonObject().keySet())
        .containsExactly(
            "epoch",
            "learningRate",
            "trainingLoss",
            "validationLoss",
            "validationTop1",
            "imagesPerSecond");
    assertThat(folder.resolve("training.png")).isNotEmptyFile();
    Model model = ModelLoader.load(folder.resolve("model.safetensors"));
    assertThat(model.labels()).isEqualTo(ObjectKind.labels());
    assertThat(model.network().imageSize()).isEqualTo(64);
    assertThat(model.provenance().isDemonstration()).isTrue();
    assertThat(model.provenance().metadata())
        .containsEntry(Provenance.TRAINED_ON, Provenance.RENDERED_OBJECTS)
        .containsEntry("epochs", "2")
        .containsEntry("seed", "0")
        .containsKeys("training", "validation_top1", "validation_pictures");
  }

  @Test
  void theSameCommandOnAFinishedTrainingAnswersTheSame() {
    Result first = train("--epochs", 1, "--json");
    Result second = train("--epochs", 1, "--json");

    assertThat(second.out()).isEqualTo(first.out());
  }

  @Test
  void aNetworkForLargerPicturesThanAreRenderedTakesTheLargest() {
    TrainingData data = new TrainingData();
    CommandLine.populateCommand(data, "--pictures", "1", "--validation", "1");

    assertThat(data.pictures().training(0, 2048, List.of()).get(0, 0).picture().width())
        .isEqualTo(1024);
  }

  @Test
  void whatIsUsualOnTheCommandLineIsUsualEverywhere() {
    PlanOptions options = new PlanOptions();
    CommandLine.populateCommand(options);

    assertThat(options.plan()).isEqualTo(TrainingPlan.usual(20, 32, 0.001, 0));
  }

  @Test
  void aDetectorIsTrainedOnScenesAndFindsItsWayBack() {
    Result result =
        CommandLineRunner.run(
            "train",
            "--task",
            "detection",
            "--out",
            folder,
            "--epochs",
            1,
            "--warm-up",
            0,
            "--pictures",
            4,
            "--validation",
            2,
            "--batch",
            4,
            "--image-size",
            64,
            "--json");

    assertThat(result.status()).as(result.err()).isZero();
    JsonObject json = result.json();
    assertThat(json.keySet()).containsExactly("model", "weights", "file", "epochs");
    assertThat(json.get("model").getAsString()).isEqualTo("retinanet-m0");
    assertThat(json.getAsJsonArray("epochs").get(0).getAsJsonObject().keySet())
        .containsExactly(
            "epoch",
            "learningRate",
            "trainingLoss",
            "validationAp",
            "validationAp50",
            "imagesPerSecond");
    DetectionModel model = DetectionModelLoader.load(folder.resolve("model.safetensors"));
    assertThat(model.labels()).isEqualTo(ObjectKind.labels());
    assertThat(model.preprocessing().shorterSide()).isEqualTo(64);
    assertThat(model.provenance().isDemonstration()).isTrue();

    Result folders =
        CommandLineRunner.run("train", "--task", "detection", "--out", folder, "--data", folder);
    assertThat(folders.status()).isEqualTo(1);
    assertThat(folders.err()).contains("trained on rendered scenes alone");
  }

  @Test
  void otherSettingsDoNotGoOnWithATraining() {
    train("--epochs", 1);
    Result result = train("--epochs", 1, "--batch", 4);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().strip())
        .isEqualTo(
            "training.safetensors was begun with other settings (batch 8 instead of 4); go on with those, or begin in another folder.");
  }

  @Test
  void eachEpochIsARowOfTheAnswer() {
    Result result = train("--epochs", 2);

    List<String> lines = result.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("epoch  training loss  validation loss  top-1  images/s");
    assertThat(lines.get(1)).startsWith("    1 ");
    assertThat(lines.get(2)).startsWith("    2 ");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void aFolderOfClassesIsLearnedFromWeightsOfOtherClasses() throws Exception {
    Path pictures = parent.resolve("pictures");
    for (String label : List.of("lamp", "spoon")) {
      Path own = Files.createDirectories(pictures.resolve(label));
      for (int i = 0; i < 4; i++) {
        Samples.picture(own, i + ".png");
      }
    }
    Path weights = Samples.weights(parent);

    Result result = fineTune(pictures, weights, "--freeze-backbone", "--batch", 4);

    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    Model model = ModelLoader.load(folder.resolve("model.safetensors"));
    assertThat(model.labels()).containsExactly("lamp", "spoon");
    assertThat(model.provenance().isDemonstration()).isFalse();
  }

  @Test
  void aFolderOfTheSameClassesKeepsTheClassifier() {
    Path pictures = parent.resolve("objects");
    CommandLineRunner.run("dataset", "--out", pictures, "--count", 16, "--split", "samples");
    Path weights = Installation.demonstration(Variant.M0).orElseThrow();

    Result result = fineTune(pictures, weights, "--learning-rate", 1e-9, "--batch", 16, "--json");

    Model model = ModelLoader.load(folder.resolve("model.safetensors"));
    assertThat(model.labels()).isEqualTo(ObjectKind.labels());
    JsonObject epoch = result.json().getAsJsonArray("epochs").get(0).getAsJsonObject();
    assertThat(epoch.get("validationTop1").getAsDouble()).isGreaterThan(0.8);
  }

  @Test
  void picturesToMeasureByAreAskedForWhereTheyAreMissing() throws Exception {
    Files.createDirectories(parent.resolve("p/a"));
    Samples.picture(parent.resolve("p/a"), "1.png");

    Result result = CommandLineRunner.run("train", "--out", folder, "--data", parent.resolve("p"));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("--validation-data DIR");
    assertThat(folder).doesNotExist();
  }

  private Result fineTune(Path pictures, Path weights, Object... more) {
    List<Object> words = new ArrayList<>(List.of("train", "--out", folder, "--from", weights));
    words.addAll(List.of("--data", pictures, "--validation-data", pictures));
    words.addAll(List.of("--epochs", 1, "--warm-up", 0));
    words.addAll(Arrays.asList(more));
    return CommandLineRunner.run(words.toArray());
  }

  private Result train(Object... more) {
    List<Object> words = new ArrayList<>();
    words.addAll(
        List.of(
            "train",
            "--out",
            folder,
            "--widths",
            "8,16,24",
            "--heads",
            "2,2,3",
            "--image-size",
            64,
            "--pictures",
            32,
            "--validation",
            16,
            "--warm-up",
            0,
            "--threads",
            1));
    if (!Arrays.asList(more).contains("--batch")) {
      words.addAll(List.of("--batch", 8));
    }
    words.addAll(Arrays.asList(more));
    return CommandLineRunner.run(words.toArray());
  }
}
