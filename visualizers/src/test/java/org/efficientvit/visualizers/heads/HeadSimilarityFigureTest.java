package org.efficientvit.visualizers.heads;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.efficientvit.core.attention.HeadPairs;
import org.efficientvit.core.attention.HeadSimilarity;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeadSimilarityFigureTest {

  @ParameterizedTest
  @EnumSource
  void aCellHasTheColourOfItsCosine(Theme theme) {
    HeadSimilarityFigure figure = figure(0.25, 0.75);
    BufferedImage image = new FigureWriter(theme, 2).image(figure);

    assertThat(colour(image, figure, 0, 0, 1)).isEqualTo(ColourMap.LAGOON.argb(0.25));
    assertThat(colour(image, figure, 1, 1, 0)).isEqualTo(ColourMap.LAGOON.argb(0.75));
  }

  @Test
  void cosinesBelowZeroTurnTheScaleAroundZeroForBothPanels() {
    HeadSimilarityFigure figure = figure(0.5, -0.5);
    BufferedImage image = new FigureWriter(Theme.LIGHT, 2).image(figure);

    assertThat(colour(image, figure, 0, 0, 1)).isEqualTo(ColourMap.BLUE_RED.argb(0.75));
    assertThat(colour(image, figure, 1, 0, 1)).isEqualTo(ColourMap.BLUE_RED.argb(0.25));
  }

  @Test
  void aPointOnACellIsTwoHeads() {
    HeadSimilarityFigure figure = figure(0.5, 0.5);
    Rectangle2D cell = figure.cell(1, 0, 2, 700, 600);

    assertThat(figure.hit(cell.getCenterX(), cell.getCenterY(), 700, 600))
        .contains(new HeadSimilarityFigure.Hit(1, 0, 2));
    assertThat(figure.hit(1, 1, 700, 600)).isEmpty();
  }

  @Test
  void theTableHoldsBothMatrices() {
    assertThat(figure(0.5, 0.25).data().rows())
        .hasSize(18)
        .contains(java.util.List.of("head outputs", 2, 1, 0.25));
  }

  /** Just inside a cell's corner, where no number is. */
  private static int colour(
      BufferedImage image, HeadSimilarityFigure figure, int panel, int row, int column) {
    Rectangle2D cell = figure.cell(panel, row, column, figure.width(), figure.height());
    return image.getRGB((int) (2 * cell.getX() + 8), (int) (2 * cell.getY() + 8));
  }

  /** Of three heads that are all alike by the same cosine. */
  private static HeadSimilarityFigure figure(double maps, double outputs) {
    return HeadSimilarityFigure.of(
        "blocks9.0",
        alike(maps, Optional.of(alike(0.1))),
        alike(outputs, Optional.empty()),
        HandMade.CONTEXT);
  }

  private static HeadSimilarity alike(double cosine, Optional<HeadPairs> divergences) {
    return new HeadSimilarity(alike(cosine), divergences);
  }

  private static HeadPairs alike(double number) {
    return HeadPairs.of(3, (first, second) -> first == second ? 1 : number);
  }
}
