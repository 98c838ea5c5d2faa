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
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.core.weights.DType;
import org.efficientvit.core.weights.SafetensorsWriter;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

  @TempDir private static Path folder;
  private static Path weights;
  private static Path labels;

  @BeforeAll
  static void makeSamples() throws IOException {
    weights = Samples.weights(folder);
    labels =
        Files.write(
            folder.resolve("labels.txt"),
            List.of("ant", "bee", "cat", "dog", "elk", "fox", "gnu", "hen", "ibis", "a|b"));
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
            "images",
            "top1",
            "top5",
            "interval",
            "labels",
            "confusion",
            "perClass",
            "failed");
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
    assertThat(bee.keySet()).containsExactly("label", "images", "top1");
    assertThat(bee.get("label").getAsString()).isEqualTo("bee");
    assertThat(bee.get("top1").isJsonNull()).isTrue();
    assertThat(json.getAsJsonArray("failed")).isEmpty();
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
    assertThat(result.out()).contains(out.resolve("confusion.png").toString());
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
    Object[] all = new Object[first.length + more.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return CommandLineRunner.run(all);
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
}
