package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.efficientvit.app.OwnData;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

  @TempDir private Path folder;
  private OwnData data;

  @BeforeEach
  void keepApart() {
    data = new OwnData(folder);
  }

  @AfterEach
  void goBack() {
    data.close();
  }

  @Test
  void whatIsNotMeasuredIsSaidAndTheRestIsShownWithItsSource() {
    Result result = CommandLineRunner.run("compare");

    assertThat(result.status()).isZero();
    assertThat(result.err()).contains("Nobody measured m0, m1").contains("inspector benchmark");
    assertThat(result.out())
        .contains("77.1")
        .contains("top-1 published")
        .contains("recalled, not confirmed against the paper");
    assertThat(folder.resolve("runs.sqlite")).doesNotExist();
  }

  @Test
  void measuredSpeedsStandBesidePublishedOnes() {
    CommandLineRunner.run(
        "benchmark",
        "--models",
        "m0,m1",
        "--engines",
        "onnx",
        "--batches",
        "1",
        "--protocol",
        "quick",
        "--rounds",
        "1");

    Result result =
        CommandLineRunner.run("compare", "--batch", "1", "--out", folder.resolve("out"), "--json");

    JsonObject report = result.json();
    assertThat(report.getAsJsonArray("missing")).hasSize(4);
    JsonObject m1 = report.getAsJsonArray("models").get(1).getAsJsonObject();
    JsonObject measured = m1.getAsJsonObject("measured");
    assertThat(measured.get("imagesPerSecond").getAsDouble()).isPositive();
    assertThat(measured.get("ratio").getAsDouble()).isBetween(0.05, 5.0);
    assertThat(m1.getAsJsonObject("top1").get("known").getAsString()).isEqualTo("published");
    JsonObject v100 = m1.getAsJsonObject("published").getAsJsonObject("v100");
    assertThat(v100.get("ratio").getAsDouble()).isBetween(0.726, 0.727);
    assertThat(v100.get("status").getAsString()).isEqualTo("read in the source");
    assertThat(
            report.getAsJsonArray("models").get(2).getAsJsonObject().get("measured").isJsonNull())
        .isTrue();
    assertThat(folder.resolve("out").resolve("speed-accuracy-onnx-batch-1-threads-1.png")).exists();
  }

  @Test
  void allFamiliesAreComparedOnRequest() {
    JsonObject report = CommandLineRunner.run("compare", "--models", "all", "--json").json();

    assertThat(report.getAsJsonArray("models")).hasSize(10);
    assertThat(report.getAsJsonArray("missing")).hasSize(10);
    JsonObject rival = report.getAsJsonArray("models").get(7).getAsJsonObject();
    assertThat(rival.get("model").getAsString()).isEqualTo("mobilenetv2");
    assertThat(rival.getAsJsonObject("top1").get("value").getAsDouble()).isEqualTo(0.72);
    assertThat(rival.getAsJsonObject("timmTop1").get("value").getAsDouble())
        .isBetween(0.729, 0.7292);
    assertThat(rival.getAsJsonObject("published").keySet()).contains("v100", "xeon", "onnx");
    assertThat(CommandLineRunner.run("compare", "--models", "m1,deit-tiny").out())
        .contains("here/M1")
        .contains("facebookresearch/deit");
    assertThat(CommandLineRunner.run("compare", "--models", "resnet").status()).isEqualTo(2);
  }
}
