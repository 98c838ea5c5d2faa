package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.weights.DType;
import org.efficientvit.core.weights.SafetensorsWriter;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadWorthCommandTest {

  @TempDir private static Path folder;
  private static Path weights;
  private static Path labels;

  @BeforeAll
  static void makeWeights() throws IOException {
    weights = folder.resolve("kinds.safetensors");
    EfficientViT network = new EfficientViT(Samples.SMALL.withClasses(ObjectKind.labels().size()));
    SafetensorsWriter.write(weights, SeededWeights.of(network, 1), DType.FLOAT32, Map.of());
    labels = Files.write(folder.resolve("labels.txt"), ObjectKind.labels());
  }

  private static Result worth(Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("head-worth", "--weights", weights, "--labels", labels, "--image-size", 64));
    words.addAll(List.of(more));
    return CommandLineRunner.run(words.toArray());
  }

  private static double mean(JsonObject head, String figure) {
    return head.getAsJsonObject(figure).get("mean").getAsDouble();
  }

  @Test
  void everyHeadHasItsWorthWithIntervalsAndItsTime() {
    Result result = worth("--rendered", 5, "--batch", 2, "--json");

    assertThat(result.status()).as(result.err()).isZero();
    JsonObject json = result.json();
    assertThat(json.get("images").getAsInt()).isEqualTo(5);
    assertThat(json.get("intervention").getAsString()).isEqualTo("silence");
    assertThat(json.get("timedPasses").getAsInt()).isPositive();
    assertThat(json.getAsJsonArray("heads")).hasSize(24);
    double top1 = json.getAsJsonObject("top1").get("mean").getAsDouble();
    for (JsonElement element : json.getAsJsonArray("heads")) {
      JsonObject head = element.getAsJsonObject();
      for (String figure : List.of("top1", "probability", "logit", "predictionsChanged")) {
        JsonObject spread = head.getAsJsonObject(figure);
        assertThat(mean(head, figure))
            .isBetween(spread.get("low").getAsDouble(), spread.get("high").getAsDouble());
      }
      assertThat(mean(head, "top1")).isBetween(-top1, 1 - top1);
      assertThat(mean(head, "logit")).isNotZero();
      assertThat(head.getAsJsonObject("microseconds").get("median").getAsDouble()).isPositive();
    }
  }

  @Test
  void edgesAreCutInTurnAndTheFigureIsDrawn() {
    Result result = worth("--rendered", 2, "--by", "cut", "--out", folder.resolve("figures"));

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("the edge of the cascade into it cut", "blocks3.5:3", "head-worth.png")
        .doesNotContain("blocks3.5:0");
    assertThat(folder.resolve("figures").resolve("head-worth.png")).isNotEmptyFile();
  }

  @Test
  void picturesOfOtherClassesAreRefused() {
    Result result =
        CommandLineRunner.run("head-worth", "--weights", Samples.weights(folder), "--rendered", 2);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("use weights that were trained on such pictures");
  }

  @Test
  void onnxIsRefused() {
    assertThat(worth("--rendered", 2, "--engine", "onnx").err()).contains("use --engine pytorch");
  }
}
