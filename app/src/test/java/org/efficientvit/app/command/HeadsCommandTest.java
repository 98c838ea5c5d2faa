package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.DType;
import org.efficientvit.core.weights.SafetensorsWriter;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadsCommandTest {

  private static final String[] HEAD = {
    "entropy", "distance", "selfShare", "borderShare", "paddingShare"
  };

  @TempDir private static Path folder;
  private static Path weights;
  private static Path picture;
  private static Path pictures;

  @BeforeAll
  static void makeFiles() throws IOException {
    weights = Samples.weights(folder);
    picture = Samples.picture(folder, "gradient.png");
    pictures = Files.createDirectories(folder.resolve("pictures"));
    Samples.picture(pictures, "one.png");
    Path deeper = Files.createDirectories(pictures.resolve("deeper"));
    Samples.picture(deeper, "two.png");
    Files.writeString(pictures.resolve("notes.txt"), "no picture");
  }

  private static Result run(Object... words) {
    Object[] options = {"--weights", weights};
    return CommandLineRunner.run(
        Stream.of(new Object[] {"heads"}, words, options).flatMap(Arrays::stream).toArray());
  }

  private static JsonObject block(JsonObject json, int index) {
    return json.getAsJsonArray("blocks").get(index).getAsJsonObject();
  }

  private static JsonObject head(JsonObject block, int head) {
    return block.getAsJsonArray("heads").get(head).getAsJsonObject();
  }

  private static JsonObject maps(JsonObject block) {
    return block.getAsJsonObject("similarity").getAsJsonObject("maps");
  }

  private static JsonObject outputs(JsonObject block) {
    return block.getAsJsonObject("similarity").getAsJsonObject("outputs");
  }

  @Test
  void ofOnePictureEveryFigureIsANumber() {
    Result result = run(picture, "--json");

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    JsonObject json = result.json();
    assertThat(json.keySet())
        .containsExactly(
            "model",
            "weights",
            "engine",
            "precision",
            "imageSize",
            "blocks",
            "network",
            "baselines",
            "images",
            "failed",
            "figures");
    assertThat(json.get("images").getAsInt()).isEqualTo(1);
    assertThat(json.getAsJsonArray("blocks")).hasSize(6);
    JsonObject first = block(json, 0);
    assertThat(first.keySet()).containsExactly("name", "heads", "similarity");
    assertThat(first.get("name").getAsString()).isEqualTo("blocks1.0");
    assertThat(first.getAsJsonArray("heads")).hasSize(4);
    assertThat(head(first, 3).keySet()).containsExactly(HEAD);
    assertThat(head(first, 3).get("entropy").getAsDouble()).isBetween(0.0, 1.0);
    assertThat(head(first, 3).get("distance").getAsDouble()).isBetween(0.0, 48 * Math.sqrt(2));
    assertThat(maps(first).keySet())
        .containsExactly("meanPairwise", "meanOfMax", "maxOfMax", "jensenShannon");
    double mean = maps(first).get("meanPairwise").getAsDouble();
    double largest = maps(first).get("maxOfMax").getAsDouble();
    assertThat(maps(first).get("meanOfMax").getAsDouble()).isBetween(mean, largest);
    assertThat(outputs(first).get("jensenShannon").isJsonNull()).isTrue();
    assertThat(json.getAsJsonObject("baselines").get("shuffled").isJsonNull()).isTrue();
  }

  @Test
  void ofAFolderEveryFigureIsAMeanWithItsInterval() {
    Result result = run(pictures, "--json");

    assertThat(result.status()).isZero();
    JsonObject json = result.json();
    assertThat(json.get("images").getAsInt()).isEqualTo(2);
    JsonObject entropy = head(block(json, 0), 0).getAsJsonObject("entropy");
    assertThat(entropy.keySet()).containsExactly("mean", "low", "high");
    // Both pictures are the same, and so are they as one: also when heads are shuffled between.
    JsonObject alone = run(picture, "--json").json();
    assertThat(entropy.get("mean").getAsDouble())
        .isCloseTo(head(block(alone, 0), 0).get("entropy").getAsDouble(), within(1e-6));
    JsonObject shuffled =
        json.getAsJsonObject("baselines")
            .getAsJsonObject("shuffled")
            .getAsJsonArray("blocks")
            .get(0)
            .getAsJsonObject();
    assertThat(shuffled.get("heads").isJsonNull()).isTrue();
    for (String figure : List.of("meanPairwise", "meanOfMax", "maxOfMax", "jensenShannon")) {
      assertThat(maps(shuffled).getAsJsonObject(figure).get("mean").getAsDouble())
          .isCloseTo(maps(block(alone, 0)).get(figure).getAsDouble(), within(1e-5));
    }
  }

  @Test
  void uniformAttentionStandsBesideWhatIsMeasured() {
    JsonObject uniform =
        run(picture, "--json")
            .json()
            .getAsJsonObject("baselines")
            .getAsJsonObject("uniform")
            .getAsJsonArray("blocks")
            .get(0)
            .getAsJsonObject();

    assertThat(uniform.getAsJsonObject("heads").get("entropy").getAsDouble())
        .isCloseTo(1, within(1e-6));
    assertThat(uniform.getAsJsonObject("heads").get("selfShare").getAsDouble()).isEqualTo(1.0 / 16);
    assertThat(maps(uniform).get("maxOfMax").getAsDouble()).isCloseTo(1, within(1e-6));
    assertThat(uniform.getAsJsonObject("similarity").get("outputs").isJsonNull()).isTrue();
  }

  @Test
  void bothEnginesSayTheSame() {
    JsonObject torch = run(pictures, "--json").json();
    JsonObject onnx = run(pictures, "--engine", "onnx", "--json").json();

    assertThat(onnx.get("engine").getAsString()).isEqualTo("onnx");
    for (int i = 0; i < 6; i++) {
      for (String figure : HEAD) {
        assertThat(head(block(onnx, i), 1).getAsJsonObject(figure).get("mean").getAsDouble())
            .isCloseTo(
                head(block(torch, i), 1).getAsJsonObject(figure).get("mean").getAsDouble(),
                within(1e-3));
      }
      assertThat(outputs(block(onnx, i)).getAsJsonObject("meanOfMax").get("mean").getAsDouble())
          .isCloseTo(
              outputs(block(torch, i)).getAsJsonObject("meanOfMax").get("mean").getAsDouble(),
              within(1e-4));
    }
  }

  @Test
  void windowsArePaddedAtSomeSizesAndTheTableSaysHowMuchFallsOnPadding() {
    Object[] random = {"--weights", "random", "--image-size"};

    String padded = heads(picture, random, 144).out();
    String whole = heads(picture, random, 112).out();

    assertThat(padded.lines().filter(line -> line.startsWith("block")).findFirst().orElseThrow())
        .endsWith("padding");
    assertThat(whole.lines().filter(line -> line.startsWith("block")).findFirst().orElseThrow())
        .endsWith("border");
    assertThat(whole).contains("Fig. 4", "issue 178", "Jensen-Shannon");
  }

  private static Result heads(Path place, Object[] options, Object... more) {
    return CommandLineRunner.run(
        Stream.of(new Object[] {"heads", place}, options, more).flatMap(Arrays::stream).toArray());
  }

  @Test
  void aTableOfAFolderHasIntervalsAndBaselines() {
    String out = run(pictures).out();

    assertThat(out).startsWith("2 pictures; means with 95 % intervals");
    assertThat(out).contains("maps, shuffled", "outputs, shuffled", "maps, uniform", "network");
    assertThat(run(picture).out()).startsWith("1 picture\n").doesNotContain("outputs, shuffled");
  }

  @Test
  void commaSeparatedValuesHaveAFigureOnEachLine() {
    List<String> lines = run(picture, "--format", "csv").out().lines().toList();

    assertThat(lines.get(0)).isEqualTo("block,head,of,baseline,figure,mean,low,high");
    assertThat(lines.get(1)).startsWith("blocks1.0,0,maps,,entropy,");
    // 24 heads and the network; 7 times 7 figures of likeness and 9 of uniform attention.
    assertThat(lines).hasSize(1 + 25 * 5 + 7 * (7 + 9));
    assertThat(lines).allMatch(line -> line.chars().filter(c -> c == ',').count() == 7);
  }

  @Test
  void figuresOfAPictureAndOfAFolderAreDrawn() {
    Path out = folder.resolve("drawn");
    Path all = folder.resolve("all");

    JsonObject json = run(picture, "--out", out, "--format", "csv", "--json").json();
    Result ofFolder = run(pictures, "--out", all);

    List<String> names =
        json.getAsJsonArray("figures").asList().stream()
            .map(JsonElement::getAsString)
            .peek(file -> assertThat(Path.of(file)).isNotEmptyFile())
            .map(file -> Path.of(file).getFileName().toString())
            .toList();
    assertThat(names)
        .contains("heads.png", "similarity-depth.csv", "blocks2.3-similarity.png")
        .contains("blocks1.0-heads-received-split.png", "blocks1.0-heads-entropy.png")
        .contains("class-evidence-difference.png", "measures.csv")
        .doesNotHaveDuplicates();
    assertThat(ofFolder.status()).isZero();
    assertThat(all.resolve("blocks3.5-similarity.png")).isNotEmptyFile();
    assertThat(all.resolve("class-evidence-difference.png")).doesNotExist();
  }

  @Test
  void picturesThatCannotBeReadAreListedAndTheOthersMeasured() throws IOException {
    Path some = Files.createDirectories(folder.resolve("some"));
    Samples.picture(some, "good.png");
    Path broken = Files.writeString(some.resolve("broken.png"), "no picture at all");

    Result result = run(some, "--json");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines()).singleElement().asString().contains("broken.png");
    assertThat(result.json().get("images").getAsInt()).isEqualTo(1);
    assertThat(result.json().getAsJsonArray("failed")).hasSize(1);
    assertThat(
            result
                .json()
                .getAsJsonArray("failed")
                .get(0)
                .getAsJsonObject()
                .get("file")
                .getAsString())
        .isEqualTo(broken.toString());
    Result alone = run(broken, "--json");
    assertThat(alone.status()).isEqualTo(1);
    assertThat(alone.out()).isEmpty();
    assertThat(alone.err().lines()).singleElement().asString().contains("broken.png");
  }

  @Test
  void whatIsNotThereOrHoldsNothingIsRefusedInOneSentence() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));

    Result missing = run(folder.resolve("none.png"));
    Result nothing = run(empty);

    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err().lines()).singleElement().asString().contains("none.png");
    assertThat(nothing.status()).isEqualTo(1);
    assertThat(nothing.err().lines()).singleElement().asString().contains("holds no pictures");
  }

  @Test
  void headsOfDeitAreMeasuredAndANetworkWithoutHeadsIsRefused() {
    Object[] deit = {"--model", "deit-tiny", "--weights", "random", "--image-size", 64};
    Object[] mobile = {"--model", "mobilenetv2", "--weights", "random", "--image-size", 64};
    Path out = folder.resolve("deit");

    Result result = heads(picture, deit, "--out", out, "--json");
    Result refused = heads(picture, mobile, "--json");

    assertThat(result.status()).isZero();
    assertThat(result.json().getAsJsonArray("blocks")).hasSize(12);
    assertThat(block(result.json(), 0).getAsJsonArray("heads")).hasSize(3);
    assertThat(outputs(block(result.json(), 11)).get("maxOfMax").getAsDouble())
        .isBetween(-1.0, 1.0);
    assertThat(out.resolve("blocks.4-heads-class.png")).isNotEmptyFile();
    assertThat(out.resolve("class-evidence-difference.png")).doesNotExist();
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err().lines())
        .containsExactly(
            "mobilenetv2 has no attention to measure; choose another network with --model.");
  }

  @Test
  void answersThatAreNotFiniteAreRefused() {
    Map<String, Tensor> values = SeededWeights.of(new EfficientViT(Samples.SMALL), 1);
    Arrays.fill(values.get("head.l.weight").values(), Float.MAX_VALUE);
    Path file = folder.resolve("diverged.safetensors");
    SafetensorsWriter.write(file, values, DType.FLOAT32, Map.of());

    Result result = CommandLineRunner.run("heads", picture, "--weights", file, "--json");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("is not finite");
  }

  @Test
  void whoIsStoppedBeforeThePicturesAnswersWithNothing() {
    StringWriter err = new StringWriter();
    StringWriter out = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
    terminal.stop();

    int status =
        InspectorCommand.execute(
            terminal, "heads", pictures.toString(), "--weights", weights.toString());

    assertThat(status).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("Stopped before any picture was measured");
  }

  @Test
  void whoIsStoppedOnTheWayKeepsWhatWasMeasured() throws IOException {
    Path many = Files.createDirectories(folder.resolve("many"));
    for (int i = 0; i < 40; i++) {
      Samples.picture(many, i + ".png");
    }
    // A person who watches, and stops when the first pictures are done.
    Terminal[] watched = new Terminal[1];
    Writer err =
        new StringWriter() {
          @Override
          public void write(String text, int offset, int length) {
            super.write(text, offset, length);
            if (text.contains("/40")) {
              watched[0].stop();
            }
          }
        };
    StringWriter out = new StringWriter();
    watched[0] = new Terminal(new PrintWriter(out), new PrintWriter(err), true);

    int status =
        InspectorCommand.execute(
            watched[0], "heads", many.toString(), "--weights", weights.toString());

    assertThat(status).isEqualTo(1);
    assertThat(err.toString()).contains("Stopped after 16 of 40 pictures");
    assertThat(out.toString()).startsWith("16 pictures");
  }
}
