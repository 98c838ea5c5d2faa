package org.efficientvit.core.detect;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.weights.WholeFile;

/** Writes detections in COCO's format of results, which its own tools and servers read. */
public final class CocoResults {

  private CocoResults() {}

  /**
   * Writes a file, whole or not at all.
   *
   * @param annotations of the pictures, for COCO's numbers
   * @param all what was found on them
   * @throws org.efficientvit.core.InspectorException if it cannot be written
   */
  public static void write(Path file, CocoAnnotations annotations, List<PictureDetections> all) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginArray();
      for (PictureDetections picture : all) {
        long id = annotations.pictures().get(picture.picture()).id();
        for (Detection one : picture.found()) {
          write(json, id, annotations.categories().get(one.label()), one);
        }
      }
      json.endArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail.
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    WholeFile.write(file, WholeFile.Content.of(bytes));
  }

  private static void write(JsonWriter json, long picture, long category, Detection one)
      throws IOException {
    Box box = one.box();
    json.beginObject();
    json.name("image_id").value(picture);
    json.name("category_id").value(category);
    json.name("bbox").beginArray();
    json.value(box.x()).value(box.y()).value(box.width()).value(box.height());
    json.endArray();
    json.name("score").value(one.score());
    json.endObject();
  }
}
