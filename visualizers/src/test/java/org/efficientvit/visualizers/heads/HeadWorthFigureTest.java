package org.efficientvit.visualizers.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.Theme;
import org.junit.jupiter.api.Test;

class HeadWorthFigureTest {

  private static final HeadWorthFigure FIGURE =
      new HeadWorthFigure(
          List.of(head(0, 40, -4), head(1, 50, -2), head(2, 60, 0)),
          "top-1 (points)",
          "by hand",
          HandMade.CONTEXT);

  @Test
  void aMarkStandsWhereItsTimeAndItsWorthAre() {
    List<Pickable> parts = FIGURE.pickables(700, 500);

    assertThat(box(parts, 1).getCenterX())
        .isCloseTo((box(parts, 0).getCenterX() + box(parts, 2).getCenterX()) / 2, within(1e-6));
    assertThat(box(parts, 1).getCenterY())
        .isCloseTo((box(parts, 0).getCenterY() + box(parts, 2).getCenterY()) / 2, within(1e-6));
    assertThat(box(parts, 0).getCenterY()).isGreaterThan(box(parts, 2).getCenterY());
    assertThat(box(parts, 0).getCenterX()).isLessThan(box(parts, 2).getCenterX());
  }

  @Test
  void aPointOnAMarkSaysWhatTheHeadIsWorth() {
    Pickable part = FIGURE.pickables(700, 500).get(1);
    Rectangle2D box = part.outline().getBounds2D();

    assertThat(FIGURE.pick(box.getCenterX(), box.getCenterY(), 700, 500)).contains(part);
    assertThat(part.operations()).containsExactly("blocks2.3 head 1");
    assertThat(part.text()).contains("50 µs", "−2 [−3, −1]");
  }

  @Test
  void theTableHoldsIntervals() {
    assertThat(FIGURE.data().rows().get(0))
        .containsExactly("blocks2.3", 0, 40.0, 39.0, 41.0, -4.0, -5.0, -3.0);
  }

  @Test
  void namesCoverNoMarkAndNoOtherName() {
    NameTags tags = new NameTags(new Rectangle2D.Double(0, 0, 300, 200));
    List<Rectangle2D> marks = new java.util.ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Rectangle2D mark = new Rectangle2D.Double(140 + 5 * (i % 4), 90 + 6 * (i / 4), 6, 6);
      marks.add(mark);
      tags.add("2.3 h" + i, mark);
    }
    Canvas canvas =
        Canvas.on(
            new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics(), Theme.LIGHT);
    List<Rectangle2D> places = tags.places(canvas).stream().flatMap(Optional::stream).toList();

    assertThat(places).hasSize(12);
    for (Rectangle2D place : places) {
      assertThat(marks).noneMatch(place::intersects);
      assertThat(places).filteredOn(place::intersects).hasSize(1);
    }
  }

  private static Rectangle2D box(List<Pickable> parts, int head) {
    return parts.get(head).outline().getBounds2D();
  }

  private static HeadWorthFigure.Head head(int head, double time, double change) {
    return new HeadWorthFigure.Head(
        "blocks2.3", head, HeadSamples.around(time, 1), HeadSamples.around(change, 1));
  }
}
