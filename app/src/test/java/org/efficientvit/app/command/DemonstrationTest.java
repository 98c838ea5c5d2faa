package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.app.service.Installation;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.ModelLoader;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.objects.RenderedPictures;
import org.efficientvit.core.objects.scene.SceneRenderer;
import org.efficientvit.core.objects.scene.Split;
import org.junit.jupiter.api.Test;

/** What comes with the program: weights that know the objects of its sample pictures. */
class DemonstrationTest {

  private static final int SAMPLES = 24;
  private static final long SAMPLE_SEED = 3;
  private static final int SAMPLE_SIDE = 320;
  private static final long MOST_BYTES = 5_000_000;

  @Test
  void theObjectOfEverySamplePictureButAtMostOneIsNamed() {
    List<Object> words = new ArrayList<>(List.of("classify", "--top", 1, "--json"));
    words.addAll(Installation.samples());

    Result result = CommandLineRunner.run(words.toArray());

    assertThat(result.status()).isZero();
    List<String> wrong = new ArrayList<>();
    for (JsonElement image : result.json().getAsJsonArray("images")) {
      JsonObject one = image.getAsJsonObject();
      String file = one.get("file").getAsString();
      String said = one.getAsJsonArray("top").get(0).getAsJsonObject().get("label").getAsString();
      if (!label(Path.of(file)).equals(said)) {
        wrong.add(file + " is said to be a " + said);
      }
    }
    assertThat(wrong).hasSizeLessThanOrEqualTo(1);
    assertThat(result.json().get("weights").getAsString())
        .isEqualTo("demonstration weights (rendered objects, not ImageNet)");
    assertThat(result.err()).contains("demonstration weights", "not on ImageNet");
  }

  @Test
  void theSamplesAreTheRenderersOwnAndShowAllClasses() {
    List<Path> samples = Installation.samples();
    RenderedPictures rendered =
        new RenderedPictures(
            Split.SAMPLES, SAMPLE_SEED, SAMPLES, new SceneRenderer(SAMPLE_SIDE, false));

    assertThat(samples).hasSize(SAMPLES);
    TreeSet<String> labels = new TreeSet<>();
    int several = 0;
    for (Path sample : samples) {
      String name = sample.getFileName().toString();
      int index = Integer.parseInt(name.replaceAll("\\D", ""));
      labels.add(label(sample));
      // Equal here; another machine's sine may move an edge by a level or two.
      assertThat(
              meanDifference(
                  PictureReader.read(sample, Orientation.IGNORE).rgb(),
                  rendered.get(0, index).picture().rgb()))
          .as(name)
          .isLessThan(0.05);
      assertThat(sample.resolveSibling(name.replace(".png", ".json"))).isNotEmptyFile();
      several += rendered.scene(0, index).boxes().size() > 1 ? 1 : 0;
    }
    assertThat(labels).containsExactlyInAnyOrderElementsOf(ObjectKind.labels());
    assertThat(several).isGreaterThanOrEqualTo(4);
  }

  @Test
  void theWeightsAreSmallAndSayHowTheyWereTrained() throws Exception {
    Path file = Installation.demonstration(Variant.M0).orElseThrow();
    Model model = ModelLoader.load(file);

    assertThat(Files.size(file)).isLessThan(MOST_BYTES);
    assertThat(model.network().name()).isEqualTo("m0");
    assertThat(model.labels()).isEqualTo(ObjectKind.labels());
    Map<String, String> metadata = model.provenance().metadata();
    assertThat(metadata)
        .containsKeys("variant", "image_size", "labels", "mean", "std", "training", "seed")
        .containsKeys("epochs", "validation_top1", "validation_pictures");
    assertThat(Double.parseDouble(metadata.get("validation_top1"))).isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void unseenRendersAreRecognised() {
    Result result = CommandLineRunner.run("evaluate", "--rendered", 160, "--no-store", "--json");

    assertThat(result.status()).isZero();
    assertThat(result.json().get("top1").getAsDouble()).isGreaterThanOrEqualTo(0.93);
  }

  @Test
  void variantsWithoutSuchWeightsSayWhereToGetSome() {
    Result result =
        CommandLineRunner.run("classify", Installation.samples().get(0), "--model", "m3");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().strip())
        .isEqualTo(
            "No trained weights of m3 come with the program; fetch the published ones with 'inspector weights fetch m3' and name them with --weights m3, or name a file, or see random ones with --weights random.");
  }

  private static double meanDifference(byte[] first, byte[] second) {
    assertThat(first).hasSameSizeAs(second);
    long sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += Math.abs((first[i] & 0xFF) - (second[i] & 0xFF));
    }
    return (double) sum / first.length;
  }

  private static String label(Path sample) {
    return sample.getFileName().toString().replaceAll("-\\d+\\.png$", "");
  }
}
