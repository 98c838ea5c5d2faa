package org.efficientvit.visualizers.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.efficientvit.core.published.Ablation;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.visualizers.Samples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.chart.SpeedFigure.Row;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpeedFigureTest {

  private static final Ablation ABLATION = Ablation.published();
  private static final Estimate SLOWER = new Estimate(0.7, new Interval(0.68, 0.73));
  private static final Row OWN = new Row("heads=2", SLOWER, Optional.empty(), false);
  private static final Row PAPERS =
      new Row("pairs=2", SLOWER, Optional.of(ABLATION.rows().get(1)), true);

  private static SpeedFigure figure(Row... rows) {
    return new SpeedFigure(
        List.of(rows), "measured: somewhere", ABLATION, Samples.CONTEXT.withoutPicture());
  }

  @Test
  void publishedFiguresStandInTheTableBesideMeasuredOnesAndNowhereElse() {
    List<List<Object>> rows = figure(OWN, PAPERS).data().rows();

    assertThat(rows.get(0)).containsExactly("heads=2", 0.7, 0.68, 0.73, "", "", "", "", false);
    assertThat(rows.get(1)).startsWith("pairs=2", 0.7, 0.68, 0.73, "N 1 -> 2").endsWith(true);
    assertThat((double) rows.get(1).get(5)).isCloseTo(14977 / 15914.0, within(1e-9));
    assertThat((double) rows.get(1).get(6)).isCloseTo(112.3 / 108.6, within(1e-9));
    assertThat((double) rows.get(1).get(7)).isCloseTo(-1.1, within(1e-9));
  }

  @Test
  void theTitleSaysWhetherPublishedFiguresAreAmongThem() {
    assertThat(figure(OWN).title()).doesNotContain("published");
    assertThat(figure(OWN, PAPERS).title()).contains("published");
  }

  @ParameterizedTest
  @EnumSource
  void slowerStandsToTheLeftOfTheBaselineAndFasterToTheRight(Theme theme) {
    Row faster =
        new Row("heads=2", new Estimate(1.4, new Interval(1.38, 1.42)), Optional.empty(), false);

    assertThat(middleOfMarks(figure(OWN), theme)).isLessThan(middleOfMarks(figure(faster), theme));
  }

  /** Of the pixels of a figure's one row that have the measured figures' colour. */
  private static double middleOfMarks(SpeedFigure figure, Theme theme) {
    BufferedImage image = FigureWriter.of(theme).image(figure);
    long sum = 0;
    int count = 0;
    int legend = image.getHeight() - 2 * 70;
    for (int y = 0; y < legend; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) == theme.accent().getRGB()) {
          sum += x;
          count++;
        }
      }
    }
    assertThat(count).isPositive();
    return (double) sum / count;
  }
}
