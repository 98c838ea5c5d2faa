package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles of small passes; the ceilings are those that the first of them keeps. */
class ProfileCommandTest {

  @TempDir private Path folder;

  private static Result profile(Object... more) {
    List<Object> words = new ArrayList<>(List.of("profile", "--image-size", 64, "--passes", 2));
    words.addAll(List.of(more));
    return CommandLineRunner.run(words.toArray());
  }

  private static List<JsonObject> objects(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  @Test
  void theAnswerIsThatOfCostWithTimesBoundsAndCeilings() {
    Result result = profile("--batch", 2, "--json");
    JsonObject cost =
        CommandLineRunner.run("cost", "--image-size", 64, "--batch", 2, "--json").json();

    assertThat(result.status()).as(result.err()).isZero();
    JsonObject json = result.json();
    for (String total :
        List.of("model", "imageSize", "batch", "parameters", "parametersFolded", "macs")) {
      assertThat(json.get(total)).as(total).isEqualTo(cost.get(total));
    }
    List<JsonObject> counted = objects(cost.getAsJsonArray("operations"));
    List<JsonObject> timed = objects(json.getAsJsonArray("operations"));
    assertThat(timed).hasSameSizeAs(counted);
    for (int i = 0; i < timed.size(); i++) {
      for (String name : counted.get(i).keySet()) {
        assertThat(timed.get(i).get(name)).as(name).isEqualTo(counted.get(i).get(name));
      }
      double time = timed.get(i).get("microseconds").getAsDouble();
      assertThat(time)
          .isPositive()
          .isBetween(
              timed.get(i).get("microsecondsLow").getAsDouble(),
              timed.get(i).get("microsecondsHigh").getAsDouble());
      assertThat(timed.get(i).get("bound").getAsString()).isIn("memory", "compute", "overhead");
      assertThat(timed.get(i).get("paper").getAsString()).isIn("memory", "compute");
    }
    JsonObject ceilings = json.getAsJsonObject("ceilings");
    assertThat(ceilings.get("engine").getAsString()).isEqualTo("pytorch");
    assertThat(ceilings.getAsJsonObject("gigaflops").get("best").getAsDouble()).isPositive();
    assertThat(ceilings.getAsJsonArray("bandwidths")).isNotEmpty();
    assertThat(ceilings.getAsJsonObject("overheads").keySet()).contains("matmul", "view");
    assertThat(json.getAsJsonObject("machine").get("fingerprint").getAsString()).hasSize(12);
  }

  @Test
  void randomWeightsAreNamedInTheAnswerAndBesideIt() {
    Result result = profile("--json");

    assertThat(result.json().get("weights").getAsString()).isEqualTo("random weights (seed 0)");
    assertThat(result.json().get("random").getAsBoolean()).isTrue();
    assertThat(result.err()).contains("random weights (seed 0); times do not depend on");
    assertThat(profile().out()).contains("random weights (seed 0)");
  }

  @Test
  void weightsAndAPictureMayBeNamed() {
    Result result =
        CommandLineRunner.run(
            "profile",
            Samples.picture(folder, "a.png"),
            "--weights",
            Samples.weights(folder),
            "--passes",
            2,
            "--json");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.json().get("weights").getAsString()).isEqualTo("small.safetensors");
    assertThat(result.json().get("classes").getAsInt()).isEqualTo(10);
    assertThat(result.err()).doesNotContain("random");
  }

  @Test
  void aPersonReadsEachOperationThenStagesAndKindsThenThePass() {
    Result result = profile("--model", "m1");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("m1 at 64 pixels, batch 1, normalisation folded, on pytorch with 1 thread")
        .contains("Ceilings of pytorch with 1 thread", "GFLOP/s")
        .contains("blocks1.0.mixer.m.attn.scores.0", "free")
        .contains("largest of three lower limits")
        .contains("From end to end", "Timing each operation makes a pass");
    assertThat(result.out().lines().filter(line -> line.startsWith("total"))).hasSize(2);
    assertThat(profile("--model", "m1", "--grouping", "paper").out())
        .contains("as the paper does")
        .containsPattern("(?m)^softmax .* 100.0 %    0.0 %     0.0 %$");
  }

  @Test
  void csvHasARowForEachOperationWithItsEngine() {
    Result result = profile("--batch", "1,2", "--format", "csv");
    int operations =
        CommandLineRunner.run("cost", "--image-size", 64, "--json")
            .json()
            .getAsJsonArray("operations")
            .size();

    List<String> lines = result.out().lines().toList();
    assertThat(lines).hasSize(1 + 2 * operations);
    assertThat(lines.get(0))
        .startsWith("network,image size (pixels),batch,engine,threads,operation");
    assertThat(lines.get(1)).startsWith("m0,64,1,pytorch,1,patch_embed.0,patch_embed,");
    assertThat(lines.get(1 + operations)).startsWith("m0,64,2,pytorch,1,patch_embed.0,");
  }

