package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostCommandTest {

  /** Counted on the official implementation at 224 pixels and 1000 classes. */
  @ParameterizedTest
  @CsvSource({
    "m0, 2349436, 2334916, 79.19",
    "m1, 2980560, 2964256, 167.05",
    "m2, 4187554, 4168338, 201.04",
    "m3, 6900722, 6875890, 262.66",
    "m4, 8804228, 8776340, 299.31",
    "m5, 12473772, 12436260, 521.58",
  })
  void parametersAndMacsAreThoseOfTheOfficialImplementation(
      String model, long parameters, long folded, double millionMacs) {
    Result result = CommandLineRunner.run("cost", "--model", model, "--json");

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    JsonObject json = result.json();
    assertThat(json.keySet())
        .containsExactly(
            "model",
            "imageSize",
            "batch",
            "parameters",
            "parametersFolded",
            "macs",
            "operations",
            "folded",
            "arithmetic",
            "bytesRead",
            "weightBytes",
            "bytesWritten",
            "figures");
    assertThat(json.get("model").getAsString()).isEqualTo(model);
    assertThat(json.get("imageSize").getAsInt()).isEqualTo(224);
    assertThat(json.get("batch").getAsInt()).isEqualTo(1);
    assertThat(json.get("parameters").getAsLong()).isEqualTo(parameters);
    assertThat(json.get("parametersFolded").getAsLong()).isEqualTo(folded);
    assertThat(json.get("macs").getAsLong() / 1e6)
        .isCloseTo(millionMacs, within(millionMacs * 1e-3));
    assertThat(sumOfMacs(json)).isEqualTo(json.get("macs").getAsLong());
  }

  @Test
  void anOperationSaysItsNameKindAndCost() {
    JsonObject json = CommandLineRunner.run("cost", "--batch", 2, "--json").json();

    int weights = 4 * (8 * 3 * 3 * 3 + 8);
    int pictures = 4 * 2 * 3 * 224 * 224;
    int output = 4 * 2 * 8 * 112 * 112;
    JsonObject first = json.getAsJsonArray("operations").get(0).getAsJsonObject();
    assertThat(first.toString())
        .startsWith(
            "{\"name\":\"patch_embed.0\",\"kind\":\"convolution-kxk\",\"macs\":%d,\"bytesRead\":%d,\"bytesWritten\":%d,"
                .formatted(2L * 8 * 112 * 112 * 27, weights + pictures, output));
    assertThat(first.get("weightBytes").getAsInt()).isEqualTo(weights);
    assertThat(first.get("output").toString()).isEqualTo("[2,8,112,112]");
    assertThat(first.get("intensity").getAsDouble())
        .isEqualTo(
            (2.0 * first.get("macs").getAsLong() + first.get("arithmetic").getAsLong())
                / (weights + pictures + output));
  }

  @Test
  void eachOperationIsARowOfCsvAndOfTheLongTable() {
    Result csv = CommandLineRunner.run("cost", "--format", "csv");
    Result table = CommandLineRunner.run("cost", "--operations");

    assertThat(csv.out().lines().toList())
        .hasSize(509)
        .element(1)
        .asString()
        .startsWith(
            "m0,224,1,patch_embed.0,patch_embed,convolution-kxk,\"(1, 8, 112, 112)\",2709504,");
    assertThat(table.out().lines())
        .anyMatch(line -> line.matches("blocks1.0.mixer.m.attn.split.0 +view .* free"));
  }

  @Test
  void markdownIsThePersonsTables() {
    assertThat(CommandLineRunner.run("cost", "--format", "markdown").out())
        .contains(
            "| block | operations | MMACs |", "| --- | ---: | ---: |", "| total | 508 | 79.19 |");
  }

  @Test
  void figuresAreDrawnIntoTheFolder(@TempDir Path folder) {
    Result result = CommandLineRunner.run("cost", "--out", folder, "--format", "svg,csv", "--json");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(folder.resolve("cost.csv")).isNotEmptyFile();
    assertThat(folder.resolve("cost-macs.png")).isNotEmptyFile();
    assertThat(folder.resolve("cost-bytes.svg")).isNotEmptyFile();
    assertThat(result.json().getAsJsonArray("figures")).hasSize(7);
  }

  @Test
  void thereAreNoTimesToTrace() {
    Result result = CommandLineRunner.run("cost", "--format", "chrome-trace");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("inspector profile");
  }

  @Test
  void normalisationIsAnOperationOfItsOwnOnlyUnfolded() {
    assertThat(CommandLineRunner.run("cost", "--json").out()).doesNotContain("normalisation");
    assertThat(CommandLineRunner.run("cost", "--unfolded", "--json").out())
        .contains("\"kind\": \"normalisation\"");
  }

  @Test
  void theNetworkIsThatOfTheWeightsWhereTheyAreNamed(@TempDir Path folder) {
    JsonObject json =
        CommandLineRunner.run("cost", "--weights", Samples.weights(folder), "--json").json();

    assertThat(json.get("imageSize").getAsInt()).isEqualTo(64);
  }

  @Test
  void aPersonReadsTotalsByBlockAndByKind() {
    Result result = CommandLineRunner.run("cost", "--model", "m5");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("m5 at 224 pixels, batch 1, normalisation folded")
        .contains("12,473,772 parameters as trained, 12,436,260 with normalisation folded")
        .contains("patch_embed", "blocks3.6", "head", "depthwise convolution");
    assertThat(result.out().lines().filter(line -> line.startsWith("total")))
        .hasSize(2)
        .allMatch(line -> line.matches("total +\\d+ +521\\.\\d\\d +100\\.0 % .*"));
  }

  @Test
  void picturesTooLargeToCountAreRefusedInOneSentence() {
    Result result = CommandLineRunner.run("cost", "--batch", 2_000_000);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines()).singleElement().asString().contains("--batch");
  }

  @Test
  void aSizeThatTheNetworkCannotTakeIsRefusedInOneSentence() {
    Result result = CommandLineRunner.run("cost", "--image-size", 100);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines()).singleElement().asString().contains("multiple of 16");
  }

  private static long sumOfMacs(JsonObject json) {
    long sum = 0;
    for (JsonElement operation : json.getAsJsonArray("operations")) {
      sum += operation.getAsJsonObject().get("macs").getAsLong();
    }
    return sum;
  }
}
