package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.visualizers.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

  @TempDir private Path folder;
  private Path picture;
  private Path out;

  @BeforeEach
  void makePicture() {
    picture = Samples.picture(folder, "gradient.png");
    out = folder.resolve("new/report");
  }

  @Test
  void everyFigureIsWrittenInEveryFormatAndThePageShowsIt() throws IOException {
    Path weights = Samples.weights(folder);

    Result result =
        CommandLineRunner.run(
            "inspect",
            picture,
            "--out",
            out,
            "--weights",
            weights,
            "--format",
            "png,svg,pdf",
            "--json");

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.json().keySet()).containsExactly("figures", "weights");
    assertThat(result.json().get("weights").getAsString()).isEqualTo("small.safetensors");
    List<String> names = new ArrayList<>();
    String page = Files.readString(out.resolve("index.html"));
    for (String figure : figures(result)) {
      Path file = Path.of(figure);
      assertThat(file).isNotEmptyFile();
      assertThat(page).contains(file.getFileName().toString());
      names.add(file.getFileName().toString());
    }
    assertThat(names)
        .contains("predictions.png", "predictions.svg", "predictions.pdf")
        .contains("blocks1.0-attention.png", "blocks2.3-attention.svg", "blocks3.5-attention.pdf")
        .contains("patch_embed-features.png", "blocks3-features.png")
        .contains("time-by-block.png", "cost-macs.png")
        .doesNotHaveDuplicates();
    assertThat(page).doesNotContain("andom weights");
  }

  @Test
  void figuresOfRandomWeightsSaySoOnThePageAndInTheAnswer() throws IOException {
    Result result =
        CommandLineRunner.run(
            "inspect",
            picture,
            "--out",
            out,
            "--weights",
            "random",
            "--image-size",
            64,
            "--block",
            "blocks2.3",
            "--format",
            "svg",
            "--json");

    assertThat(result.status()).isZero();
    assertThat(result.json().get("weights").getAsString()).isEqualTo("random weights (seed 0)");
    assertThat(result.err()).contains("random weights (seed 0)");
    assertThat(Files.readString(out.resolve("index.html"))).contains("random weights");
    assertThat(figures(result))
        .anyMatch(file -> file.endsWith("blocks2.3-attention.svg"))
        .noneMatch(file -> file.contains("blocks2.4-attention"));
  }

  @Test
  void theDarkThemeIsDark() throws IOException {
    Result result =
        CommandLineRunner.run(
            "inspect", picture, "--out", out, "--block", "blocks3.5", "--theme", "dark", "--json");

    for (String figure : figures(result)) {
      int corner = ImageIO.read(Path.of(figure).toFile()).getRGB(0, 0);
      assertThat(corner).as(figure).isEqualTo(Theme.DARK.background().getRGB());
    }
  }

  @Test
  void onnxShowsTheSameMapsWithoutTimesOfOperations() throws IOException {
    Result result =
        CommandLineRunner.run(
            "inspect", picture, "--out", out, "--block", "blocks3.5", "--engine", "onnx", "--json");

    assertThat(result.status()).isZero();
    assertThat(figures(result))
        .anyMatch(file -> file.endsWith("blocks3.5-attention.png"))
        .noneMatch(file -> file.contains("time-by"));
  }

  @Test
  void anUnknownBlockIsRefusedAndTheBlocksAreNamed() {
    Result result = CommandLineRunner.run("inspect", picture, "--out", out, "--block", "blocks9.1");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .contains("blocks9.1", "blocks1.0, blocks2.3, blocks2.4, blocks3.3");
    assertThat(out).doesNotExist();
  }

  private static List<String> figures(Result result) {
    List<String> files = new ArrayList<>();
    for (JsonElement file : result.json().getAsJsonArray("figures")) {
      files.add(file.getAsString());
    }
    return files;
  }
}
