package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.service.Prediction;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.trace.Taps;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {

  @TempDir private static Path folder;
  private static Path picture;
  private static Path weights;

  @BeforeAll
  static void makeSamples() {
    picture = Samples.picture(folder, "gradient.png");
    weights = Samples.weights(folder);
  }

  @Test
  void theAnswerIsOneDocumentWithTheKeysOfTheContractInOrder() {
    Result result =
        CommandLineRunner.run("classify", picture, "--weights", weights, "--top", 3, "--json");

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    JsonObject json = result.json();
    assertThat(json.keySet()).containsExactly("model", "weights", "engine", "precision", "images");
    assertThat(json.get("model").getAsString()).isEqualTo("m0");
    assertThat(json.get("weights").getAsString()).isEqualTo("small.safetensors");
    assertThat(json.get("engine").getAsString()).isEqualTo("pytorch");
    JsonObject image = json.getAsJsonArray("images").get(0).getAsJsonObject();
    assertThat(image.keySet()).containsExactly("file", "top", "milliseconds");
    assertThat(image.get("file").getAsString()).isEqualTo(picture.toString());
    assertThat(image.get("milliseconds").getAsDouble()).isPositive();
    JsonArray top = image.getAsJsonArray("top");
    assertThat(top).hasSize(3);
    assertThat(top.get(0).getAsJsonObject().keySet())
        .containsExactly("index", "label", "probability");
  }

  @Test
  void theClassesAreThoseThatTheServiceFinds() {
    List<Prediction> expected;
    try (Inspector inspector = Inspector.open(ModelRequest.of(weights), EngineOptions.standard())) {
      expected =
          inspector.inspect(PictureReader.read(picture, Orientation.APPLY), Taps.logits()).top(10);
    }

    JsonArray top =
        CommandLineRunner.run(
                "classify", picture, "--weights", weights, "--top", 99, "--threads", 2, "--json")
            .json()
            .getAsJsonArray("images")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("top");

    assertThat(top).hasSameSizeAs(expected);
    double sum = 0;
    for (int i = 0; i < expected.size(); i++) {
      JsonObject prediction = top.get(i).getAsJsonObject();
      assertThat(prediction.get("index").getAsInt()).isEqualTo(expected.get(i).index());
      assertThat(prediction.get("label").getAsString()).isEqualTo(expected.get(i).label());
      assertThat(prediction.get("probability").getAsFloat())
          .isEqualTo(expected.get(i).probability());
      sum += prediction.get("probability").getAsDouble();
    }
    assertThat(sum).isBetween(0.99999, 1.00001);
  }

  @Test
  void aPersonReadsATableForEachPicture() throws IOException {
    Path labels =
        Files.write(
            folder.resolve("labels.txt"),
            List.of("ant", "bee", "cat", "dog", "elk", "fox", "gnu", "hen", "ibis", "jay"));
    Path other = Samples.picture(folder, "other.png");

    Result result =
        CommandLineRunner.run(
            "classify", picture, other, "--weights", weights, "--labels", labels, "--top", 10);

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines()).hasSize(22);
    assertThat(result.out()).contains("gradient.png  (", "other.png  (", " %  fox  [5]");
  }

  @Test
  void anUnreadablePictureIsReportedInOneSentenceAndTheOthersGoOn() {
    Path missing = folder.resolve("missing.png");

    Result result =
        CommandLineRunner.run("classify", missing, picture, "--weights", weights, "--json");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines()).singleElement().asString().startsWith(missing + " does not");
    assertThat(result.json().getAsJsonArray("images")).hasSize(1);
  }

  @Test
  void aNetworkWithoutWeightsIsRefusedInOneSentence() {
    Result result = CommandLineRunner.run("classify", picture, "--model", "m5", "--json");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .contains("inspector weights fetch m5");
  }

  @Test
  void weightsOfAnotherNetworkAreRefusedByName() {
    Result result =
        CommandLineRunner.run("classify", picture, "--weights", weights, "--model", "m3");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("holds weights of m0, not of m3;");
    assertThat(result.err()).doesNotContain("\tat ");
  }

  @Test
  void bothEnginesGiveTheSameProbabilities() {
    JsonObject torch =
        CommandLineRunner.run("classify", picture, "--weights", weights, "--json").json();
    JsonObject onnx =
        CommandLineRunner.run(
                "classify", picture, "--weights", weights, "--engine", "onnx", "--json")
            .json();

    assertThat(onnx.get("engine").getAsString()).isEqualTo("onnx");
    JsonArray expected = top(torch);
    JsonArray actual = top(onnx);
    for (int i = 0; i < expected.size(); i++) {
      JsonObject one = actual.get(i).getAsJsonObject();
      JsonObject other = expected.get(i).getAsJsonObject();
      assertThat(one.get("index")).isEqualTo(other.get("index"));
      assertThat(one.get("probability").getAsDouble())
          .isCloseTo(other.get("probability").getAsDouble(), within(1e-5));
    }
  }

  private static JsonArray top(JsonObject answer) {
    return answer.getAsJsonArray("images").get(0).getAsJsonObject().getAsJsonArray("top");
  }

  @Test
  void anEngineThatDoesNotRunOnTheDeviceIsRefusedInOneSentence() {
    Result result =
        CommandLineRunner.run(
            "classify", picture, "--weights", weights, "--engine", "onnx", "--device", "gpu");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines()).singleElement().asString().contains("--engine pytorch");
  }

  @Test
  void aStoppedRunAnswersWithWhatIsDone() {
    java.io.StringWriter out = new java.io.StringWriter();
    Terminal terminal =
        new Terminal(
            new java.io.PrintWriter(out),
            new java.io.PrintWriter(java.io.Writer.nullWriter()),
            false);
    terminal.stop();

    int status =
        InspectorCommand.execute(
            terminal, "classify", picture.toString(), "--weights", weights.toString(), "--json");

    assertThat(status).isEqualTo(1);
    assertThat(out.toString()).contains("\"images\": []");
  }

  @Test
  void bfloat16IsSaidAndRefusedWhereAnEngineHasNone() {
    Result narrow =
        CommandLineRunner.run(
            "classify", picture, "--weights", weights, "--precision", "bf16", "--json");
    Result refused =
        CommandLineRunner.run(
            "classify", picture, "--weights", weights, "--precision", "bf16", "--engine", "onnx");

    assertThat(narrow.json().get("precision").getAsString()).isEqualTo("bf16");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("use --engine pytorch with --precision bf16");
  }
}
