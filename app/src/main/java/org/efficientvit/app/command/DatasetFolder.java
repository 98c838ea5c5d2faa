package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.objects.scene.ObjectBox;
import org.efficientvit.core.objects.scene.RenderedScene;
import org.efficientvit.core.weights.WholeFile;

/**
 * A folder of rendered pictures, one folder in it for each label, and in each a picture and a
 * document of the same name for every scene.
 *
 * <p>The file {@value #SETTINGS} says what the pictures were made from. A folder that holds
 * anything is only added to if this file says the same.
 */
final class DatasetFolder {

  static final String SETTINGS = "dataset.json";

  /** All that pictures follow from, but for how many they are. */
  record Settings(String split, long seed, int size, boolean single, List<String> labels) {}

  /** The document beside a picture; the labelled object is the first. */
  record Scene(
      String label,
      String split,
      long seed,
      int index,
      int width,
      int height,
      List<Place> objects) {}

  /** Where an object is, in pixels. */
  record Place(String label, int x, int y, int width, int height) {

    static Place of(ObjectBox box) {
      return new Place(box.kind().label(), box.x(), box.y(), box.width(), box.height());
    }
  }

  private final Path folder;
  private final Settings settings;

  private DatasetFolder(Path folder, Settings settings) {
    this.folder = requireNonNull(folder, "folder is null");
    this.settings = requireNonNull(settings, "settings is null");
  }

  /**
   * A new folder, or one that was begun with the same settings.
   *
   * @throws InspectorException if it holds anything else or cannot be written to
   */
  static DatasetFolder open(Path folder, Settings settings) {
    Path said = folder.resolve(SETTINGS);
    String document = Json.of(settings);
    try {
      Files.createDirectories(folder);
      if (Files.exists(said)) {
        if (!same(Files.readString(said), document)) {
          throw new InspectorException(
              "%s holds pictures made with other settings (see %s); choose another folder."
                  .formatted(folder, SETTINGS));
        }
      } else if (holdsAnything(folder)) {
        throw new InspectorException(
            "%s is not empty and has no %s; choose another folder or an empty one."
                .formatted(folder, SETTINGS));
      } else {
        WholeFile.replace(said, text(document));
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    return new DatasetFolder(folder, settings);
  }

  private static boolean same(String first, String second) {
    try {
      JsonElement before = JsonParser.parseString(first);
      return before.equals(JsonParser.parseString(second));
    } catch (JsonParseException e) {
      return false;
    }
  }

  private static boolean holdsAnything(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  /** Whether a scene was written by an earlier run. */
  boolean holds(String label, int index) {
    return Files.exists(file(label, index, "png"));
  }

  /**
   * Writes a scene: its document, then its picture, so that no picture is without a document.
   *
   * @throws InspectorException if it cannot be written
   */
  void add(RenderedScene scene, int index) {
    String label = scene.main().label();
    Picture picture = scene.picture();
    Scene document =
        new Scene(
            label,
            settings.split(),
            settings.seed(),
            index,
            picture.width(),
            picture.height(),
            scene.boxes().stream().map(Place::of).toList());
    Path file = file(label, index, "png");
    try {
      Files.createDirectories(folder.resolve(label));
      WholeFile.replace(file(label, index, "json"), text(Json.of(document)));
      WholeFile.replace(file, WholeFile.Content.of(png(picture)));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private Path file(String label, int index, String extension) {
    return folder
        .resolve(label)
        .resolve(String.format(Locale.ROOT, "%s-%06d.%s", label, index, extension));
  }

  private static byte[] png(Picture picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(picture.toBufferedImage(), "png", stream);
    }
    return bytes.toByteArray();
  }

  private static WholeFile.Content text(String text) {
    return WholeFile.Content.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InspectorException unwritable(Path path, IOException cause) {
    return new InspectorException(
        "%s cannot be written; choose a folder that you may write to and that has room."
            .formatted(path),
        cause);
  }
}
