package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.core.cost.ChangedPart;
import org.efficientvit.core.published.Ablation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WhatIfCommandTest {

  private static Result small(Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("what-if", "--model", "m0", "--image-size", 64, "--batch", 2, "--rounds", 3));
    words.addAll(List.of(more));
    return CommandLineRunner.run(words.toArray());
  }

  private static JsonObject variant(JsonObject json, int index) {
    return json.getAsJsonArray("variants").get(index).getAsJsonObject();
  }

  @Test
  void countedAloneItIsWhatTheCostOfTheNetworkIs() {
    Result result =
        CommandLineRunner.run(
            "what-if", "--model", "m4", "--change", "pairs=2", "--no-time", "--batch", 3, "--json");
    JsonObject cost = CommandLineRunner.run("cost", "--model", "m4", "--batch", 3, "--json").json();

    assertThat(result.status()).isZero();
    JsonObject json = result.json();
    JsonObject baseline = json.getAsJsonObject("baseline");
    assertThat(baseline.get("macs")).isEqualTo(cost.get("macs"));
    assertThat(baseline.get("parameters")).isEqualTo(cost.get("parameters"));
    assertThat(baseline.get("operations").getAsInt())
        .isEqualTo(cost.getAsJsonArray("operations").size());
    assertThat(json.get("note").getAsString()).contains("not retrained");
    assertThat(json.get("engine").isJsonNull()).isTrue();
    assertThat(baseline.get("milliseconds").isJsonNull()).isTrue();
    assertThat(variant(json, 0).get("speed").isJsonNull()).isTrue();
  }

  @Test
  void theDifferenceByOperationSumsToThatOfTheNetworks() {
    JsonObject json = small("--change", "ffn-ratio=4+cascade=off", "--no-time", "--json").json();
    JsonObject changed = variant(json, 0);

    long added = 0;
    for (JsonElement element : changed.getAsJsonArray("operations")) {
      JsonObject one = element.getAsJsonObject();
      added += macs(one, "after") - macs(one, "before");
      assertThat(one.get("presence").getAsString()).isIn("removed", "changed");
      assertThat(one.get("microseconds").isJsonNull()).isTrue();
    }
    assertThat(added)
        .isPositive()
        .isEqualTo(
            changed.getAsJsonObject("network").get("macs").getAsLong()
                - json.getAsJsonObject("baseline").get("macs").getAsLong());
  }

  private static long macs(JsonObject one, String side) {
    return one.getAsJsonObject(side).get("macs").getAsLong();
  }

  @Test
  void measuredEveryNetworkHasATimeAndAChangedOneASpeedAndEveryKindItsShare() {
    Result result = small("--change", "pairs=3", "--change", "cascade=off", "--json");

    assertThat(result.status()).as(result.err()).isZero();
    JsonObject json = result.json();
    assertThat(json.get("rounds").getAsInt()).isEqualTo(3);
    assertThat(json.get("engine").getAsString()).isEqualTo("pytorch");
    JsonObject before = json.getAsJsonObject("baseline").getAsJsonObject("milliseconds");
    assertThat(json.getAsJsonObject("baseline").get("imagesPerSecond").getAsDouble())
        .isCloseTo(2000 / before.get("median").getAsDouble(), within(1e-6));
    JsonObject changed = variant(json, 0);
    assertThat(changed.get("change").getAsString()).isEqualTo("pairs=3");
    JsonObject speed = changed.getAsJsonObject("speed");
    assertThat(speed.get("ratio").getAsDouble())
        .isBetween(speed.get("low").getAsDouble(), speed.get("high").getAsDouble());
    assertThat(changed.getAsJsonArray("byKind"))
        .allSatisfy(
            kind -> assertThat(kind.getAsJsonObject().get("microseconds").isJsonNull()).isFalse());
    assertThat(changed.get("published").isJsonNull()).isTrue();
  }

  @Test
  void onnxGivesTimesOfWholePassesAlone() {
    JsonObject changed =
        variant(small("--change", "heads=2", "--engine", "onnx", "--json").json(), 0);

    assertThat(changed.getAsJsonObject("network").get("milliseconds").isJsonNull()).isFalse();
    assertThat(changed.getAsJsonArray("byKind"))
        .allSatisfy(
            kind -> assertThat(kind.getAsJsonObject().get("microseconds").isJsonNull()).isTrue());
  }

  @Test
  void theAblationIsEveryRowOfThePapersTableWithItsSourceAndStatus() {
    JsonObject json = CommandLineRunner.run("what-if", "--ablation", "--no-time", "--json").json();
    Ablation ablation = Ablation.published();

    assertThat(json.get("model").getAsString()).isEqualTo("m4");
    assertThat(json.get("publishedSource").getAsString()).isEqualTo(ablation.source());
    assertThat(json.get("publishedStatus").getAsString()).isEqualTo(ablation.status());
    assertThat(json.getAsJsonArray("variants")).hasSize(10);
    JsonObject pairs = variant(json, 2).getAsJsonObject("published");
    assertThat(pairs.get("row").getAsString()).isEqualTo("N 1 -> 3");
    assertThat(pairs.get("onnxSpeed").getAsDouble()).isCloseTo(139.7 / 108.6, within(1e-9));
    assertThat(pairs.get("onnxDirection").isJsonNull()).isTrue();
    assertThat(pairs.getAsJsonArray("remarks").toString())
        .contains("90 %")
        .contains("more than this");
  }

  @Test
  void aPersonReadsThatNothingWasRetrainedAndWhatMakesTheDifference() {
    Result result = CommandLineRunner.run("what-if", "--ablation", "--no-time");

    assertThat(result.out())
        .contains("not retrained: cost and time only")
        .contains("m4 as it is")
        .contains("read from a screenshot of the table")
        .contains("activation=hardswish: no difference by count.")
        .contains("blocks1.0.mixer.m.attn.cascade.1")
        .contains("recalled, not confirmed");
    assertThat(result.out().lines().filter(line -> line.startsWith("norm=layer *"))).hasSize(1);
  }

  @Test
  void theMeasuredSpeedStandsInTheTableOnlyWhereSomethingWasMeasured() {
    assertThat(small("--change", "cascade=off").out()).contains("speed, times the baseline's");
    assertThat(small("--change", "cascade=off", "--no-time").out()).doesNotContain("speed");
  }

  @Test
  void figuresAreWrittenWithTheirData(@TempDir Path folder) throws Exception {
    Result result =
        small("--change", "heads=2+cascade=off", "--out", folder, "--format", "csv,svg");

    assertThat(result.status()).isZero();
    assertThat(folder.resolve("what-if-speed.png")).isNotEmptyFile();
    assertThat(folder.resolve("what-if-heads-2-and-cascade-off.svg")).isNotEmptyFile();
    assertThat(Files.readString(folder.resolve("what-if-heads-2-and-cascade-off.csv")))
        .startsWith("operation,kind,presence")
        .contains("blocks1.0.mixer.m.attn.cascade.1,addition,removed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "heads=3 | 64 channels do not split evenly among 3 heads.",
        "cascade=on | cascade=on changes nothing: m0 is so already.",
        "layout=swin+pairs=2 | The Swin layout has",
      })
  void whatCannotBeMadeIsRefusedInOneSentence(String change, String sentence) {
    Result result = small("--change", change);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines()).singleElement().asString().startsWith(sentence);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void onnxDoesNotRunNormalisationAsTrainedButItIsCounted() {
    Result result = small("--change", "norm=unfolded", "--engine", "onnx");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines()).singleElement().asString().contains("--engine pytorch");
    assertThat(small("--change", "norm=unfolded", "--engine", "onnx", "--no-time").status())
        .isZero();
  }

  @ParameterizedTest
  @EnumSource
  void helpNamesEveryPartThatCanBeChanged(ChangedPart part) {
    assertThat(CommandLineRunner.run("what-if", "--help").out()).contains(part.id() + "=");
  }

  @Test
  void stoppedEarlyItSaysSoAndAnswersWithWhatItHas() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
    terminal.stop();

    int status =
        InspectorCommand.execute(
            terminal, "what-if", "--image-size", "64", "--batch", "1", "--change", "cascade=off");

    assertThat(status).isEqualTo(1);
    assertThat(err.toString().strip()).isEqualTo("Stopped after 0 of 21 rounds.");
    assertThat(out.toString()).contains("cascade=off").doesNotContain("images/s");
  }

  @Test
  void wrongUsageSaysWhatIsMeant() {
    assertUsage(small(), "Name a change");
    assertUsage(small("--change", "cascades=off"), "There is no change 'cascades'");
    assertUsage(small("--change", "cascade"), "write cascade=on or off");
    assertUsage(small("--ablation"), "The published ablation is of m4");
  }

  private static void assertUsage(Result result, String words) {
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains(words);
  }
}
