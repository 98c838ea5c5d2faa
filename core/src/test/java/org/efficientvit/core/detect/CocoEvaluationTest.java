package org.efficientvit.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.TestFiles;
import org.efficientvit.core.detect.CocoAnnotations.CocoPicture;
import org.efficientvit.core.evaluate.Box;
import org.junit.jupiter.api.Test;

class CocoEvaluationTest {

  private static final Box HUNDRED = new Box(10, 20, 100, 100);

  private static GroundTruth object(int label, Box box) {
    return GroundTruth.of(label, box);
  }

  private static Detection detection(int label, double score, Box box) {
    return new Detection(label, score, box, null);
  }

  private static CocoFigures figures(
      int classes, List<List<GroundTruth>> objects, List<List<Detection>> found) {
    CocoEvaluation evaluation = new CocoEvaluation(classes);
    for (int i = 0; i < objects.size(); i++) {
      evaluation.add(objects.get(i), found.get(i));
    }
    return evaluation.figures();
  }

  @Test
  void perfectDetectionsHaveEveryFigureOfTheirSizeAtOne() {
    CocoFigures figures =
        figures(
            1, List.of(List.of(object(0, HUNDRED))), List.of(List.of(detection(0, 0.9, HUNDRED))));

    assertThat(figures.ap()).isEqualTo(1, within(1e-12));
    assertThat(figures.apLarge()).isEqualTo(1, within(1e-12));
    assertThat(figures.ar1()).isEqualTo(1);
    assertThat(figures.arLarge()).isEqualTo(1);
    assertThat(figures.apSmall()).isNaN();
    assertThat(figures.arMedium()).isNaN();
  }

  /** 80·100 of 12,000 square pixels are shared, 0.667: enough for four of the ten overlaps. */
  @Test
  void aBoxThatIsShiftedByAFifthCountsAtFourOfTenOverlaps() {
    Box shifted = new Box(30, 20, 100, 100);
    CocoFigures figures =
        figures(
            1, List.of(List.of(object(0, HUNDRED))), List.of(List.of(detection(0, 0.9, shifted))));

    assertThat(figures.ap()).isEqualTo(0.4, within(1e-12));
    assertThat(figures.ap50()).isEqualTo(1, within(1e-12));
    assertThat(figures.ap75()).isZero();
    assertThat(figures.ar100()).isEqualTo(0.4, within(1e-12));
  }

  /** Right, again, right: precision 1 up to half of the objects, then 2/3. */
  @Test
  void aSecondBoxOfTheSameObjectIsAMistake() {
    CocoFigures figures =
        figures(
            1,
            List.of(List.of(object(0, HUNDRED)), List.of(object(0, HUNDRED))),
            List.of(
                List.of(detection(0, 0.9, HUNDRED), detection(0, 0.8, HUNDRED)),
                List.of(detection(0, 0.7, HUNDRED))));

    assertThat(figures.ap()).isEqualTo((51 + 50 * 2 / 3.0) / 101, within(1e-12));
  }

  @Test
  void whatIsFoundInACrowdIsNeitherRightNorWrong() {
    GroundTruth crowd = new GroundTruth(0, new Box(300, 0, 200, 200), 9000, true);
    CocoFigures figures =
        figures(
            1,
            List.of(List.of(object(0, HUNDRED), crowd)),
            List.of(
                List.of(
                    detection(0, 0.95, new Box(320, 10, 40, 60)),
                    detection(0, 0.94, new Box(400, 10, 40, 60)),
                    detection(0, 0.9, HUNDRED))));

    assertThat(figures.ap()).isEqualTo(1, within(1e-12));
    assertThat(figures.classes().get(0).objects()).isEqualTo(1);
  }

  @Test
  void anObjectOfAnotherSizeIsLeftOutOfARangeWithWhatFoundIt() {
    Box small = new Box(300, 300, 20, 20);
    CocoFigures figures =
        figures(
            1,
            List.of(List.of(object(0, HUNDRED), object(0, small))),
            List.of(List.of(detection(0, 0.9, HUNDRED), detection(0, 0.8, small))));

    assertThat(figures.apSmall()).isEqualTo(1, within(1e-12));
    assertThat(figures.apLarge()).isEqualTo(1, within(1e-12));
    assertThat(figures.apMedium()).isNaN();
  }

  @Test
  void aClassWithoutObjectsIsNoPartOfTheMean() {
    CocoFigures figures =
        figures(
            3,
            List.of(List.of(object(1, HUNDRED))),
            List.of(List.of(detection(1, 0.9, HUNDRED), detection(2, 0.9, HUNDRED))));

    assertThat(figures.ap()).isEqualTo(1, within(1e-12));
    assertThat(figures.classes().get(2).ap()).isNaN();
  }

  /** Made at random, with crowds and objects of every size; figures: pycocotools 2.0. */
  @Test
  void theTwelveFiguresAreThoseOfCocosOwnTools() throws IOException {
    CocoAnnotations annotations =
        CocoAnnotations.read(
            TestFiles.path(CocoEvaluationTest.class, "coco_annotations.json"),
            List.of("cat", "dog", "kite"));
    Map<Long, List<Detection>> found = new HashMap<>();
    for (JsonElement element : json("coco_detections.json").getAsJsonArray()) {
      JsonObject one = element.getAsJsonObject();
      JsonArray box = one.getAsJsonArray("bbox");
      found
          .computeIfAbsent(one.get("image_id").getAsLong(), id -> new ArrayList<>())
          .add(
              detection(
                  annotations.categories().indexOf(one.get("category_id").getAsLong()),
                  one.get("score").getAsDouble(),
                  new Box(
                      box.get(0).getAsDouble(),
                      box.get(1).getAsDouble(),
                      box.get(2).getAsDouble(),
                      box.get(3).getAsDouble())));
    }
    CocoEvaluation evaluation = new CocoEvaluation(3);
    for (CocoPicture picture : annotations.pictures()) {
      evaluation.add(picture.objects(), found.getOrDefault(picture.id(), List.of()));
    }

    CocoFigures figures = evaluation.figures();

    double[] actual = {
      figures.ap(), figures.ap50(), figures.ap75(),
      figures.apSmall(), figures.apMedium(), figures.apLarge(),
      figures.ar1(), figures.ar10(), figures.ar100(),
      figures.arSmall(), figures.arMedium(), figures.arLarge()
    };
    JsonArray expected = json("coco_expected.json").getAsJsonObject().getAsJsonArray("stats");
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i])
          .as("figure %d", i)
          .isEqualTo(expected.get(i).getAsDouble(), within(1e-9));
    }
  }

  private static JsonElement json(String name) throws IOException {
    return JsonParser.parseString(Files.readString(TestFiles.path(CocoEvaluationTest.class, name)));
  }
}
