package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CascadeCommandTest {

  @TempDir private static Path folder;
  private static Path picture;
  private static Path weights;

  @BeforeAll
  static void makeSamples() {
    picture = Samples.picture(folder, "sky.png");
    weights = Samples.weights(folder);
  }

  private static Result cascade(Object... more) {
    List<Object> words = new ArrayList<>(List.of("cascade", picture, "--weights", weights));
    words.addAll(Arrays.asList(more));
    return CommandLineRunner.run(words.toArray());
  }

  private static JsonObject head(JsonObject json, int block, int head) {
    return heads(json, block).get(head).getAsJsonObject();
  }

  private static JsonArray heads(JsonObject json, int block) {
    return json.getAsJsonArray("blocks").get(block).getAsJsonObject().getAsJsonArray("heads");
  }

  @Test
  void everyHeadHasASplitAndAllButTheFirstSomethingAdded() {
    JsonObject json = cascade("--json").json();

    assertThat(json.keySet())
        .containsExactly(
            "model",
            "weights",
            "engine",
            "file",
            "interventions",
            "milliseconds",
            "blocks",
            "effect",
            "figures");
    assertThat(json.get("effect").isJsonNull()).isTrue();
    assertThat(json.getAsJsonArray("blocks")).hasSize(6);
    for (int block = 0; block < 6; block++) {
      for (int head = 0; head < 4; head++) {
        JsonObject one = head(json, block, head);
        assertThat(one.get("split").getAsDouble()).isPositive();
        assertThat(one.get("cosine").getAsDouble()).isBetween(-1.0, 1.0);
        if (head == 0) {
          assertThat(one.get("added").getAsDouble()).isZero();
        } else {
          // What is added is what the head before gave; both are rounded to 32 bits.
          double before = head(json, block, head - 1).get("output").getAsDouble();
          assertThat(one.get("added").getAsDouble()).isCloseTo(before, within(1e-4 * before));
        }
      }
    }
  }

  @Test
  void cuttingSilencingAndUniformMapsAreMadeAndTheirEffectIsTold() {
    Result result =
        cascade(
            "--cut",
            "blocks2.3:1,blocks2.3:2",
            "--silence",
            "blocks3.3:0",
            "--uniform",
            "blocks1.0:3",
            "--top",
            3,
            "--json");

    assertThat(result.status()).as(result.err()).isZero();
    JsonObject json = result.json();
    assertThat(json.getAsJsonArray("interventions"))
        .extracting(JsonElement::getAsString)
        .containsExactly(
            "cut blocks2.3:1", "cut blocks2.3:2", "silence blocks3.3:0", "uniform blocks1.0:3");
    assertThat(head(json, 1, 1).get("added").getAsDouble()).isZero();
    assertThat(head(json, 1, 2).get("added").getAsDouble()).isZero();
    assertThat(head(json, 1, 3).get("added").getAsDouble()).isPositive();
    assertThat(head(json, 3, 0).get("output").getAsDouble()).isZero();
    JsonObject effect = json.getAsJsonObject("effect");
    assertThat(effect.get("meanLogitChange").getAsDouble()).isPositive();
    assertThat(effect.getAsJsonArray("classes")).hasSize(3);
    JsonArray maps = effect.getAsJsonArray("maps");
    List<Double> first =
        maps.get(0).getAsJsonObject().getAsJsonArray("heads").asList().stream()
            .map(JsonElement::getAsDouble)
            .toList();
    assertThat(first.subList(0, 3)).containsOnly(0.0);
    assertThat(first.get(3)).isBetween(0.0, 1.0).isNotZero();
  }

  @Test
  void allEdgesAreCutAtOnce() {
    JsonObject json = cascade("--cut-all", "--json").json();

    assertThat(json.getAsJsonArray("interventions")).hasSize(18);
    for (int block = 0; block < 6; block++) {
      assertThat(heads(json, block))
          .allMatch(head -> head.getAsJsonObject().get("added").getAsDouble() == 0);
    }
  }

  @Test
  void aPersonReadsATableAndFiguresAreDrawnForOneBlock() {
    Result result =
        cascade(
            "--block", "blocks2.3", "--silence", "blocks2.3:1", "--out", folder.resolve("figures"));

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("Changed: silence blocks2.3:1", "blocks2.3:3", "The prediction", "moved:")
        .doesNotContain("blocks3.3:1");
    assertThat(folder.resolve("figures")).isDirectoryContaining("glob:**.png");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --cut     | blocks2.3:0  | 1 | Head 0 of blocks2.3 is the first
          --silence | blocks9.9:0  | 1 | has no heads in a block blocks9.9; choose one of blocks1.0
          --uniform | blocks2.3:4  | 1 | has no head 4 in blocks2.3; its heads are 0 to 3.
          --silence | blocks2.3    | 2 | names no head; write its block and its number
          --block   | blocks9.9    | 1 | has no heads in a block blocks9.9
          """)
  void whatIsNotThereIsRefusedInASentence(
      String option, String place, int status, String sentence) {
    Result result = cascade(option, place);

    assertThat(result.status()).isEqualTo(status);
    assertThat(result.err()).contains(sentence);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void anotherEngineOrNetworkIsRefused() {
    assertThat(cascade("--engine", "onnx", "--cut-all").err()).contains("use --engine pytorch");
    Result deit =
        CommandLineRunner.run(
            "cascade", picture, "--model", "deit-tiny", "--weights", "random", "--json");
    assertThat(deit.status()).isEqualTo(1);
    assertThat(deit.err()).contains("deit-tiny has no heads that read a split of their own");
  }
}
