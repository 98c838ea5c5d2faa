package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.app.service.ThisMachine;
import org.efficientvit.core.detect.PictureDetections;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateDetectionCommandTest {

  @TempDir private Path folder;
  private Path weights;

  @BeforeEach
  void setUp() {
    UserData.put(folder.resolve("data"));
    weights = Detectors.small(folder);
  }

  @AfterEach
  void restore() {
    UserData.restore();
  }

  @Test
  void renderedScenesAreCountedAndKeptAsARun() {
    Result result =
        CommandLineRunner.run(
            "evaluate-detection", "--rendered", 3, "--weights", weights, "--json");

    assertThat(result.status()).as(result.err()).isZero();
    JsonObject json = result.json();
    assertThat(json.keySet())
        .containsExactly(
            "model",
            "weights",
            "engine",
            "precision",
            "source",
            "images",
            "failed",
            "resumed",
            "imagesPerSecond",
            "run",
            "figures",
            "classes");
    assertThat(json.get("images").getAsInt()).isEqualTo(3);
    assertThat(json.getAsJsonObject("figures").keySet())
        .containsExactly(
            "ap",
            "ap50",
            "ap75",
            "apSmall",
            "apMedium",
            "apLarge",
            "ar1",
            "ar10",
            "ar100",
            "arSmall",
            "arMedium",
            "arLarge");
    assertThat(json.getAsJsonObject("figures").get("ap").getAsDouble()).isBetween(0.0, 1.0);
    assertThat(json.getAsJsonArray("classes")).hasSize(16);

    Result listed = CommandLineRunner.run("runs", "list");
    assertThat(listed.out()).contains("detection").contains("of 3 pictures");
    Result shown = CommandLineRunner.run("runs", "show", json.get("run").getAsInt(), "--json");
    assertThat(shown.status()).isZero();
    Result again =
        CommandLineRunner.run(
            "runs", "export", json.get("run").getAsInt(), "--out", folder.resolve("found.csv"));
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(folder.resolve("found.csv")).isNotEmptyFile();
  }

  @Test
  void aStoppedRunGoesOnWithThePicturesThatAreLeft() throws IOException {
    Path annotations = annotations("a.png", "b.png");
    Result whole = evaluate(annotations, "--json");
    JsonObject expected = whole.json();
    PictureDetections first;
    try (RunStore store = RunStore.standard()) {
      Run done = store.find(expected.get("run").getAsLong()).orElseThrow();
      first = store.detections(done).get(0);
      Run begun =
          store.begin(
              Run.Kind.DETECTION, ThisMachine.with(java.util.List.of(Engine.PYTORCH)), done.plan());
      store.add(begun, first);
    }

    JsonObject resumed = evaluate(annotations, "--json").json();

    assertThat(resumed.get("resumed").getAsInt()).isEqualTo(1);
    assertThat(resumed.get("figures")).isEqualTo(expected.get("figures"));
  }

  @Test
  void detectionsAreWrittenAsCocosResultsAndABrokenPictureIsSaid() throws IOException {
    Path annotations = annotations("a.png", "missing.png");
    Path results = folder.resolve("results.json");

    Result result = evaluate(annotations, "--results", results, "--json");

    assertThat(result.status()).isZero();
    assertThat(result.err()).contains("missing.png does not exist");
    assertThat(result.json().get("failed").getAsInt()).isEqualTo(1);
    JsonArray written = JsonParser.parseString(Files.readString(results)).getAsJsonArray();
    assertThat(written).isNotEmpty();
    assertThat(written.get(0).getAsJsonObject().keySet())
        .containsExactly("image_id", "category_id", "bbox", "score");
    assertThat(written.get(0).getAsJsonObject().get("image_id").getAsInt()).isEqualTo(100);
  }

  private Result evaluate(Path annotations, Object... more) {
    Object[] fixed = {
      "evaluate-detection", "--images", folder, "--annotations", annotations, "--weights", weights
    };
    Object[] all = new Object[fixed.length + more.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return CommandLineRunner.run(all);
  }

  private Path annotations(String first, String second) throws IOException {
    Samples.picture(folder, "a.png");
    Samples.picture(folder, "b.png");
    String categories =
        IntStream.range(0, ObjectKind.labels().size())
            .mapToObj(
                i -> "{\"id\": %d, \"name\": \"%s\"}".formatted(i + 1, ObjectKind.labels().get(i)))
            .collect(Collectors.joining(", "));
    return Files.writeString(
        folder.resolve("annotations.json"),
        """
        {"images": [{"id": 100, "file_name": "%s"}, {"id": 200, "file_name": "%s"}],
         "annotations": [
           {"image_id": 100, "category_id": 3, "bbox": [0, 0, 40, 40], "area": 900, "iscrowd": 0}],
         "categories": [%s]}
        """
            .formatted(first, second, categories));
  }

  @Test
  void whereThePicturesAreHasToBeSaidOnce() {
    assertThat(CommandLineRunner.run("evaluate-detection", "--weights", weights).status())
        .isEqualTo(2);
    assertThat(
            CommandLineRunner.run("evaluate-detection", "--images", folder, "--weights", weights)
                .status())
        .isEqualTo(2);
    assertThat(
            CommandLineRunner.run(
                    "evaluate-detection", "--rendered", 2, "--results", folder.resolve("r.json"))
                .status())
        .isEqualTo(2);
  }
}
