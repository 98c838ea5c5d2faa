package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.app.service.Installation;
import org.efficientvit.app.window.viewmodel.DetectViewModel;
import org.efficientvit.app.window.viewmodel.Detected;
import org.efficientvit.app.window.viewmodel.ModelKeeper;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Runners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window and the command line find the same objects. */
class DetectInWindowTest {

  @TempDir Path folder;

  private final Queue<Runnable> worker = new ArrayDeque<>();
  private final ModelKeeper keeper = new ModelKeeper();
  private final Workbench bench =
      new Workbench(
          Runners.of(() -> new LatestRunner(worker::add, Runnable::run)), keeper, List.of());
  private final Path picture =
      Installation.samples().stream()
          .filter(file -> file.endsWith("cup-000008.png"))
          .findFirst()
          .orElseThrow();

  @BeforeEach
  void look() {
    bench.inspect().model().start();
    bench.open(List.of(picture));
    bench.roomProperty().set(Workbench.DETECT_ROOM);
    while (!worker.isEmpty()) {
      worker.remove().run();
    }
  }

  @AfterEach
  void close() {
    keeper.close();
    bench.detectors().close();
  }

  private List<String> shown() {
    Detected of = bench.detect().detectedProperty().get();
    return bench.detect().shown().stream()
        .map(one -> "%s %s %s".formatted(of.label(one), one.score(), one.box().x()))
        .toList();
  }

  private static List<String> said(Object... words) {
    Result result = CommandLineRunner.run(words);
    assertThat(result.status()).as(result.err()).isZero();
    List<String> said = new ArrayList<>();
    for (JsonElement element :
        result
            .json()
            .getAsJsonArray("images")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("detections")) {
      JsonObject one = element.getAsJsonObject();
      said.add(
          "%s %s %s"
              .formatted(
                  one.get("label").getAsString(),
                  one.get("score").getAsDouble(),
                  one.getAsJsonObject("box").get("x").getAsDouble()));
    }
    return said;
  }

  @Test
  void atEveryScoreOfTheSliderTheBoxesAreThoseOfTheCommand() {
    int most = 0;
    for (double score : new double[] {0.05, 0.1, 0.3, 0.4, 0.75, 0.99}) {
      bench.detect().threshold(score);
      assertThat(shown()).isEqualTo(said("detect", picture, "--score", score, "--json"));
      most = Math.max(most, shown().size());
    }
    assertThat(most).isGreaterThan(3);
  }

  @Test
  void theCommandLineOfTheFigureDrawsTheFigure() {
    DetectViewModel detect = bench.detect();
    detect.threshold(0.2);
    detect.toggle("cup");
    detect.toggle("umbrella");
    List<String> words = new ArrayList<>(List.of(detect.command().split(" ")));
    assertThat(words)
        .startsWith("inspector", "detect", picture.toAbsolutePath().normalize().toString())
        .containsSequence("--score", "0.20")
        .containsSequence("--classes", "cup,umbrella");
    words.set(words.indexOf("figures"), folder.toString());
    words.addAll(List.of("--format", "csv", "--json"));

    List<String> said = said(words.subList(1, words.size()).toArray());

    assertThat(said).isEqualTo(shown()).isNotEmpty();
    assertThat(folder.resolve(detect.figure().orElseThrow().name() + ".csv")).isNotEmptyFile();
  }
}
