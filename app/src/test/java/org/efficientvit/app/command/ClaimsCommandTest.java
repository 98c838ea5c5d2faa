package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.efficientvit.app.OwnData;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.app.service.BenchmarkPlan;
import org.efficientvit.app.service.ClaimsStudy;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.benchmark.Visit;
import org.efficientvit.core.published.Claim;
import org.efficientvit.core.published.PublishedFigures;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger of claims, on visits that stand in the store as if they had been measured. */
class ClaimsCommandTest {

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

  /** A pass of M0 takes 10 ms, of the next network 20 ms and so on. */
  private void measured(SpeedProtocol protocol, double factor) {
    try (RunStore store = RunStore.standard()) {
      // Of an empty store everything is missing.
      ClaimsStudy study = new ClaimsStudy(Optional.empty());
      for (BenchmarkPlan plan : study.missing(protocol)) {
        Run run = store.begin(Run.Kind.BENCHMARK, study.machine(), new Gson().toJson(plan));
        for (int round = 0; round < protocol.rounds(); round++) {
          double milliseconds = 0;
          for (Cell cell : plan.cells()) {
            milliseconds += 10 * (cell.model().startsWith("m") ? 1 : factor);
            store.add(run, new Visit(cell, round, List.of(milliseconds, milliseconds), 1));
          }
        }
        store.finish(run, "{}");
      }
    }
  }

  private static JsonObject claim(JsonObject report, String id, String part) {
    for (JsonElement one : report.getAsJsonArray("claims")) {
      JsonObject claim = one.getAsJsonObject();
      if (claim.get("id").getAsString().equals(id)
          && claim.get("part").getAsString().equals(part)) {
        return claim;
      }
    }
    throw new AssertionError(id + " " + part);
  }

  @Test
  void withoutMeasurementsEveryClaimIsThereAndNothingIsKept() {
    Result result = CommandLineRunner.run("claims", "--no-measure", "--json");

    assertThat(result.status()).isZero();
    JsonObject report = result.json();
    Set<String> ids = new LinkedHashSet<>();
    Set<String> verdicts = new LinkedHashSet<>();
    for (JsonElement one : report.getAsJsonArray("claims")) {
      ids.add(one.getAsJsonObject().get("id").getAsString());
      verdicts.add(one.getAsJsonObject().get("verdict").getAsString());
    }
    assertThat(ids)
        .containsAll(PublishedFigures.standard().claims().stream().map(Claim::id).toList())
        .contains("m0-over-mobilenet_v2_1.0", "m5-over-shufflenet_v2_1.0");
    assertThat(verdicts).containsExactlyInAnyOrder("holds", "not measurable here", "not measured");
    assertThat(folder.resolve("runs.sqlite")).doesNotExist();
  }

  @Test
  void theAnswerHasTheNamesThatOthersRelyOn() {
    measured(SpeedProtocol.standard(), 1);

    // Nothing is missing, so that nothing is measured.
    Result result = CommandLineRunner.run("claims", "--json");

    assertThat(result.status()).isZero();
    JsonObject report = result.json();
    assertThat(report.keySet()).contains("machine", "claims");
    JsonObject claim = claim(report, "m3-vs-mobilenetv2", "xeon");
    assertThat(claim.keySet())
        .contains("id", "published", "measured", "verdict", "conditions", "source", "status");
    assertThat(claim.get("published").getAsDouble()).isEqualTo(3.0);
    assertThat(claim.getAsJsonObject("measured").keySet()).containsExactly("value", "low", "high");
    // M3 is the fourth network and takes 40 ms, MobileNetV2 the eighth with 80 ms.
    assertThat(claim.getAsJsonObject("measured").get("value").getAsDouble()).isEqualTo(2.0);
    assertThat(claim.get("verdict").getAsString()).isEqualTo("does not hold");
    assertThat(claim.get("size").getAsString()).isEqualTo("smaller");
    assertThat(claim.get("direction").getAsString()).isEqualTo("same");
    assertThat(claim.get("conditions").getAsString())
        .startsWith("pytorch, batch 16, 1 thread, 10 rounds in turn, run ");
    assertThat(claim.getAsJsonArray("elsewhere")).hasSize(3);
    JsonObject gpu = claim(report, "m3-vs-mobilenetv2", "v100");
    assertThat(gpu.get("measured").isJsonNull()).isTrue();
    assertThat(gpu.get("verdict").getAsString()).isEqualTo("not measurable here");
    assertThat(gpu.get("reason").getAsString()).contains("graphics card");
    assertThat(gpu.getAsJsonArray("witnesses")).hasSize(4);
  }

