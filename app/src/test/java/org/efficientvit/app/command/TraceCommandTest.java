package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.Checkpoint;
import org.efficientvit.core.weights.CheckpointReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandTest {

  @TempDir private Path folder;
  private Path picture;
  private Path file;

  @BeforeEach
  void makePicture() {
    picture = Samples.picture(folder, "gradient.png");
    file = folder.resolve("trace.safetensors");
  }

  @Test
  void theTensorsHaveTheNamesAndShapesOfTheReferenceFiles() {
    Result result =
        CommandLineRunner.run("trace", picture, "--out", file, "--weights", "random", "--json");

    assertThat(result.status()).isZero();
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("logits", "(1, 1000)");
    expected.put("patch_embed", "(1, 64, 14, 14)");
    expected.put("blocks1", "(1, 64, 14, 14)");
    expected.put("blocks2", "(1, 128, 7, 7)");
    expected.put("blocks3", "(1, 192, 4, 4)");
    expected.put("blocks1.0.attention", "(4, 4, 49, 49)");
    expected.put("blocks2.3.attention", "(4, 1, 49, 49)");
    expected.put("blocks2.4.attention", "(4, 1, 49, 49)");
    expected.put("blocks3.3.attention", "(4, 1, 16, 16)");
    expected.put("blocks3.4.attention", "(4, 1, 16, 16)");
    expected.put("blocks3.5.attention", "(4, 1, 16, 16)");
    assertThat(shapes(CheckpointReader.read(file))).containsExactlyEntriesOf(expected);
    assertThat(result.json().keySet()).containsExactly("file", "weights", "tensors");
    JsonArray tensors = result.json().getAsJsonArray("tensors");
    assertThat(tensors).hasSize(expected.size());
    assertThat(tensors.get(5).toString())
        .isEqualTo("{\"name\":\"blocks1.0.attention\",\"shape\":[4,4,49,49]}");
  }

  @Test
  void randomWeightsAreNamedWhereverTheirNumbersGo() {
    Result result =
        CommandLineRunner.run(
            "trace", picture, "--out", file, "--weights", "random", "--seed", 7, "--json");

    assertThat(result.json().get("weights").getAsString()).isEqualTo("random weights (seed 7)");
    assertThat(result.err().lines()).singleElement().asString().contains("random weights (seed 7)");
    assertThat(CheckpointReader.read(file).metadata())
        .containsEntry("weights", "random weights (seed 7)")
        .containsEntry("model", "m0")
        .containsEntry("image", picture.toString())
        .containsEntry("image_size", "224");
  }

  @Test
  void theDemonstrationWeightsAreTheDefaultAndAreNamed() {
    Result result =
        CommandLineRunner.run("trace", picture, "--out", file, "--taps", "logits", "--json");

    assertThat(shapes(CheckpointReader.read(file))).containsEntry("logits", "(1, 16)");
    assertThat(result.json().get("weights").getAsString())
        .contains("demonstration weights (rendered objects, not ImageNet)");
    assertThat(result.err().lines()).singleElement().asString().contains("demonstration weights");
  }

  @Test
  void onlyTheTapsThatWereNamedAreWritten() {
    Path weights = Samples.weights(folder);

    Result result =
        CommandLineRunner.run(
            "trace",
            picture,
            "--out",
            file,
            "--weights",
            weights,
            "--taps",
            "attention,head-inputs,head-outputs,scores");

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    Checkpoint trace = CheckpointReader.read(file);
    assertThat(shapes(trace))
        .doesNotContainKeys("logits", "blocks1")
        .containsEntry("blocks2.3.attention", "(4, 1, 4, 4)")
        .containsEntry("blocks2.3.scores", "(4, 1, 4, 4)")
        .containsEntry("blocks2.3.head_inputs", "(4, 1, 32, 2, 2)")
        .containsEntry("blocks2.3.head_outputs", "(4, 1, 32, 2, 2)");
    Tensor attention = trace.floats().get("blocks2.3.attention");
    for (int query = 0; query < 4; query++) {
      double sum = 0;
      for (int key = 0; key < 4; key++) {
        sum += attention.at(3, 0, query, key);
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidInOneSentence() {
    Result result =
        CommandLineRunner.run("trace", picture, "--out", folder.resolve("no/such/t.safetensors"));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).anyMatch(line -> line.contains("could not be written"));
  }

  @Test
  void anUnknownTapIsWrongUsageAndNamesTheKnownOnes() {
    Result result = CommandLineRunner.run("trace", picture, "--out", file, "--taps", "gradients");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("gradients", "head-inputs");
    assertThat(Files.exists(file)).isFalse();
  }

  private static Map<String, String> shapes(Checkpoint checkpoint) {
    Map<String, String> shapes = new LinkedHashMap<>();
    checkpoint.tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape().toString()));
    return shapes;
  }
}
