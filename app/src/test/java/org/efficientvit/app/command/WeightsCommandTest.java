package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.weights.DType;
import org.efficientvit.core.weights.SafetensorsWriter;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsCommandTest {

  @TempDir private Path folder;

  @Test
  void infoSaysWhichNetworkAFileBelongsTo() {
    Path file = Samples.weights(folder);

    Result result = CommandLineRunner.run("weights", "info", file, "--json");

    assertThat(result.status()).isZero();
    JsonObject json = result.json();
    assertThat(json.get("format").getAsString()).isEqualTo("safetensors");
    assertThat(json.getAsJsonArray("dtypes").toString()).isEqualTo("[\"float32\"]");
    assertThat(json.get("names").getAsString()).isEqualTo("official");
    assertThat(json.get("model").getAsString()).isEqualTo("m0");
    assertThat(json.get("imageSize").getAsInt()).isEqualTo(64);
    assertThat(json.get("classes").getAsInt()).isEqualTo(10);
    assertThat(json.get("distilled").getAsBoolean()).isFalse();
    assertThat(json.get("folded").getAsBoolean()).isFalse();
    assertThat(json.get("problem").isJsonNull()).isTrue();
    assertThat(json.getAsJsonObject("metadata").get("trained_on").getAsString())
        .isEqualTo("nothing");
    assertThat(json.get("parameters").getAsLong())
        .isEqualTo(NetworkCost.of(new EfficientViT(Samples.SMALL), 1, true).parameters());
  }

  @Test
  void infoOfAnotherNetworksTensorsSaysSoAndIsDone() {
    Path file = folder.resolve("other.safetensors");
    SafetensorsWriter.write(
        file,
        Map.of("layer.weight", SeededWeights.uniform("layer", Shape.of(3, 4), 0)),
        DType.FLOAT16,
        Map.of());

    Result json = CommandLineRunner.run("weights", "info", file, "--json");
    Result text = CommandLineRunner.run("weights", "info", file);

    assertThat(json.status()).isZero();
    assertThat(json.json().get("model").isJsonNull()).isTrue();
    assertThat(json.json().get("parameters").getAsInt()).isEqualTo(12);
    assertThat(json.json().get("names").getAsString()).isEqualTo("other");
    assertThat(text.out())
        .contains("none that it fits", "holds no network that is known here", "float16");
  }

  @Test
  void infoOfNoFileOfWeightsIsRefusedInOneSentence() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.pth"), "buy milk");

    Result result = CommandLineRunner.run("weights", "info", file, "--json");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).singleElement().asString().startsWith("notes.pth ");
  }

  @Test
  void verifySaysThatEveryTensorFitsAndThatTheNetworkRuns() {
    Path file = Samples.weights(folder);

    Result text = CommandLineRunner.run("weights", "verify", file);
    Result json = CommandLineRunner.run("weights", "verify", file, "--model", "M0", "--json");

    assertThat(text.status()).isZero();
    assertThat(text.out())
        .startsWith(file + ": all ")
        .contains("tensors fit m0 at 64 pixels with 10 classes, and it runs.");
    assertThat(json.json().keySet())
        .containsExactly("file", "model", "imageSize", "classes", "tensors", "fits");
    assertThat(json.json().get("fits").getAsBoolean()).isTrue();
  }

  @Test
  void verifyRefusesAnotherNetworkAndADamagedFile() throws IOException {
    Path file = Samples.weights(folder);
    byte[] whole = Files.readAllBytes(file);
    Path damaged =
        Files.write(folder.resolve("damaged.safetensors"), Arrays.copyOf(whole, whole.length / 2));

    Result other = CommandLineRunner.run("weights", "verify", file, "--model", "m4");
    Result half = CommandLineRunner.run("weights", "verify", damaged);

    assertThat(other.status()).isEqualTo(1);
    assertThat(other.err()).contains("holds weights of m0, not of m4;");
    assertThat(half.status()).isEqualTo(1);
    assertThat(half.err().lines()).singleElement().asString().startsWith("damaged.safetensors ");
  }

  @Test
  void weightsAloneIsWrongUsage() {
    Result result = CommandLineRunner.run("weights");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("list, fetch, info or verify");
  }
}