  @Test
  void theTraceForPerfettoHasTheOperationsEndToEnd() {
    JsonObject trace =
        JsonParser.parseString(profile("--format", "chrome-trace").out()).getAsJsonObject();

    List<JsonObject> events = objects(trace.getAsJsonArray("traceEvents"));
    for (int row = 1; row <= 2; row++) {
      int wanted = row;
      List<JsonObject> lasting =
          events.stream()
              .filter(one -> one.get("ph").getAsString().equals("X"))
              .filter(one -> one.get("tid").getAsInt() == wanted)
              .toList();
      assertThat(lasting).hasSizeGreaterThan(3);
      long end = 0;
      for (JsonObject event : lasting) {
        long start = Math.round(1000 * event.get("ts").getAsDouble());
        assertThat(start).isGreaterThanOrEqualTo(end);
        end = start + Math.round(1000 * event.get("dur").getAsDouble());
      }
    }
    JsonObject scores =
        events.stream()
            .filter(one -> one.get("name").getAsString().equals("blocks1.0.mixer.m.attn.scores.0"))
            .findFirst()
            .orElseThrow();
    assertThat(scores.get("cat").getAsString()).isEqualTo("matmul");
    assertThat(scores.getAsJsonObject("args").keySet()).contains("macs", "bytes", "bound");
    assertThat(events.get(0).getAsJsonObject("args").get("name").getAsString())
        .isEqualTo("m0, batch 1, pytorch, 1 thread");
  }

  @Test
  void severalNetworksAreOneLineEachAndOnePageOfMarkdown() {
    Path file = folder.resolve("several.json");
    Result table = profile("--models", "m0,deit-tiny", "--batches", "1,2", "--save", file);
    Result page = CommandLineRunner.run("profile", "--read", file, "--format", "markdown");
    JsonObject json = CommandLineRunner.run("profile", "--read", file, "--json").json();

    assertThat(table.status()).as(table.err()).isZero();
    assertThat(table.out().lines().filter(line -> line.matches("(m0|deit-tiny) +[12] +pytorch .*")))
        .hasSize(4);
    assertThat(page.out().lines().filter(line -> line.matches("\\| (m0|deit-tiny) \\| [12] .*")))
        .hasSize(4);
    assertThat(page.out())
        .contains("inspector profile --models m0,deit-tiny --batches 1,2 --engine pytorch");
    assertThat(objects(json.getAsJsonArray("profiles")))
        .extracting(one -> one.get("model").getAsString() + one.get("batch").getAsInt())
        .containsExactly("m01", "m02", "deit-tiny1", "deit-tiny2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pytorch", "onnx"})
  void whatWasSavedIsShownAgainAsItWasMeasured(String engine) {
    Path saved = folder.resolve("saved.json");
    Result measured = profile("--engine", engine, "--save", saved, "--json");

    Result again = CommandLineRunner.run("profile", "--read", saved, "--json");

    assertThat(measured.status()).as(measured.err()).isZero();
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(close(again.json())).isEqualTo(close(measured.json()));
  }

  /** Without the digits that dividing and multiplying by a unit change. */
  private static String close(JsonObject json) {
    return json.toString().replaceAll("(\\d\\.\\d{6})\\d+(E-?\\d+)?", "$1");
  }

  @Test
  void theAnswerOfJsonIsReadAsWellAndAgreesWithItself() throws IOException {
    Path answer = Files.writeString(folder.resolve("answer.json"), profile("--json").out());

    Result result =
        CommandLineRunner.run("profile", "--read", answer, "--compare", answer, "--json");
    Result table = CommandLineRunner.run("profile", "--read", answer, "--compare", answer);

    JsonObject agreed =
        result
            .json()
            .getAsJsonObject("agreement")
            .getAsJsonArray("profiles")
            .get(0)
            .getAsJsonObject();
    assertThat(agreed.get("share").getAsDouble()).isEqualTo(1);
    assertThat(agreed.getAsJsonArray("differing")).isEmpty();
    assertThat(table.out()).contains("answer.json agree for so much of the time", "100.0 %");
  }

  @Test
  void onnxSaysWhatItsProfilerDisturbsAndWhatItMerged() {
    Result result = profile("--engine", "onnx");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("on onnx with 1 thread", "Ceilings of onnx")
        .contains("The profiler of onnx, which times the operations, makes a pass")
        .contains("* onnx ran several operations as this one.");
  }

