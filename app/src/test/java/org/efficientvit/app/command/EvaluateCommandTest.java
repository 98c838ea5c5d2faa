package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
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
import java.util.stream.StreamSupport;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.core.weights.DType;
import org.efficientvit.core.weights.SafetensorsWriter;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

  @TempDir private static Path folder;
  private static Path weights;
  private static Path labels;

  @BeforeAll
  static void makeSamples() throws IOException {
    UserData.put(folder.resolve("data"));
    weights = Samples.weights(folder);
    labels =
        Files.write(
            folder.resolve("labels.txt"),
            List.of("ant", "bee", "cat", "dog", "elk", "fox", "gnu", "hen", "ibis", "a|b"));
  }

  @AfterAll
  static void forgetData() {
    UserData.restore();
  }

  @Test
  void theAnswerIsOneDocumentWhoseNumbersFitTogether() throws IOException {
    // One picture under every name: the network answers the same to each.
    Path pictures = pictures("answer", "ant", "cat", "dog", "elk");

    Result result = evaluate(pictures, "--json");

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    JsonObject json = result.json();
    assertThat(json.keySet())
        .containsExactly(
            "model",
            "weights",
            "engine",
            "precision",
            "images",
            "top1",
            "top5",
            "interval",
            "loss",
            "calibration",
            "labels",
            "confusion",
            "perClass",
            "worstPairs",
            "failed",
            "imagesPerSecond",
            "resumedImages",
            "run",
            "source",
            "figures");
    assertThat(json.get("images").getAsInt()).isEqualTo(4);
    assertThat(json.getAsJsonArray("labels")).hasSize(10);
    JsonArray confusion = json.getAsJsonArray("confusion");
    assertThat(confusion).hasSize(10).allMatch(row -> row.getAsJsonArray().size() == 10);
    assertThat(sums(confusion)).containsExactly(1, 0, 1, 1, 1, 0, 0, 0, 0, 0);
    int correct = 0;
    for (int i = 0; i < 10; i++) {
      correct += confusion.get(i).getAsJsonArray().get(i).getAsInt();
    }
    assertThat(correct).isLessThanOrEqualTo(1);
    assertThat(json.get("top1").getAsDouble()).isCloseTo(correct / 4.0, within(1e-12));
    assertThat(json.get("top5").getAsDouble()).isBetween(correct / 4.0, 1.0);
    Interval interval = Interval.wilson(correct, 4);
    assertThat(json.getAsJsonArray("interval").get(0).getAsDouble()).isEqualTo(interval.low());
    assertThat(json.getAsJsonArray("interval").get(1).getAsDouble()).isEqualTo(interval.high());
    JsonObject bee = json.getAsJsonArray("perClass").get(1).getAsJsonObject();
    assertThat(bee.keySet()).containsExactly("index", "label", "images", "top1", "top5");
    assertThat(bee.get("index").getAsInt()).isEqualTo(1);
    assertThat(bee.get("label").getAsString()).isEqualTo("bee");
    assertThat(bee.get("top1").isJsonNull()).isTrue();
    assertThat(json.getAsJsonArray("failed")).isEmpty();
    assertThat(json.get("imagesPerSecond").getAsDouble()).isPositive();
    assertThat(json.get("resumedImages").getAsInt()).isZero();
    assertThat(json.get("run").getAsLong()).isPositive();
    JsonObject source = json.getAsJsonObject("source");
    assertThat(source.keySet()).containsExactly("kind", "path", "pictures", "fingerprint");
    assertThat(source.get("kind").getAsString()).isEqualTo("folder");
    assertThat(source.get("path").getAsString()).isEqualTo(pictures.toString());
  }

  @Test
  void mistakesAndCalibrationFollowFromTheMatrix() throws IOException {
    // The network answers the same to each: four pictures are wrong in one way or right.
    Path pictures = pictures("calibrated", "ant", "cat", "dog", "elk");

    JsonObject json = evaluate(pictures, "--json").json();

    JsonArray pairs = json.getAsJsonArray("worstPairs");
    int correct = (int) Math.round(4 * json.get("top1").getAsDouble());
    assertThat(pairs).hasSize(4 - correct);
    JsonObject pair = pairs.get(0).getAsJsonObject();
    assertThat(pair.keySet())
        .containsExactly("labelIndex", "label", "predictedIndex", "predicted", "images", "share");
    assertThat(pair.get("images").getAsInt()).isEqualTo(1);
    assertThat(pair.get("share").getAsDouble()).isEqualTo(1);
    assertThat(pair.get("predicted")).isNotEqualTo(pair.get("label"));
    JsonObject calibration = json.getAsJsonObject("calibration");
    assertThat(calibration.keySet()).containsExactly("ece", "confidence", "bins");
    JsonArray bins = calibration.getAsJsonArray("bins");
    assertThat(bins).hasSize(15);
    assertThat(bins.get(0).getAsJsonObject().keySet())
        .containsExactly("low", "high", "images", "confidence", "accuracy");
    // All pictures are one, so that one bin holds them all.
    assertThat(calibration.get("ece").getAsDouble())
        .isCloseTo(
            Math.abs(calibration.get("confidence").getAsDouble() - correct / 4.0), within(1e-9));
  }

  @Test
  void aTarAndAListGiveWhatTheFolderGives() throws IOException {
    Path pictures = pictures("packed", "ant", "cat", "dog");
    JsonObject ofFolder = evaluate(pictures, "--json").json();
    Path tar = folder.resolve("packed.tar");
    Tar.pack(pictures, tar);
    Path list =
        Files.write(
            folder.resolve("packed.csv"),
            List.of("file,class", "ant/1.png,ant", "cat/1.png,2", "dog/1.png,dog"));

    JsonObject ofTar = evaluate(tar, "--json").json();
    Result ofList = evaluate(tar, "--list", list, "--json");

    assertThat(ofTar.get("confusion")).isEqualTo(ofFolder.get("confusion"));
    assertThat(ofTar.getAsJsonObject("source").get("kind").getAsString()).isEqualTo("tar");
    assertThat(ofList.json().get("confusion")).isEqualTo(ofFolder.get("confusion"));
    assertThat(ofList.json().getAsJsonObject("source").get("list").getAsString())
        .isEqualTo(list.toString());
    assertThat(ofList.err())
        .isEqualToIgnoringNewLines(
            "Numbers are taken as classes of the model, counted from 0: 0 is \"ant\".");
  }

  @Test
  void aSampleIsDrawnBySeed() throws IOException {
    Path pictures = pictures("sampled", "ant", "bee", "cat", "dog", "elk", "fox");

    JsonObject two = evaluate(pictures, "--sample", 2, "--seed", 4, "--json").json();

    assertThat(two.get("images").getAsInt()).isEqualTo(2);
    assertThat(two.getAsJsonObject("source").get("pictures").getAsInt()).isEqualTo(6);
    assertThat(two.getAsJsonObject("source").get("sample").getAsInt()).isEqualTo(2);
    assertThat(evaluate(pictures, "--sample", 2, "--seed", 4, "--json").json().get("confusion"))
        .isEqualTo(two.get("confusion"));
  }

  @Test
  void exifIsIgnoredUnlessItIsAskedFor() throws IOException {
    Path pictures = pictures("exif", "ant");

    JsonObject stored = evaluate(pictures, "--json").json();
    JsonObject turned = evaluate(pictures, "--apply-exif", "--json").json();

    assertThat(turned.getAsJsonObject("source").get("fingerprint"))
        .isNotEqualTo(stored.getAsJsonObject("source").get("fingerprint"));
  }

  @Test
  void withoutAStoreThereIsNoRun() throws IOException {
    Path pictures = pictures("unstored", "ant");

    assertThat(evaluate(pictures, "--no-store", "--json").json().get("run").isJsonNull()).isTrue();
  }

  @Test
  void ofManyClassesTheWorstAreDrawnAndNoTableIsPrinted() throws IOException {
    Path pictures = folder.resolve("many");
    for (String id : List.of("n01440764", "n01443537", "n02012849")) {
      Path unused = Samples.picture(Files.createDirectories(pictures.resolve(id)), "1.png");
    }
    Path out = folder.resolve("many-figures");
    Object[] command = {
      "evaluate", pictures, "--weights", "random", "--image-size", 64, "--out", out
    };

    Result text = CommandLineRunner.run(command);
    Result json = CommandLineRunner.run(with(command, "--json"));
    Result table = CommandLineRunner.run(with(command, "--confusion"));

    assertThat(text.status()).isZero();
    assertThat(text.out())
        .startsWith("3 pictures of 3 classes")
        .contains("goldfish", "crane", "ECE");
    assertThat(out.resolve("mistakes.png")).isNotEmptyFile();
    assertThat(out.resolve("calibration.png")).isNotEmptyFile();
    assertThat(out.resolve("confusion.png")).doesNotExist();
    assertThat(json.json().get("confusion").isJsonNull()).isTrue();
    assertThat(json.json().getAsJsonArray("perClass")).hasSize(1000);
    assertThat(json.json().getAsJsonArray("figures")).hasSize(3);
    assertThat(table.status()).isEqualTo(1);
    assertThat(table.err()).contains("A table of 1000 classes is too large to read;");
  }

  @Test
  void whatIsTakenForItselfEachTimeIsRightEachTime() throws IOException {
    Path pictures = pictures("right", "ant");
    JsonArray row =
        evaluate(pictures, "--json").json().getAsJsonArray("confusion").get(0).getAsJsonArray();
    int answer = 0;
    while (row.get(answer).getAsInt() == 0) {
      answer++;
    }
    Path right = pictures("right-2", Files.readAllLines(labels).get(answer));

    JsonObject json = evaluate(right, "--json").json();

    assertThat(json.get("top1").getAsDouble()).isEqualTo(1);
    assertThat(json.get("top5").getAsDouble()).isEqualTo(1);
  }

  @Test
  void aPersonReadsSharesAndAMatrixInMarkdown() throws IOException {
    Result result = evaluate(pictures("person", "ant", "cat"), "--confusion");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .startsWith("2 pictures of 2 classes")
        .contains("top-1  ", "(95 % interval ", "top-5  ");
    List<String> matrix = result.out().lines().filter(line -> line.startsWith("|")).toList();
    assertThat(matrix).hasSize(12);
    assertThat(matrix.get(0)).startsWith("| shows / taken for | ant | bee |").endsWith(" a\\|b |");
    assertThat(matrix.get(3)).isEqualTo("| bee | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |");
  }

  @Test
  void theMatrixIsDrawnInEveryFormatThatIsNamed() throws IOException {
    Path out = folder.resolve("figures");

    Result result = evaluate(pictures("drawn", "ant"), "--out", out, "--format", "csv,svg");

    assertThat(result.status()).isZero();
    assertThat(out.resolve("confusion.png")).isNotEmptyFile();
    assertThat(out.resolve("confusion.svg")).isNotEmptyFile();
    assertThat(out.resolve("confusion.csv")).content().contains("\nant,");
    assertThat(out.resolve("calibration.svg")).isNotEmptyFile();
    assertThat(out.resolve("class-accuracy.csv")).content().contains("0,ant,1,");
    assertThat(result.out()).contains(out.resolve("confusion.png").toString());
  }

  @Test
  void aRunOfTheStoreIsDrawnAgainAsItWas() throws IOException {
    Path first = folder.resolve("drawn-first");
    Path again = folder.resolve("drawn-again");
    long run =
        evaluate(pictures("again", "ant", "cat"), "--out", first, "--format", "csv", "--json")
            .json()
            .get("run")
            .getAsLong();

    Result shown = CommandLineRunner.run("runs", "show", run, "--out", again, "--format", "csv");

    assertThat(shown.status()).as(shown.err()).isZero();
    assertThat(shown.out()).contains(again.resolve("calibration.png").toString());
    assertThat(again.resolve("calibration.csv"))
        .hasSameTextualContentAs(first.resolve("calibration.csv"));
  }

  @Test
  void anUnreadablePictureIsReportedAndTheOthersCount() throws IOException {
    Path pictures = pictures("broken", "ant", "cat");
    Path broken = Files.writeString(pictures.resolve("cat/broken.png"), "not a picture");

    Result result = evaluate(pictures, "--json");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines()).singleElement().asString().startsWith(broken.toString());
    assertThat(result.json().get("images").getAsInt()).isEqualTo(2);
    JsonObject failure = result.json().getAsJsonArray("failed").get(0).getAsJsonObject();
    assertThat(failure.keySet()).containsExactly("file", "sentence");
    assertThat(failure.get("file").getAsString()).isEqualTo(broken.toString());
  }

  @Test
  void aFolderOfNoClassOfTheModelIsRefused() throws IOException {
    Result result = evaluate(pictures("unknown", "unicorn"));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .contains("unicorn is not named as a class of the model", "\"ant\", \"bee\"");
  }

  @Test
  void renderedPicturesNeedAModelThatKnowsThem() {
    Result result =
        CommandLineRunner.run(
            "evaluate", "--rendered", 4, "--weights", weights, "--labels", labels);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .contains("but small.safetensors knows 10 classes (ant, bee, cat ...);");
  }

  @Test
  void renderedPicturesAreCountedUnderTheirKinds() throws IOException {
    List<String> kinds = ObjectKind.labels();
    EfficientViT network = new EfficientViT(Samples.SMALL.withClasses(kinds.size()));
    Path trained = folder.resolve("objects.safetensors");
    SafetensorsWriter.write(
        trained, SeededWeights.of(network, 1), DType.FLOAT32, Map.of("trained_on", "nothing"));
    Path names = Files.write(folder.resolve("kinds.txt"), kinds);
    int count = 2 * kinds.size();

    JsonObject json =
        CommandLineRunner.run(
                "evaluate", "--rendered", count, "--weights", trained, "--labels", names, "--json")
            .json();

    assertThat(json.get("images").getAsInt()).isEqualTo(count);
    assertThat(sums(json.getAsJsonArray("confusion"))).hasSize(kinds.size()).containsOnly(2);
  }

  @Test
  void attentionToObjectsIsMeasuredForEachBlock() {
    Result result =
        CommandLineRunner.run(
            "evaluate",
            "--rendered",
            5,
            "--attention",
            "--weights",
            "random",
            "--image-size",
            64,
            "--json");

    assertThat(result.status()).isZero();
    assertThat(result.err()).contains("random weights");
    assertThat(result.json().keySet()).containsExactly("model", "weights", "images", "blocks");
    assertThat(result.json().get("images").getAsInt()).isEqualTo(5);
    JsonArray blocks = result.json().getAsJsonArray("blocks");
    assertThat(blocks).isNotEmpty();
    for (JsonElement element : blocks) {
      JsonObject block = element.getAsJsonObject();
      assertThat(block.keySet()).containsExactly("block", "images", "ratio", "interval");
      JsonArray interval = block.getAsJsonArray("interval");
      assertThat(block.get("ratio").getAsDouble())
          .isBetween(interval.get(0).getAsDouble(), interval.get(1).getAsDouble());
    }
  }

  @Test
  void attentionIsTheSameWithTheSameSeedAndAnotherWithAnother() {
    String one = attention(0);

    assertThat(attention(0)).isEqualTo(one);
    assertThat(attention(1)).isNotEqualTo(one);
  }

  private static String attention(int seed) {
    return CommandLineRunner.run(
            "evaluate", "--rendered", 3, "--attention", "--weights", weights, "--seed", seed)
        .out();
  }

  @Test
  void neitherOrBothSourcesAreWrongUsage() {
    assertThat(CommandLineRunner.run("evaluate", "--weights", weights).status()).isEqualTo(2);
    assertThat(CommandLineRunner.run("evaluate", "--rendered", 3, "--list", labels).status())
        .isEqualTo(2);
    assertThat(
            CommandLineRunner.run("evaluate", folder, "--rendered", 3, "--weights", weights)
                .status())
        .isEqualTo(2);
    assertThat(
            CommandLineRunner.run("evaluate", folder, "--attention", "--weights", weights).status())
        .isEqualTo(2);
  }

  @Test
  void withoutWeightsItIsRefusedInOneSentence() {
    Result result = CommandLineRunner.run("evaluate", folder, "--model", "m5");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .contains("inspector weights fetch m5");
  }

  @Test
  void aStoppedRunAnswersWithWhatIsDone() throws IOException {
    StringWriter out = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(Writer.nullWriter()), false);
    terminal.stop();

    int status =
        InspectorCommand.execute(
            terminal,
            "evaluate",
            pictures("stopped", "ant").toString(),
            "--weights",
            weights.toString(),
            "--labels",
            labels.toString(),
            "--json");

    assertThat(status).isEqualTo(1);
    assertThat(out.toString()).contains("\"images\": 0,", "\"top1\": null,");
  }

  private static Result evaluate(Path pictures, Object... more) {
    Object[] first = {"evaluate", pictures, "--weights", weights, "--labels", labels};
    return CommandLineRunner.run(with(first, more));
  }

  private static Object[] with(Object[] first, Object... more) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray();
  }

  /** A folder that holds the same picture for each of some classes. */
  private static Path pictures(String name, String... classes) throws IOException {
    for (String label : classes) {
      Path inside = Files.createDirectories(folder.resolve(name).resolve(label));
      Path unused = Samples.picture(inside, "1.png");
    }
    return folder.resolve(name);
  }

  private static List<Integer> sums(JsonArray rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(
            row ->
                StreamSupport.stream(row.getAsJsonArray().spliterator(), false)
                    .mapToInt(JsonElement::getAsInt)
                    .sum())
        .toList();
  }

  @Test
  void bfloat16IsSaidAndGivesAnswersOfItsOwn() throws IOException {
    Path pictures = pictures("precision", "ant", "cat");

    JsonObject wide = evaluate(pictures, "--json").json();
    JsonObject narrow = evaluate(pictures, "--precision", "bf16", "--json").json();

    assertThat(narrow.get("precision").getAsString()).isEqualTo("bf16");
    assertThat(narrow.get("loss").getAsDouble()).isNotEqualTo(wide.get("loss").getAsDouble());
  }
}
