package org.efficientvit.visualizers.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.efficientvit.visualizers.Pickable;
import org.junit.jupiter.api.Test;

class ArmsFigureTest {

  private static final ArmsFigure FIGURE =
      new ArmsFigure(
          "Does it?",
          new ArmsFigure.Arms("with", "without"),
          List.of(
              new ArmsFigure.Measure(
                  "top-1 (%)",
                  List.of(81.0, 83.0),
                  List.of(80.0, 81.0),
                  HeadSamples.around(82, 1),
                  HeadSamples.around(80.5, 0.5),
                  HeadSamples.around(1.5, 0.5))),
          "By hand.",
          HandMade.CONTEXT);

  @Test
  void theArmsStandSideBySideAndMoreIsHigher() {
    List<Pickable> parts = FIGURE.pickables(500, 400);

    assertThat(parts)
        .extracting(Pickable::name)
        .containsExactly("with, seed 0", "without, seed 0", "with, seed 1", "without, seed 1");
    assertThat(box(parts, 0).getCenterX()).isLessThan(box(parts, 1).getCenterX());
    assertThat(box(parts, 2).getCenterY()).isLessThan(box(parts, 0).getCenterY());
    // 81 per cent is as high on either side.
    assertThat(box(parts, 3).getCenterY()).isEqualTo(box(parts, 0).getCenterY());
  }

  @Test
  void theTableHoldsSeedsMeansAndTheDifference() {
    assertThat(FIGURE.data().rows())
        .containsExactly(
            List.of("top-1 (%)", "with", 0, 81.0, "", ""),
            List.of("top-1 (%)", "without", 0, 80.0, "", ""),
            List.of("top-1 (%)", "with", 1, 83.0, "", ""),
            List.of("top-1 (%)", "without", 1, 81.0, "", ""),
            List.of("top-1 (%)", "with", "mean", 82.0, 81.0, 83.0),
            List.of("top-1 (%)", "without", "mean", 80.5, 80.0, 81.0),
            List.of("top-1 (%)", "with less without", "mean", 1.5, 1.0, 2.0));
  }

  @Test
  void armsOfUnlikeSeedsAreRefused() {
    assertThatThrownBy(
            () ->
                new ArmsFigure.Measure(
                    "top-1 (%)",
                    List.of(1.0),
                    List.of(1.0, 2.0),
                    HeadSamples.around(1, 0),
                    HeadSamples.around(1, 0),
                    HeadSamples.around(0, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Rectangle2D box(List<Pickable> parts, int index) {
    return parts.get(index).outline().getBounds2D();
  }
}
