package org.efficientvit.visualizers.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.visualizers.Samples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibrationFigureTest {

  private static final int SCALE = 2;

  @Test
  void theTitleNamesTheErrorAndThePictures() {
    assertThat(figure(10, 0.5f, 8).title()).isEqualTo("Calibration · ECE 30.0% of 10 pictures");
    assertThat(figure(0, 0.5f, 0).title()).isEqualTo("Calibration · no pictures");
  }

  @Test
  void theTableHoldsBinsThatHavePicturesWithTheirIntervals() {
    List<Object> row = figure(10, 0.5f, 8).data().rows().get(0);

    Interval interval = Interval.wilson(8, 10);
    assertThat(figure(10, 0.5f, 8).data().rows()).hasSize(1);
    assertThat((double) row.get(0)).isCloseTo(7 / 15.0, within(1e-12));
    assertThat((double) row.get(1)).isCloseTo(8 / 15.0, within(1e-12));
    assertThat(row.subList(2, 7)).containsExactly(10, 0.5, 0.8, interval.low(), interval.high());
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aPointStandsHigherTheMoreAnswersAreRight(Theme theme) {
    int few = heightOfPoint(figure(1000, 0.5f, 200), theme);
    int many = heightOfPoint(figure(1000, 0.5f, 800), theme);

    // 60 per cent of a panel of some 300 points.
    assertThat(few - many).isBetween(SCALE * 150, SCALE * 230);
  }

  @Test
  void noPicturesAreDrawnToo() {
    BufferedImage image = new FigureWriter(Theme.LIGHT, 1).image(figure(0, 0.5f, 0));

    assertThat(image.getWidth()).isEqualTo(500);
  }

  /** The uppermost row, under the legend, in which most of a dot's width is of its colour. */
  private static int heightOfPoint(CalibrationFigure figure, Theme theme) {
    BufferedImage image = new FigureWriter(theme, SCALE).image(figure);
    return IntStream.range(SCALE * 80, image.getHeight())
        .filter(
            y ->
                IntStream.range(SCALE * 60, image.getWidth())
                        .filter(x -> image.getRGB(x, y) == theme.accent().getRGB())
                        .count()
                    >= SCALE * 5)
        .findFirst()
        .orElseThrow();
  }

  private static CalibrationFigure figure(int images, float confidence, int correct) {
    List<Answer> answers =
        IntStream.range(0, images)
            .<Answer>mapToObj(
                i -> new Answer.Seen(i, 0, i < correct ? 0 : 1, i < correct ? 0 : 1, confidence, 0))
            .toList();
    return new CalibrationFigure(
        Evaluation.of(List.of("a", "b"), answers).calibration(), Samples.CONTEXT.withoutPicture());
  }
}