  @Test
  void aQuickLookNeverStandsBeforeAMeasurementThatTookItsTime() {
    measured(SpeedProtocol.standard(), 1);
    measured(SpeedProtocol.quick(), 5);
    assertThat(CommandLineRunner.run("runs", "list").out()).contains("interleaved", "quick");
    JsonObject once = CommandLineRunner.run("claims", "--no-measure", "--json").json();

    assertThat(
            claim(once, "m3-vs-mobilenetv2", "xeon")
                .getAsJsonObject("measured")
                .get("value")
                .getAsDouble())
        .isEqualTo(2.0);
  }

  @Test
  void aPersonReadsVerdictsReasonsAndTheOtherSettings() {
    measured(SpeedProtocol.quick(), 5);

    String out = CommandLineRunner.run("claims", "--no-measure").out();

    assertThat(out)
        .contains("m5-vs-efficientnetb0: M5 is comparable in accuracy")
        .contains("not measurable here")
        .contains("Same direction, larger than claimed.")
        .contains("onnx, batch 1, 1 thread: ")
        .contains("timm's weights: -0.6")
        .contains("M5 : MobileNetV3-Large")
        .contains("35 more ratios are of a graphics card or of networks that are not here");
  }

  @Test
  void thePageHasEveryClaimAndTheFiguresLieBesideIt() throws IOException {
    measured(SpeedProtocol.standard(), 1);
    Path out = folder.resolve("out");

    Result result =
        CommandLineRunner.run("claims", "--no-measure", "--format", "markdown,csv", "--out", out);

    assertThat(result.status()).isZero();
    String page = Files.readString(out.resolve("claims.md"));
    assertThat(page)
        .contains("    inspector claims --no-measure --format markdown,csv --out " + out)
        .contains("## Not measurable here")
        .contains("| M5 : MobileNetV3-Large | CPU speed |")
        .contains("read in copies of the abstract")
        .contains("| EfficientNet-B0 | EfficientNet | 77.1 | 77.7 |");
    List<String> ids = new ArrayList<>();
    PublishedFigures.standard().claims().forEach(claim -> ids.add("**" + claim.id() + "**"));
    assertThat(page).contains(ids);
    for (String line : page.lines().filter(one -> one.startsWith("![")).toList()) {
      String file = line.substring(line.indexOf('(') + 1, line.indexOf(')'));
      assertThat(out.resolve(file)).exists();
    }
    assertThat(Files.readString(out.resolve("claims.csv"))).startsWith("claim,part,networks,");
    assertThat(out.resolve("claims-on-processors.png")).exists();
    assertThat(out.resolve("speed-accuracy-pytorch-batch-16-threads-1.png")).exists();
  }

  @Test
  void whyIsAskedOfClaimsWhoseNetworksAreHere() {
    Result unknown = CommandLineRunner.run("claims", "--no-measure", "--why", "m2-vs-mobilevitxxs");

    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("There is no claim 'm2-vs-mobilevitxxs' of networks that are here")
        .contains("m5-vs-mobilenetv3");
    assertThat(CommandLineRunner.run("claims", "--no-measure", "--quick").status()).isEqualTo(2);
  }
}
