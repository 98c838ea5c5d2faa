package org.efficientvit.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.evaluate.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotations and results in COCO's formats. */
class CocoFilesTest {

  private static final String ANNOTATIONS =
      """
      {"info": {"year": 2017},
       "images": [{"id": 42, "file_name": "a.jpg", "width": 9}, {"id": 7, "file_name": "b.jpg"}],
       "annotations": [
         {"id": 1, "image_id": 7, "category_id": 90, "bbox": [1, 2.5, 30, 40], "area": 600.5,
          "iscrowd": 0, "segmentation": [[1, 2, 3]]},
         {"id": 2, "image_id": 7, "category_id": 18, "bbox": [0, 0, 5, 5], "area": 9, "iscrowd": 1},
         {"id": 3, "image_id": 42, "category_id": 44, "bbox": [0, 0, 5, 5], "area": 9}],
       "categories": [{"id": 18, "name": "dog"}, {"id": 44, "name": "bottle"},
         {"id": 90, "name": "toothbrush"}]}
      """;

  @TempDir private Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("annotations.json"), content);
  }

  @Test
  void objectsAreGivenByTheDetectorsLabelsAndOthersLeftOut() throws IOException {
    CocoAnnotations read = CocoAnnotations.read(file(ANNOTATIONS), List.of("toothbrush", "dog"));

    assertThat(read.categories()).containsExactly(90L, 18L);
    assertThat(read.pictures()).extracting("id", "file").hasSize(2);
    assertThat(read.pictures().get(0).objects()).isEmpty();
    assertThat(read.pictures().get(1).objects())
        .containsExactly(
            new GroundTruth(0, new Box(1, 2.5, 30, 40), 600.5, false),
            new GroundTruth(1, new Box(0, 0, 5, 5), 9, true));
  }

  @Test
  void categoriesThatTheDetectorKnowsHaveToBeThere() throws IOException {
    Path file = file(ANNOTATIONS);

    assertThatThrownBy(() -> CocoAnnotations.read(file, List.of("dog", "zebra")))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("has no category 'zebra'");
  }

  @Test
  void whatIsCutShortOrNoSuchFileIsRefusedInOneSentence() throws IOException {
    Path cut = file(ANNOTATIONS.substring(0, 200));
    assertThatThrownBy(() -> CocoAnnotations.read(cut, List.of("dog")))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("is no whole file of annotations in COCO's format");
    assertThatThrownBy(() -> CocoAnnotations.read(folder.resolve("none.json"), List.of("dog")))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("does not exist");
    Path list = file("[1, 2]");
    assertThatThrownBy(() -> CocoAnnotations.read(list, List.of("dog")))
        .isInstanceOf(InspectorException.class);
  }

  @Test
  void resultsBearCocosNumbers() throws IOException {
    CocoAnnotations read = CocoAnnotations.read(file(ANNOTATIONS), List.of("toothbrush", "dog"));
    Detection found = new Detection(1, 0.75, new Box(1.5, 2, 3, 4), null);
    Path results = folder.resolve("results.json");

    CocoResults.write(
        results,
        read,
        List.of(
            new PictureDetections(0, List.of(), "a.jpg does not exist"),
            new PictureDetections(1, List.of(found), null)));

    JsonArray written = JsonParser.parseString(Files.readString(results)).getAsJsonArray();
    assertThat(written).hasSize(1);
    JsonObject one = written.get(0).getAsJsonObject();
    assertThat(one.get("image_id").getAsLong()).isEqualTo(7);
    assertThat(one.get("category_id").getAsLong()).isEqualTo(18);
    assertThat(one.get("score").getAsDouble()).isEqualTo(0.75);
    assertThat(one.getAsJsonArray("bbox")).hasToString("[1.5,2.0,3.0,4.0]");
  }
}
