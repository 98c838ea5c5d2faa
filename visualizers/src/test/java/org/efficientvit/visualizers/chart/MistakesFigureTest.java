package org.efficientvit.visualizers.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.efficientvit.core.evaluate.ConfusionMatrix;
import org.efficientvit.visualizers.Samples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MistakesFigureTest {

  @Test
  void theTitleSaysHowManyWereRight() {
    assertThat(figure(matrix(3, 4, 1)).title())
        .isEqualTo("Most frequent mistakes · top-1 37.5% of 8 pictures");
    assertThat(figure(matrix(3, 0, 0)).title())
        .isEqualTo("No mistakes · top-1 100.0% of 3 pictures");
    assertThat(figure(matrix(0, 0, 0)).title()).isEqualTo("Most frequent mistakes · no pictures");
  }

  @Test
  void theTableHoldsEveryMistakeTheMostFrequentFirst() {
    assertThat(figure(matrix(4, 4, 1)).data().rows())
        .containsExactly(List.of("cat", "dog", 4, 0.5), List.of("dog", "owl", 1, 1.0));
    ConfusionMatrix many = Samples.confusion(1000, 5);
    assertThat(figure(many).data().rows()).hasSize(many.mistakes().size());
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void barsAreAsLongAsMistakesAreFrequent(Theme theme) {
    BufferedImage image = new FigureWriter(theme, 1).image(figure(matrix(1, 8, 2)));

    long first = length(image, theme, 54 + 20);
    long second = length(image, theme, 54 + 31 + 20);
    assertThat(first).isCloseTo(620 - 32 - 130, within(1L));
    assertThat(second).isCloseTo(first / 4, within(1L));
  }

  @Test
  void ofAThousandClassesTwentyMistakesAreDrawn() {
    MistakesFigure figure = figure(Samples.confusion(1000, 5));

    assertThat(figure.height()).isEqualTo(54 + 20 * 31 + 16);
    assertThat(new FigureWriter(Theme.LIGHT, 1).image(figure).getWidth()).isEqualTo(620);
  }

  private static long length(BufferedImage image, Theme theme, int y) {
    return IntStream.range(0, image.getWidth())
        .filter(x -> image.getRGB(x, y) == theme.warning().getRGB())
        .count();
  }

  private static MistakesFigure figure(ConfusionMatrix matrix) {
    return new MistakesFigure(matrix, Samples.CONTEXT.withoutPicture());
  }

  private static ConfusionMatrix matrix(int right, int catsAsDogs, int dogsAsOwls) {
    ConfusionMatrix.Builder builder = new ConfusionMatrix.Builder(List.of("cat", "dog", "owl"));
    IntStream.range(0, right).forEach(i -> builder.add(0, 0));
    IntStream.range(0, catsAsDogs).forEach(i -> builder.add(0, 1));
    IntStream.range(0, dogsAsOwls).forEach(i -> builder.add(1, 2));
    return builder.build();
  }
}
