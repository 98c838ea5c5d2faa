package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentCommandTest {

  @TempDir private Path folder;

  private Result run(Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("experiment", "cascade", "--out", folder, "--seeds", 2, "--epochs", 1));
    words.addAll(List.of(more));
    return CommandLineRunner.run(words.toArray());
  }

  @Test
  void anExperimentLeavesAReportAFigureAndItsDataAndIsNotRunTwice() throws IOException {
    Result result = run("--pictures", 32, "--measured", 6);

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out()).contains("no-cascade-1  epoch 1 of 1", "difference", "report.md");
    assertThat(folder.resolve("cascade-experiment.png")).isNotEmptyFile();
    String report = Files.readString(folder.resolve("report.md"));
    assertThat(report)
        .startsWith("# Does the diversity of heads come from the cascade?")
        .contains("2 seeds each", "same 6 pictures", "**Accuracy.**", "| blocks3.5 |");
    JsonObject data =
        JsonParser.parseString(Files.readString(folder.resolve("data.json"))).getAsJsonObject();
    assertThat(data.getAsJsonArray("networks")).hasSize(10);
    for (JsonElement element : data.getAsJsonArray("comparisons")) {
      JsonObject one = element.getAsJsonObject();
      assertThat(mean(one, "difference"))
          .isCloseTo(mean(one, "cascadeMean") - mean(one, "noCascadeMean"), within(1e-9));
    }
    // Of 10 networks, three figures and seven of likeness of the network and of six blocks.
    assertThat(Files.readAllLines(folder.resolve("data.csv"))).hasSize(1 + 10 * (3 + 7 * 7));

    Result again = run("--pictures", 32, "--measured", 6, "--json");

    assertThat(again.out()).doesNotContain("epoch 1 of 1");
    assertThat(again.json()).isEqualTo(data);
  }

  private static double mean(JsonObject one, String figure) {
    return one.getAsJsonObject(figure).get("mean").getAsDouble();
  }

  @Test
  void oneSeedIsRefused() {
    Result result = run("--seeds", 1);

    assertThat(result.status()).isNotZero();
    assertThat(CommandLineRunner.run("experiment").err()).contains("Say which experiment: cascade");
  }
}
