package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectCommandTest {

  @TempDir private static Path folder;
  private static Path picture;
  private static Path weights;

  @BeforeAll
  static void makeSamples() {
    picture = Samples.picture(folder, "gradient.png");
    weights = Detectors.small(folder);
  }

  @Test
  void theAnswerIsOneDocumentWithBoxesInThePicturesOwnPixels() {
    Result result =
        CommandLineRunner.run("detect", picture, "--weights", weights, "--score", 0.05, "--json");

    assertThat(result.status()).isZero();
    JsonObject json = result.json();
    assertThat(json.keySet()).containsExactly("model", "weights", "engine", "precision", "images");
    assertThat(json.get("model").getAsString()).isEqualTo("retinanet-m0");
    JsonObject image = json.getAsJsonArray("images").get(0).getAsJsonObject();
    assertThat(image.keySet())
        .containsExactly("file", "width", "height", "detections", "milliseconds", "figure");
    assertThat(image.get("width").getAsInt()).isEqualTo(96);
    assertThat(image.get("height").getAsInt()).isEqualTo(80);
    JsonArray detections = image.getAsJsonArray("detections");
    assertThat(detections).isNotEmpty();
    double before = 1;
    for (JsonElement element : detections) {
      JsonObject one = element.getAsJsonObject();
      assertThat(one.keySet()).containsExactly("label", "index", "score", "box");
      double score = one.get("score").getAsDouble();
      assertThat(score).isBetween(0.05, before);
      before = score;
      JsonObject box = one.getAsJsonObject("box");
      assertThat(box.get("x").getAsDouble() + box.get("width").getAsDouble())
          .isLessThanOrEqualTo(96 + 1e-6);
      assertThat(box.get("y").getAsDouble() + box.get("height").getAsDouble())
          .isLessThanOrEqualTo(80 + 1e-6);
    }
  }

  @Test
  void bothEnginesFindTheSame() {
    List<Double> torch = scores("pytorch");
    List<Double> onnx = scores("onnx");

    assertThat(onnx).hasSameSizeAs(torch);
    for (int i = 0; i < torch.size(); i++) {
      assertThat(onnx.get(i)).isEqualTo(torch.get(i), within(1e-4));
    }
  }

  @Test
  void bfloat16FindsNearlyTheSame() {
    List<Double> exact = scores("pytorch");
    List<Double> rounded = scores("pytorch", "--precision", "bf16");

    assertThat(rounded).isNotEmpty();
    assertThat(rounded.get(0)).isEqualTo(exact.get(0), within(0.03));
  }

  private static List<Double> scores(String engine, String... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("detect", picture, "--weights", weights, "--engine", engine, "--score", 0.1));
    words.addAll(List.of(more));
    words.add("--json");
    JsonArray detections =
        CommandLineRunner.run(words.toArray())
            .json()
            .getAsJsonArray("images")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("detections");
    List<Double> scores = new ArrayList<>();
    detections.forEach(one -> scores.add(one.getAsJsonObject().get("score").getAsDouble()));
    return scores;
  }

  @Test
  void boxesAreDrawnOverThePicture() {
    Path out = folder.resolve("drawn");

    Result result =
        CommandLineRunner.run(
            "detect", picture, "--weights", weights, "--out", out, "--format", "csv");

    assertThat(result.status()).isZero();
    assertThat(out.resolve("gradient-detections.png")).isNotEmptyFile();
    assertThat(out.resolve("gradient-detections.csv")).isNotEmptyFile();
    assertThat(result.out()).contains("gradient-detections.png");
  }

  @Test
  void objectsOfSomeClassesAloneAreShown() {
    List<String> all = labels();
    String first = all.get(0);

    assertThat(all).anyMatch(label -> !label.equals(first));
    assertThat(labels("--classes", first)).isEqualTo(all.stream().filter(first::equals).toList());

    Result unknown =
        CommandLineRunner.run("detect", picture, "--weights", weights, "--classes", "unicorn");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.err()).contains("no class 'unicorn'").contains("house, tree, car");
  }

  private static List<String> labels(String... more) {
    List<Object> words =
        new ArrayList<>(List.of("detect", picture, "--weights", weights, "--score", 0.05));
    words.addAll(List.of(more));
    words.add("--json");
    return CommandLineRunner.run(words.toArray())
        .json()
        .getAsJsonArray("images")
        .get(0)
        .getAsJsonObject()
        .getAsJsonArray("detections")
        .asList()
        .stream()
        .map(one -> one.getAsJsonObject().get("label").getAsString())
        .toList();
  }

  @Test
  void aPictureThatCannotBeReadIsSaidAndTheOthersGoOn() {
    Result result =
        CommandLineRunner.run("detect", folder.resolve("none.png"), picture, "--weights", weights);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("none.png does not exist");
    assertThat(result.out()).contains("gradient.png  (96 x 80 pixels");
  }

  @Test
  void theTimeOfEachPartIsMeasuredOnBothEngines() {
    for (String engine : List.of("pytorch", "onnx")) {
      Result result =
          CommandLineRunner.run(
              "detect", picture, "--weights", weights, "--time", 2, "--engine", engine, "--json");

      assertThat(result.status()).as(result.err()).isZero();
      JsonObject json = result.json();
      assertThat(json.get("passes").getAsInt()).isEqualTo(2);
      assertThat(json.get("height").getAsInt()).isEqualTo(96);
      assertThat(json.get("width").getAsInt()).isEqualTo(128);
      JsonObject parts = json.getAsJsonObject("parts");
      assertThat(parts.keySet()).containsExactly("backbone", "neck", "head", "decoding");
      parts
          .entrySet()
          .forEach(
              part ->
                  assertThat(part.getValue().getAsJsonObject().get("median").getAsDouble())
                      .as(part.getKey())
                      .isPositive());
    }
  }

  @Test
  void whatIsNoDetectorAndWhatIsNoQuestionIsRefused() {
    Result classifier =
        CommandLineRunner.run("detect", picture, "--weights", Samples.weights(folder));
    assertThat(classifier.status()).isEqualTo(1);
    assertThat(classifier.err()).contains("holds no RetinaNet on EfficientViT");

    assertThat(CommandLineRunner.run("detect", "--weights", weights).status()).isEqualTo(2);
    assertThat(
            CommandLineRunner.run("detect", picture, "--weights", weights, "--score", 2).status())
        .isEqualTo(2);
    Result model = CommandLineRunner.run("detect", picture, "--model", "m9");
    assertThat(model.status()).isEqualTo(2);
    assertThat(model.err()).contains("choose one of retinanet-m0 to retinanet-m5");
  }
}
