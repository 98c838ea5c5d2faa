package org.efficientvit.core.objects.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.objects.scene.SceneRenderer.Effect;
import org.junit.jupiter.api.Test;

class SceneRendererTest {

  private static final int SIZE = 128;
  private static final int SCENES = 48;

  @Test
  void theSameSeedGivesTheSamePictureOnEveryThread() {
    SceneRenderer renderer = new SceneRenderer(SIZE, false);
    List<RenderedScene> alone = IntStream.range(0, 24).mapToObj(i -> scene(renderer, i)).toList();

    List<RenderedScene> together =
        IntStream.range(0, 24).parallel().mapToObj(i -> scene(renderer, i)).toList();

    for (int i = 0; i < alone.size(); i++) {
      assertThat(together.get(i).picture().rgb()).isEqualTo(alone.get(i).picture().rgb());
      assertThat(together.get(i).boxes()).isEqualTo(alone.get(i).boxes());
    }
  }

  @Test
  void differentSeedsGiveDifferentPictures() {
    SceneRenderer renderer = new SceneRenderer(64, false);

    assertThat(
            IntStream.range(0, 50)
                .map(i -> Arrays.hashCode(scene(renderer, i).picture().rgb()))
                .distinct())
        .hasSize(50);
  }

  @Test
  void boxesLieInThePictureAndTheMainOneIsTheFirstAndTheLargest() {
    SceneRenderer renderer = new SceneRenderer(SIZE, false);
    for (int i = 0; i < SCENES; i++) {
      RenderedScene scene = scene(renderer, i);
      ObjectBox main = scene.boxes().get(0);
      assertThat(main.kind()).isEqualTo(scene.main());
      assertThat(Math.max(main.width(), main.height())).isGreaterThan((int) (0.33 * SIZE));
      for (ObjectBox box : scene.boxes()) {
        assertThat(box.x() + box.width()).isLessThanOrEqualTo(SIZE);
        assertThat(box.y() + box.height()).isLessThanOrEqualTo(SIZE);
        assertThat(Math.max(box.width(), box.height()))
            .isLessThanOrEqualTo(Math.max(main.width(), main.height()));
      }
    }
  }

  @Test
  void theBoxIsTightAroundWhatTheObjectChanges() {
    SceneRenderer with = new SceneRenderer(SIZE, true, EnumSet.of(Effect.OBJECTS));
    SceneRenderer without = new SceneRenderer(SIZE, true, Set.of());
    for (int i = 0; i < SCENES; i++) {
      RenderedScene scene = scene(with, i);
      Picture empty = scene(without, i).picture();
      ObjectBox box = scene.boxes().get(0);
      ObjectBox any = changed(scene, empty, 1);
      assertThat(any.x()).isLessThanOrEqualTo(box.x() + 1);
      assertThat(any.y()).isLessThanOrEqualTo(box.y() + 1);
      assertThat(any.x() + any.width()).isGreaterThanOrEqualTo(box.x() + box.width() - 1);
      assertThat(any.y() + any.height()).isGreaterThanOrEqualTo(box.y() + box.height() - 1);
      ObjectBox clearly = changed(scene, empty, 60);
      assertThat(clearly.x()).isGreaterThanOrEqualTo(box.x());
      assertThat(clearly.y()).isGreaterThanOrEqualTo(box.y());
      assertThat(clearly.x() + clearly.width()).isLessThanOrEqualTo(box.x() + box.width());
      assertThat(clearly.y() + clearly.height()).isLessThanOrEqualTo(box.y() + box.height());
    }
  }

  @Test
  void whatStandsBeforeTheObjectHidesAtMostAQuarterOfItsBox() {
    SceneRenderer open = new SceneRenderer(SIZE, false, EnumSet.of(Effect.OBJECTS, Effect.SHADOWS));
    SceneRenderer hidden =
        new SceneRenderer(
            SIZE, false, EnumSet.of(Effect.OBJECTS, Effect.SHADOWS, Effect.OCCLUSION));
    int occluded = 0;
    for (int i = 0; i < 2 * SCENES; i++) {
      RenderedScene before = scene(open, i);
      Picture after = scene(hidden, i).picture();
      ObjectBox box = before.boxes().get(0);
      int count = 0;
      for (int y = box.y(); y < box.y() + box.height(); y++) {
        for (int x = box.x(); x < box.x() + box.width(); x++) {
          count += difference(before.picture().rgb(x, y), after.rgb(x, y)) > 40 ? 1 : 0;
        }
      }
      occluded += count > 0 ? 1 : 0;
      assertThat((double) count / (box.width() * box.height())).isLessThanOrEqualTo(0.25);
    }
    assertThat(occluded).isBetween(SCENES / 10, SCENES);
  }

  @Test
  void aFifthOfTheScenesHoldOthersBesideAndSingleScenesNone() {
    SceneRenderer mixed = new SceneRenderer(64, false);
    SceneRenderer single = new SceneRenderer(64, true);
    int several = 0;
    for (int i = 0; i < 300; i++) {
      several += scene(mixed, i).boxes().size() > 1 ? 1 : 0;
      assertThat(scene(single, i).boxes()).hasSize(1);
    }

    assertThat(several).isBetween(25, 90);
  }

  @Test
  void aSceneIsTheSameAtEverySize() {
    SceneRenderer small = new SceneRenderer(128, false);
    SceneRenderer large = new SceneRenderer(256, false);
    for (int i = 0; i < 32; i++) {
      List<ObjectBox> boxes = scene(small, i).boxes();
      List<ObjectBox> larger = scene(large, i).boxes();
      assertThat(larger).hasSameSizeAs(boxes);
      for (int j = 0; j < boxes.size(); j++) {
        assertThat(larger.get(j).kind()).isEqualTo(boxes.get(j).kind());
        assertThat(larger.get(j).x() / 2.0).isCloseTo(boxes.get(j).x(), within(2.0));
        assertThat(larger.get(j).height() / 2.0).isCloseTo(boxes.get(j).height(), within(3.0));
      }
    }
  }

  @Test
  void sidesOutOfRangeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SceneRenderer(63, false));
    assertThatIllegalArgumentException().isThrownBy(() -> new SceneRenderer(1025, false));
  }

  private static RenderedScene scene(SceneRenderer renderer, int index) {
    ObjectKind[] kinds = ObjectKind.values();
    return renderer.render(kinds[index % kinds.length], Split.SAMPLES.sceneSeed(5, index));
  }

  /** The rectangle around all pixels that differ by at least so much in one channel. */
  private static ObjectBox changed(RenderedScene scene, Picture other, int least) {
    int left = SIZE;
    int top = SIZE;
    int right = -1;
    int bottom = -1;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        if (difference(scene.picture().rgb(x, y), other.rgb(x, y)) >= least) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return new ObjectBox(scene.main(), left, top, right - left + 1, bottom - top + 1);
  }

  private static int difference(int first, int second) {
    return Math.max(
        Math.abs((first & 0xFF) - (second & 0xFF)),
        Math.max(
            Math.abs((first >> 8 & 0xFF) - (second >> 8 & 0xFF)),
            Math.abs((first >> 16 & 0xFF) - (second >> 16 & 0xFF))));
  }
}