  @Test
  void profilesOfOtherEnginesAreNotCompared() {
    Path torch = folder.resolve("torch.json");
    Path onnx = folder.resolve("onnx.json");
    profile("--save", torch);
    profile("--engine", "onnx", "--save", onnx);

    Result result = CommandLineRunner.run("profile", "--read", torch, "--compare", onnx);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().strip()).endsWith("compare like with like.");
  }

  @Test
  void unfoldedNormalisationIsTimedAsWell() {
    Result result = profile("--unfolded", "--json");

    assertThat(result.json().get("folded").getAsBoolean()).isFalse();
    assertThat(result.out()).contains("\"kind\": \"normalisation\"");
  }

  @Test
  void figuresAndDocumentsAreFilesOfTheFolder() throws IOException {
    Path out = folder.resolve("figures");
    Result result =
        profile(
            "--batches",
            "1,2",
            "--out",
            out,
            "--format",
            "csv,chrome-trace,markdown,svg",
            "--json");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(out.resolve("bounds-by-network.png")).isNotEmptyFile();
    assertThat(out.resolve("m0-batch-2").resolve("roofline.svg")).isNotEmptyFile();
    assertThat(out.resolve("m0-batch-1").resolve("roofline.csv")).isNotEmptyFile();
    assertThat(out.resolve("profile.csv")).isNotEmptyFile();
    assertThat(out.resolve("profile.md")).isNotEmptyFile();
    assertThat(
            JsonParser.parseString(Files.readString(out.resolve("profile.trace.json")))
                .isJsonObject())
        .isTrue();
    assertThat(result.json().getAsJsonArray("figures"))
        .allSatisfy(file -> assertThat(Path.of(file.getAsString())).isNotEmptyFile());
  }

  @Test
  void operationsFasterThanTheCeilingsAllowAreWarnedOf() throws IOException {
    Path saved = folder.resolve("saved.json");
    profile("--save", saved);
    JsonObject kept = JsonParser.parseString(Files.readString(saved)).getAsJsonObject();
    JsonObject first =
        kept.getAsJsonArray("profiles")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("operations")
            .get(0)
            .getAsJsonObject();
    List.of("microseconds", "microsecondsLow", "microsecondsHigh")
        .forEach(name -> first.addProperty(name, 0.001));
    Files.writeString(saved, kept.toString());

    Result result = CommandLineRunner.run("profile", "--read", saved, "--json");

    assertThat(result.err()).contains("such as patch_embed.0", "--ceilings careful");
    assertThat(result.json().getAsJsonArray("fasterThanPossible").get(0).getAsString())
        .isEqualTo("patch_embed.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "7",
        "{\"profiles\":[]}",
        "{\"machine\":{},\"ceilings\":{},\"profiles\":[{\"model\":\"m0\"}]}"
      })
  void whatIsNoProfileIsRefusedInOneSentence(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("broken.json"), content);

    Result result = CommandLineRunner.run("profile", "--read", file);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .contains("broken.json", "--save FILE");
  }

  @Test
  void aNetworkThatNobodyKnowsOrThatIsCountedOtherwiseIsRefusedInOneSentence() throws IOException {
    Path saved = folder.resolve("saved.json");
    profile("--save", saved);
    String text = Files.readString(saved);
    Files.writeString(saved, text.replace("\"m0\"", "\"mine\""));
    assertRefused(CommandLineRunner.run("profile", "--read", saved), "a profile of mine");

    JsonObject kept = JsonParser.parseString(text).getAsJsonObject();
    kept.getAsJsonArray("profiles").get(0).getAsJsonObject().getAsJsonArray("operations").remove(0);
    Files.writeString(saved, kept.toString());
    assertRefused(CommandLineRunner.run("profile", "--read", saved), "measure it again");

    assertRefused(
        CommandLineRunner.run("profile", "--read", folder.resolve("none.json")), "none.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--device gpu | --device cpu",
        "--precision bf16 | leave --precision away",
        "--engine onnx --unfolded | --engine pytorch",
        "--batch 2000000 | --batch",
        "--image-size 100 | multiple of 16",
      })
  void whatCannotBeTimedIsRefusedInOneSentence(String options, String words) {
    List<Object> arguments = new ArrayList<>(List.of("profile", "--passes", 2));
    arguments.addAll(List.of(options.split(" ")));

    assertRefused(CommandLineRunner.run(arguments.toArray()), words);
  }

  private static void assertRefused(Result result, String words) {
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines()).singleElement().asString().contains(words);
    assertThat(result.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--json --format csv | --out",
        "--format csv,markdown | --out",
        "--format png | name their folder with --out",
        "--model m0 --models m1 | not by both",
        "--models m0,m1 --weights small.pth | name it by --model",
        "--read a.json --passes 3 | leave out",
        "--ceilings high | expected one of",
      })
  void wrongUsageSaysWhatIsMeant(String options, String words) {
    List<Object> arguments = new ArrayList<>(List.of("profile"));
    arguments.addAll(List.of(options.split(" ")));

    Result result = CommandLineRunner.run(arguments.toArray());

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains(words);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void stoppedBeforeTheFirstPassItSaysSo() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
    terminal.stop();

    int status = InspectorCommand.execute(terminal, "profile", "--image-size", "64");

    assertThat(status).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("stopped");
    assertThat(out.toString()).isEmpty();
  }
}
