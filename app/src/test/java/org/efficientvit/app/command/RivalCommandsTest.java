package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.weights.CheckpointReader;
import org.efficientvit.core.weights.DType;
import org.efficientvit.core.weights.SafetensorsWriter;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands with networks of other families. */
class RivalCommandsTest {

  @TempDir private Path folder;
  private Path picture;

  @BeforeEach
  void makePicture() {
    picture = Samples.picture(folder, "gradient.png");
  }

  @ParameterizedTest
  @CsvSource({
    "deit-tiny, 5717416",
    "mobilenetv2, 3504872",
    "mobilenetv3-large, 5483032",
    "efficientnet-b0, 5288548"
  })
  void costCountsThem(String model, long parameters) {
    JsonObject json = CommandLineRunner.run("cost", "--model", model, "--json").json();

    assertThat(json.get("model").getAsString()).isEqualTo(model);
    assertThat(json.get("parameters").getAsLong()).isEqualTo(parameters);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deit-tiny", "mobilenetv2", "mobilenetv3-large", "efficientnet-b0"})
  void bothEnginesNameTheSameClass(String model) {
    Result result =
        CommandLineRunner.run(
            "compare-engines",
            picture,
            "--model",
            model,
            "--weights",
            "random",
            "--image-size",
            64,
            "--json");

    assertThat(result.status()).isZero();
    assertThat(result.json().get("model").getAsString()).isEqualTo(model);
    assertThat(result.json().get("first").isJsonNull()).isTrue();
    assertThat(result.json().getAsJsonObject("logits").get("sameTop1").getAsBoolean()).isTrue();
  }

  @Test
  void aNetworkIsReadFromItsFileAlone() {
    Path file = weights("mobilenetv3-large");

    Result info = CommandLineRunner.run("weights", "info", file, "--json");
    Result verify = CommandLineRunner.run("weights", "verify", file);
    Result classify = CommandLineRunner.run("classify", picture, "--weights", file, "--json");

    assertThat(info.json().get("model").getAsString()).isEqualTo("mobilenetv3-large");
    assertThat(info.json().get("names").getAsString()).isEqualTo("timm");
    assertThat(info.json().get("folded").getAsBoolean()).isFalse();
    assertThat(verify.out()).contains("fit mobilenetv3-large at 224 pixels with 1000 classes");
    assertThat(classify.json().get("model").getAsString()).isEqualTo("mobilenetv3-large");
    assertThat(classify.err()).isEmpty();
  }

  @Test
  void aTraceOfDeitHoldsEveryBlocksHeads() {
    Path file = folder.resolve("trace.safetensors");

    Result result =
        CommandLineRunner.run(
            "trace",
            picture,
            "--out",
            file,
            "--model",
            "deit-tiny",
            "--weights",
            "random",
            "--image-size",
            64);

    assertThat(result.status()).isZero();
    Map<String, String> shapes = new LinkedHashMap<>();
    CheckpointReader.read(file)
        .tensors()
        .forEach((name, tensor) -> shapes.put(name, tensor.shape().toString()));
    assertThat(shapes)
        .hasSize(1 + 5 + 12)
        .containsEntry("patch_embed", "(1, 192, 4, 4)")
        .containsEntry("blocks.11", "(1, 192, 4, 4)")
        .containsEntry("blocks.11.attention", "(3, 1, 17, 17)");
  }

  @Test
  void figuresOfDeitShowWhatItsClassTokenAttendsTo() throws IOException {
    Path out = folder.resolve("report");

    Result result =
        CommandLineRunner.run(
            "inspect",
            picture,
            "--out",
            out,
            "--model",
            "deit-tiny",
            "--weights",
            "random",
            "--image-size",
            64,
            "--block",
            "blocks.4",
            "--json");

    assertThat(result.status()).isZero();
    assertThat(result.json().getAsJsonArray("figures"))
        .extracting(JsonElement::getAsString)
        .anyMatch(file -> file.endsWith("blocks.4-attention.png"))
        .anyMatch(file -> file.endsWith("blocks.4-attention-class.png"))
        .anyMatch(file -> file.endsWith("blocks.8-features.png"))
        .anyMatch(file -> file.endsWith("time-by-block.png"));
    assertThat(Files.readString(out.resolve("index.html"))).contains("DeiT-Tiny");
  }

  @Test
  void withoutWeightsTheSentenceNamesTheWaysThatThereAre() {
    refuses(
        CommandLineRunner.run("classify", picture, "--model", "efficientnet-b0"),
        "No trained weights of efficientnet-b0 come with the program; name a file of timm's with"
            + " --weights FILE, or see random ones with --weights random.");
  }

  @Test
  void weightsOfAnotherNetworkAreRefused() {
    Result result =
        CommandLineRunner.run(
            "classify", picture, "--model", "m0", "--weights", weights("mobilenetv2"));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err())
        .startsWith("mobilenetv2.safetensors holds weights of mobilenetv2, not of m0");
  }

  @Test
  void whatANetworkHasNotIsRefusedInOneSentence() {
    String[] random = {"--model", "mobilenetv2", "--weights", "random", "--image-size", "64"};

    refuses(
        run(random, "inspect", picture, "--out", folder.resolve("x"), "--block", "blocks.1"),
        "mobilenetv2 has no attention, and so none of a block; leave --block away.");
    refuses(
        run(random, "trace", picture, "--out", folder.resolve("x"), "--taps", "attention"),
        "mobilenetv2 has nothing of what --taps names; ask for logits or stages too.");
    refuses(
        run(random, "evaluate", "--rendered", 4, "--attention"),
        "mobilenetv2 has no attention to measure; choose another network with --model.");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void trainingIsForEfficientVit() {
    Result chosen = CommandLineRunner.run("train", "--model", "deit-tiny", "--out", folder);
    Result begun =
        CommandLineRunner.run(
            "train", "--from", weights("mobilenetv2"), "--out", folder.resolve("training"));

    assertThat(chosen.status()).isEqualTo(2);
    assertThat(chosen.err()).contains("'deit-tiny'", "M5");
    refuses(
        begun,
        "Training is for EfficientViT, and these weights (mobilenetv2.safetensors) are of"
            + " mobilenetv2; begin with weights of m0 to m5.");
  }

  @Test
  void aNetworkThatIsNotKnownIsRefusedAndTheKnownOnesAreNamed() {
    Result result = CommandLineRunner.run("cost", "--model", "resnet50");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("resnet50", Designs.names());
  }

  private static Result run(String[] options, Object... words) {
    Object[] all = new Object[words.length + options.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(options, 0, all, words.length, options.length);
    return CommandLineRunner.run(all);
  }

  private static void refuses(Result result, String sentence) {
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines()).containsExactly(sentence);
  }

  private Path weights(String id) {
    Path file = folder.resolve(id + ".safetensors");
    SafetensorsWriter.write(
        file,
        SeededWeights.of(Designs.find(id).orElseThrow().network(), 1),
        DType.FLOAT32,
        Map.of());
    return file;
  }
}
