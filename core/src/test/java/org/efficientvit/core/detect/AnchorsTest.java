package org.efficientvit.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.efficientvit.core.evaluate.Box;
import org.junit.jupiter.api.Test;

class AnchorsTest {

  @Test
  void levelsHaveHalfTheRowsOfTheOneBeforeRoundedUp() {
    assertThat(Anchors.of(320, 288).levels())
        .containsExactly(
            new Anchors.Level(0, 8, 40, 36),
            new Anchors.Level(1, 16, 20, 18),
            new Anchors.Level(2, 32, 10, 9),
            new Anchors.Level(3, 64, 5, 5),
            new Anchors.Level(4, 128, 3, 3));
  }

  /** mmdetection's base anchors of stride 8: −22.6274, −11.3137, 22.6274, 11.3137 first. */
  @Test
  void anchorsOfACellAreOfThreeRatiosAndThreeSizesAroundItsCorner() {
    Anchors.Level finest = Anchors.of(64, 64).levels().get(0);
    Box first = finest.anchor(0, 0, 0).box();
    assertThat(first.x()).isEqualTo(-22.6274, within(1e-4));
    assertThat(first.y()).isEqualTo(-11.3137, within(1e-4));
    assertThat(first.right()).isEqualTo(22.6274, within(1e-4));
    assertThat(first.bottom()).isEqualTo(11.3137, within(1e-4));

    Box square = finest.anchor(2, 3, 4).box();
    assertThat(square.width()).isEqualTo(32 * Math.cbrt(2), within(1e-9));
    assertThat(square.height()).isEqualTo(square.width(), within(1e-9));
    assertThat(square.x() + square.width() / 2).isEqualTo(24, within(1e-9));
    assertThat(square.y() + square.height() / 2).isEqualTo(16, within(1e-9));

    Box tall = finest.anchor(0, 0, 8).box();
    assertThat(tall.height() / tall.width()).isEqualTo(2, within(1e-9));
  }

  @Test
  void allAnchorsStandByLevelRowColumnAndKind() {
    List<Anchor> all = Anchors.of(64, 96).all();

    assertThat(all).hasSize(9 * (8 * 12 + 4 * 6 + 2 * 3 + 1 * 2 + 1));
    assertThat(all.get(9 * 12 + 9 + 2))
        .isEqualTo(Anchors.of(64, 96).levels().get(0).anchor(1, 1, 2));
  }

  @Test
  void deltasLeadFromAnAnchorToABoxAndBack() {
    Box anchor = new Box(10, 20, 40, 80);
    Box box = new Box(33.5, 12.25, 61, 55);

    BoxDeltas deltas = BoxDeltas.between(anchor, box);
    Box there = deltas.apply(anchor, 1000, 1000);

    assertThat(there.x()).isEqualTo(box.x(), within(1e-9));
    assertThat(there.y()).isEqualTo(box.y(), within(1e-9));
    assertThat(there.width()).isEqualTo(box.width(), within(1e-9));
    assertThat(there.height()).isEqualTo(box.height(), within(1e-9));
  }

  @Test
  void boxesAreCutAtThePictureAndNeverGrowWithoutBound() {
    Box anchor = new Box(10, 20, 40, 80);

    Box cut = new BoxDeltas(0, 0, 50, 50).apply(anchor, 200, 100);
    Box grown = new BoxDeltas(0, 0, 50, -50).apply(new Box(4995, 4995, 10, 10), 1e4, 1e4);

    assertThat(cut).isEqualTo(new Box(0, 0, 200, 100));
    assertThat(grown.width()).isEqualTo(625, within(1e-9));
    assertThat(grown.height()).isEqualTo(0.16, within(1e-9));
  }

  @Test
  void anObjectIsLearnedByAnchorsThatShareHalfOfItAndByItsBestOneAtLeast() {
    List<Anchor> anchors =
        List.of(
            anchor(new Box(0, 0, 100, 100)),
            anchor(new Box(0, 0, 100, 55)),
            anchor(new Box(0, 0, 100, 45)),
            anchor(new Box(0, 0, 100, 30)),
            anchor(new Box(500, 500, 10, 30)));
    List<GroundTruth> objects =
        List.of(
            GroundTruth.of(3, new Box(0, 0, 100, 100)),
            GroundTruth.of(5, new Box(500, 500, 10, 10)));

    assertThat(AnchorAssignment.of(anchors, objects))
        .containsExactly(0, 0, AnchorAssignment.IGNORED, AnchorAssignment.BACKGROUND, 1);
    assertThat(AnchorAssignment.of(anchors, List.of())).containsOnly(AnchorAssignment.BACKGROUND);
  }

  private static Anchor anchor(Box box) {
    return new Anchor(0, 0, 0, 0, box);
  }
}
