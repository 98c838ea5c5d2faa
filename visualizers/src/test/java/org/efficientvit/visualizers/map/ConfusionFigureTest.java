package org.efficientvit.visualizers.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.efficientvit.core.evaluate.ConfusionMatrix;
import org.efficientvit.visualizers.Samples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureWriter;
import org.efficientvit.visualizers.map.ConfusionFigure.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfusionFigureTest {

  @Test
  void theTableHoldsEveryCellThatCounts() {
    assertThat(figure(two(), Cell.COUNT).data().rows())
        .containsExactly(
            List.of("cat", "cat", 3, 0.75),
            List.of("cat", "dog", 1, 0.25),
            List.of("dog", "dog", 1, 1.0));
  }

  @Test
  void theTitleNamesTop1() {
    assertThat(figure(two(), Cell.COUNT).title())
        .isEqualTo("Confusion of classes · top-1 80.0% of 5 pictures");
    assertThat(figure(new ConfusionMatrix.Builder(List.of("cat")).build(), Cell.COUNT).title())
        .endsWith("no pictures");
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void rightAndWrongHaveTheirOwnHuesAndNothingHasNone(Theme theme) {
    ConfusionMatrix.Builder builder = new ConfusionMatrix.Builder(List.of("cat", "dog"));
    builder.add(0, 0);
    builder.add(1, 0);

    ConfusionFigure figure = figure(builder.build(), Cell.PERCENT);
    BufferedImage image = new FigureWriter(theme, 1).image(figure);

    assertThat(corner(image, figure, 0, 0)).isEqualTo(theme.accent().getRGB());
    assertThat(corner(image, figure, 1, 0)).isEqualTo(theme.warning().getRGB());
    assertThat(corner(image, figure, 0, 1)).isEqualTo(theme.background().getRGB());
  }

  @Test
  void aCellUnderThePointerSaysWhatItCounts() {
    ConfusionFigure figure = figure(two(), Cell.COUNT);
    double width = figure.width();
    double height = figure.height();

    assertThat(figure.pickables(width, height)).hasSize(3);
    Rectangle2D wrong = ConfusionLayout.of(two()).in(width, height).cell(0, 1);
    assertThat(figure.pick(wrong.getCenterX(), wrong.getCenterY(), width, height))
        .hasValueSatisfying(
            cell ->
                assertThat(cell.text().lines())
                    .containsExactly("cat taken for dog", "1 of 4 pictures, 25.0%"));
    assertThat(figure.pick(1, 1, width, height)).isEmpty();
  }

  @Test
  void ofManyClassesNoNumbersAreWritten() {
    ConfusionFigure few = figure(Samples.confusion(50, 10), Cell.COUNT);
    ConfusionFigure many = figure(Samples.confusion(51, 10), Cell.COUNT);

    assertThat(colours(few, 0, 0)).isGreaterThan(1);
    assertThat(colours(many, 0, 0)).isEqualTo(1);
  }

  @Test
  void aThousandClassesFitAPage() {
    ConfusionFigure figure = figure(Samples.confusion(1000, 5), Cell.COUNT);

    assertThat(figure.width()).isLessThan(1000);
    assertThat(new FigureWriter(Theme.LIGHT, 1).image(figure).getHeight()).isLessThan(1000);
  }

  /** The colour of a cell, beside its number. */
  private static int corner(BufferedImage image, ConfusionFigure figure, int row, int column) {
    Rectangle2D cell = cell(figure, row, column);
    return image.getRGB((int) cell.getX() + 4, (int) cell.getY() + 4);
  }

  /** How many colours the inner part of a cell has. */
  private static long colours(ConfusionFigure figure, int row, int column) {
    BufferedImage image = new FigureWriter(Theme.LIGHT, 2).image(figure);
    Rectangle2D cell = cell(figure, row, column);
    int side = (int) (2 * cell.getWidth()) - 8;
    int x = (int) (2 * cell.getX()) + 4;
    int y = (int) (2 * cell.getY()) + 4;
    return Arrays.stream(image.getRGB(x, y, side, side, null, 0, side)).distinct().count();
  }

  private static Rectangle2D cell(ConfusionFigure figure, int row, int column) {
    return ConfusionLayout.of(figure.matrix())
        .in(figure.width(), figure.height())
        .cell(row, column);
  }

  private static ConfusionMatrix two() {
    ConfusionMatrix.Builder builder = new ConfusionMatrix.Builder(List.of("cat", "dog"));
    builder.add(0, 0);
    builder.add(0, 0);
    builder.add(0, 0);
    builder.add(0, 1);
    builder.add(1, 1);
    return builder.build();
  }

  private static ConfusionFigure figure(ConfusionMatrix matrix, Cell cell) {
    return new ConfusionFigure(matrix, cell, Samples.CONTEXT.withoutPicture());
  }
}
