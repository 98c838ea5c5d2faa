package org.efficientvit.visualizers.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.efficientvit.core.train.EpochResult;
import org.efficientvit.visualizers.Samples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingFigureTest {

  /** Enough for a line to have pixels of its pure colour. */
  private static final int SCALE = 4;

  private static final EpochResult FIRST = new EpochResult(0, 1e-3, 2.5, 2.25, 0.25, 800);
  private static final EpochResult SECOND = new EpochResult(1, 5e-4, 1.5, 1.25, 0.75, 810);
  private static final EpochResult THIRD = new EpochResult(2, 1e-4, 1.25, 1.5, 0.5, 820);

  @Test
  void theTitleNamesTheBestEpochCountedFromOne() {
    assertThat(figure(FIRST, SECOND, THIRD).title())
        .isEqualTo("Training · 3 epochs · best top-1 75.0% after epoch 2");
    assertThat(figure(FIRST).title())
        .isEqualTo("Training · 1 epoch · best top-1 25.0% after epoch 1");
    assertThat(figure().title()).isEqualTo("Training · 0 epochs");
  }

  @Test
  void theTableHoldsEveryEpoch() {
    assertThat(figure(FIRST, SECOND).data().rows())
        .containsExactly(
            List.of(1, 1e-3, 2.5, 2.25, 0.25, 800.0), List.of(2, 5e-4, 1.5, 1.25, 0.75, 810.0));
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aLineFallsAndTheOtherRises(Theme theme) {
    List<EpochResult> epochs =
        IntStream.range(0, 50)
            .mapToObj(i -> new EpochResult(i, 1e-3, Double.NaN, 2 - i * 0.04, i * 0.02, 1))
            .toList();
    BufferedImage image =
        new FigureWriter(theme, SCALE).image(new TrainingFigure(epochs, Samples.CONTEXT));
    int half = 187;

    List<Integer> loss = heights(image, theme, 90, half);
    List<Integer> answers = heights(image, theme, half, 310);

    assertThat(loss.get(0)).isLessThan(loss.get(1) - 50);
    assertThat(answers.get(0)).isGreaterThan(answers.get(1) + 50);
  }

  @Test
  void aTrainingThatDivergedOrHasNotBegunIsDrawnToo() {
    EpochResult diverged = new EpochResult(1, 1e-3, Double.NaN, Double.POSITIVE_INFINITY, 0.1, 1);
    FigureWriter writer = new FigureWriter(Theme.LIGHT, 1);

    assertThat(writer.image(figure(FIRST, diverged)).getWidth()).isEqualTo(560);
    assertThat(writer.image(figure(diverged)).getWidth()).isEqualTo(560);
    assertThat(writer.image(figure()).getWidth()).isEqualTo(560);
  }

  @Test
  void theLossBetweenEpochsIsDrawnBehindThem() {
    FigureWriter writer = new FigureWriter(Theme.LIGHT, 1);
    TrainingFigure without = figure(FIRST, SECOND);
    TrainingFigure with = new TrainingFigure(without.epochs(), Samples.steps(2), without.context());

    assertThat(grey(writer.image(with))).isGreaterThan(grey(writer.image(without)) + 200);
    assertThat(with.data()).isEqualTo(without.data());
  }

  @Test
  void anEpochUnderThePointerSaysWhatItCameTo() {
    TrainingFigure figure = figure(FIRST, SECOND);

    assertThat(figure.pick(530, 250, figure.width(), figure.height()))
        .hasValueSatisfying(
            part ->
                assertThat(part.text().lines())
                    .containsExactly(
                        "epoch 2",
                        "loss 1.5 in training, 1.25 in validation",
                        "validation top-1 75.0%",
                        "810 images/s"));
  }

  /** How many pixels are neither white nor of the validation's hue. */
  private static long grey(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
        .filter(rgb -> rgb != Theme.LIGHT.background().getRGB())
        .count();
  }

  /** Where the validation's line is, left and right. */
  private static List<Integer> heights(BufferedImage image, Theme theme, int from, int to) {
    List<Integer> heights = new ArrayList<>();
    for (int x : new int[] {100, 500}) {
      heights.add(
          IntStream.range(from, to)
              .filter(y -> image.getRGB(SCALE * x, SCALE * y) == theme.accent().getRGB())
              .findFirst()
              .orElseThrow());
    }
    return heights;
  }

  private static TrainingFigure figure(EpochResult... epochs) {
    return new TrainingFigure(List.of(epochs), Samples.CONTEXT.withoutPicture());
  }
}
