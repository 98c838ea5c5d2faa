package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.efficientvit.app.command.CommandLineRunner.Result;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.PictureReader;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.objects.RenderedPictures;
import org.efficientvit.core.objects.scene.RenderedScene;
import org.efficientvit.core.objects.scene.SceneRenderer;
import org.efficientvit.core.objects.scene.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCommandTest {

  private static final int COUNT = 20;

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void nameFolder() {
    folder = parent.resolve("pictures");
  }

  @Test
  void theFilesHoldWhatTheRendererMakes() throws IOException {
    Result result =
        run("--count", COUNT, "--seed", 7, "--split", "validation", "--size", 64, "--single");

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains(folder + ": 20 pictures of ");
    assertThat(result.err()).isEmpty();
    RenderedPictures pictures =
        new RenderedPictures(Split.VALIDATION, 7, COUNT, new SceneRenderer(64, true));
    for (int i = 0; i < COUNT; i++) {
      RenderedScene scene = pictures.scene(0, i);
      String label = scene.main().label();
      Path picture = folder.resolve(label).resolve("%s-%06d.png".formatted(label, i));
      assertThat(PictureReader.read(picture, Orientation.APPLY).rgb())
          .isEqualTo(scene.picture().rgb());
      JsonObject json = read(picture.resolveSibling("%s-%06d.json".formatted(label, i)));
      assertThat(json.keySet())
          .containsExactly("label", "split", "seed", "index", "width", "height", "objects");
      assertThat(json.get("label").getAsString()).isEqualTo(label);
      assertThat(json.get("split").getAsString()).isEqualTo("validation");
      assertThat(json.get("index").getAsInt()).isEqualTo(i);
      JsonArray objects = json.getAsJsonArray("objects");
      assertThat(objects).hasSize(1);
      JsonObject object = objects.get(0).getAsJsonObject();
      assertThat(object.keySet()).containsExactly("label", "x", "y", "width", "height");
      assertThat(object.get("x").getAsInt()).isEqualTo(scene.boxes().get(0).x());
      assertThat(object.get("height").getAsInt()).isEqualTo(scene.boxes().get(0).height());
    }
    assertThat(files()).hasSize(2 * COUNT + 1);
  }

  @Test
  void theAnswerIsOneDocument() {
    Result result = run("--count", 3, "--size", 64, "--json");

    assertThat(result.status()).isZero();
    JsonObject json = result.json();
    assertThat(json.keySet()).containsExactly("folder", "pictures", "perSecond", "labels");
    assertThat(json.get("folder").getAsString()).isEqualTo(folder.toString());
    assertThat(json.get("pictures").getAsInt()).isEqualTo(3);
    assertThat(json.get("perSecond").getAsDouble()).isPositive();
    assertThat(json.getAsJsonArray("labels")).hasSameSizeAs(ObjectKind.labels());
  }

  @Test
  void theSameSettingsAddWhatIsMissingAndKeepTheRest() throws IOException {
    run("--count", 4, "--size", 64);
    FileTime old = FileTime.fromMillis(1_000_000_000_000L);
    List<Path> before = files();
    for (Path file : before) {
      Files.setLastModifiedTime(file, old);
    }

    Result result = run("--count", 6, "--size", 64, "--json");

    assertThat(result.status()).isZero();
    assertThat(result.json().get("pictures").getAsInt()).isEqualTo(2);
    assertThat(files()).hasSize(13);
    for (Path file : before) {
      assertThat(Files.getLastModifiedTime(file)).isEqualTo(old);
    }
  }

  @Test
  void otherSettingsAreRefusedInOneSentence() throws IOException {
    run("--count", 2, "--size", 64);
    List<Path> before = files();

    Result result = run("--count", 2, "--size", 64, "--seed", 1);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).singleElement().asString().contains("other settings");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aFolderWithOtherFilesIsRefusedInOneSentence() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("letter.txt"), "Dear Sir");

    Result result = run("--count", 2, "--size", 64);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines()).singleElement().asString().contains("is not empty");
    assertThat(files()).hasSize(1);
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidInOneSentence() throws IOException {
    Files.writeString(folder, "a file");

    Result result = run("--count", 2, "--size", 64);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines()).singleElement().asString().contains("cannot be written");
  }

  @Test
  void sizesAndSplitsThatDoNotExistAreWrongUsage() {
    assertThat(run("--count", 2, "--size", 63).status()).isEqualTo(2);
    assertThat(run("--count", 2, "--size", 2000).err()).contains("64 to 1024");
    assertThat(run("--count", 0).status()).isEqualTo(2);
    assertThat(run("--count", 2, "--split", "test").status()).isEqualTo(2);
    assertThat(folder).doesNotExist();
  }

  @Test
  void aStoppedRunKeepsWhatIsDoneAndLeavesNoPieces() throws IOException {
    Terminal terminal =
        new Terminal(
            new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false);
    Thread stopper =
        new Thread(
            () -> {
              while (!Files.exists(folder.resolve(ObjectKind.labels().get(0)))) {
                Thread.onSpinWait();
              }
              terminal.stop();
            });
    stopper.start();

    int status =
        InspectorCommand.execute(
            terminal, "dataset", "--out", folder.toString(), "--count", "100000", "--size", "64");

    assertThat(status).isEqualTo(1);
    List<Path> files = files();
    assertThat(files).hasSizeBetween(3, 20_000).noneMatch(file -> file.toString().endsWith("part"));
    assertThat(files.size() % 2).isEqualTo(1);
  }

  private Result run(Object... options) {
    return CommandLineRunner.run(
        Stream.concat(Stream.of("dataset", "--out", folder), Stream.of(options)).toArray());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static JsonObject read(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }
}
