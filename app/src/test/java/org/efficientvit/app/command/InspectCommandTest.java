package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.ColourMap;
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
  void aTokensMapIsDrawnInTheStyleThatIsAskedFor() throws IOException {
    Result result =
        CommandLineRunner.run(
            "inspect",
            picture,
            "--out",
            out,
            "--block",
            "blocks2.3",
            "--token",
            "1,2",
            "--colours",
            "ember",
            "--opacity",
            "1",
            "--own-scales",
            "--json");

    assertThat(result.status()).isZero();
    Path token = out.resolve("figures/blocks2.3-attention-r1c2.png");
    assertThat(token).isNotEmptyFile();
    BufferedImage image = ImageIO.read(token.toFile());
    int plum = ColourMap.EMBER.argb(0.5);
    assertThat(nearest(image, plum)).isLessThan(24);
    assertThat(nearest(image, ColourMap.LAGOON.argb(0.6))).isGreaterThan(24);
  }

  /** How far the nearest pixel is from a colour, in levels of its farthest channel. */
  private static int nearest(BufferedImage image, int colour) {
    int nearest = 255;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int pixel = image.getRGB(x, y);
        int far = 0;
        for (int shift = 0; shift < 24; shift += 8) {
          far = Math.max(far, Math.abs((pixel >> shift & 255) - (colour >> shift & 255)));
        }
        nearest = Math.min(nearest, far);
      }
    }
    return nearest;
  }

  @Test
  void theEvidenceForAClassIsDrawnWhoseTopIsNotIt() throws IOException {
    List<String> drawn = new ArrayList<>();
    for (String word : List.of("BICYCLE", "bicycle", "10", "cat")) {
      Result result =
          CommandLineRunner.run(
              "inspect",
              picture,
              "--out",
              out,
              "--block",
              "blocks3.5",
              "--evidence-for",
              word,
              "--format",
              "csv",
              "--json");
      assertThat(result.status()).as(result.err()).isZero();
      drawn.add(Files.readString(out.resolve("figures/class-evidence.csv")));
    }
    assertThat(drawn.subList(1, 3)).containsOnly(drawn.get(0));
    assertThat(drawn.get(3)).isNotEqualTo(drawn.get(0));
  }

  @Test
  void aClassThatIsNotThereIsRefusedAndOnesLikeItAreNamed() {
    Result result =
        CommandLineRunner.run("inspect", picture, "--out", out, "--evidence-for", "bicyc");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("no class 'bicyc'", "bicycle", "number from 0 to 15");
    assertThat(out).doesNotExist();
  }

  @Test
  void aStyleThatIsNoneIsWrongUsage() {
    assertThat(CommandLineRunner.run("inspect", picture, "--out", out, "--opacity", "2").err())
        .contains("2 is no opacity");
    assertThat(CommandLineRunner.run("inspect", picture, "--out", out, "--token", "1").err())
        .contains("names no token");
    Result colours = CommandLineRunner.run("inspect", picture, "--out", out, "--colours", "jet");
    assertThat(colours.status()).isEqualTo(2);
    assertThat(colours.err()).contains("lagoon, ember");
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
