package org.efficientvit.visualizers.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.efficientvit.visualizers.ProfileSamples.operation;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.ProfileSamples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationOrderFigureTest {

  /** Limits of 20 µs and 1 µs. */
  private static final OperationOrderFigure FIGURE =
      new OperationOrderFigure(
          ProfileSamples.profile(
              operation("patch_embed.0", OperationKind.CONVOLUTION_KXK, 1_000_000, 0, 1000, 40_000),
              operation("blocks1.0.dw0", OperationKind.ADDITION, 0, 100, 800, 10_000)),
          ProfileSamples.CONTEXT);

  /** The box of a bar and of its place in its kind's lane. */
  private static Rectangle2D bounds(int operation) {
    return FIGURE.pickables(FIGURE.width(), FIGURE.height()).get(operation).outline().getBounds2D();
  }

  @Test
  void operationsStandInTheirOrderAndEachIsPickedFromItsBar() {
    assertThat(FIGURE.pickables(FIGURE.width(), FIGURE.height()))
        .extracting(Pickable::name)
        .containsExactly("patch_embed.0", "blocks1.0.dw0");
    assertThat(bounds(0).getMaxX()).isLessThan(bounds(1).getMinX());
    assertThat(
            FIGURE.pick(
                bounds(1).getCenterX(), bounds(1).getMinY() + 5, FIGURE.width(), FIGURE.height()))
        .map(Pickable::name)
        .contains("blocks1.0.dw0");
  }

  /** Half of the first operation's time is its limit. */
  @ParameterizedTest
  @EnumSource
  void aBarIsFullUpToItsLimitAndPaleBeyond(Theme theme) {
    BufferedImage image = FigureWriter.of(theme).image(FIGURE);
    int full = theme.of(OperationKind.CONVOLUTION_KXK).getRGB();
    int x = (int) (2 * bounds(0).getCenterX());
    int top = (int) (2 * bounds(0).getMinY());
    int end = (int) (2 * bounds(0).getMaxY()) - 40;
    int filled = 0;
    int pale = 0;
    for (int y = top + 2; y < end; y++) {
      filled += image.getRGB(x, y) == full ? 1 : 0;
      pale += isPale(image.getRGB(x, y), full, theme) ? 1 : 0;
    }

    assertThat(filled).isGreaterThan(100);
    assertThat((double) filled / pale).isEqualTo(1, within(0.05));
  }

  /** Between its kind's colour and the background's, on a grid line too. */
  private static boolean isPale(int rgb, int full, Theme theme) {
    int back = theme.background().getRGB();
    int grid = theme.grid().getRGB();
    return rgb != full && rgb != back && rgb != grid && rgb != theme.text().getRGB();
  }

  @Test
  void aBarIsAsHighAsItsTime() {
    double long1 = heightOfBar(0, OperationKind.CONVOLUTION_KXK);
    double short1 = heightOfBar(1, OperationKind.ADDITION);

    assertThat(long1 / short1).isEqualTo(4, within(0.1));
  }

  /** Pixels from the top of a bar down to the axis, which is where both bars end. */
  private static double heightOfBar(int operation, OperationKind kind) {
    BufferedImage image = FigureWriter.of(Theme.LIGHT).image(FIGURE);
    int x = (int) (2 * bounds(operation).getCenterX());
    int lowest = 0;
    int end = (int) (2 * bounds(0).getMaxY()) - 30;
    for (int y = (int) (2 * bounds(operation).getMinY()); y < end; y++) {
      lowest = image.getRGB(x, y) == Theme.LIGHT.of(kind).getRGB() ? y : lowest;
    }
    return lowest + 1 - 2 * bounds(operation).getMinY();
  }

  @Test
  void theTableHoldsEveryOperationWithItsLimits() {
    List<List<Object>> rows = FIGURE.data().rows();

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).containsSubsequence(20_000.0, 5.0, 1000.0, "compute", 0.5);
    assertThat(FIGURE.title())
        .isEqualTo("Time of each of 2 operations, and its limit · 50.0 µs in all");
  }
}
