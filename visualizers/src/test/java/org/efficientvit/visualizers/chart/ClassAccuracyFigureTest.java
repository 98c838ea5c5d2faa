package org.efficientvit.visualizers.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.model.Labels;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.Samples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.chart.ClassAccuracyFigure.Order;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassAccuracyFigureTest {

  @Test
  void theTitleSaysHowManyClassesInWhichOrder() {
    assertThat(figure(Order.WORST).title())
        .isEqualTo("Accuracy by class · 3 classes, worst first · top-1 50.0% of 8 pictures");
    assertThat(new ClassAccuracyFigure(evaluation(), Order.BEST, Samples.CONTEXT).title())
        .contains("best first");
    assertThat(
            new ClassAccuracyFigure(
                    Evaluation.of(List.of("cat"), List.of()), Order.WORST, Samples.CONTEXT)
                .title())
        .isEqualTo("Accuracy by class · no pictures");
  }

  @Test
  void classesStandInTheOrderThatIsChosenWithoutThoseOfNoPictures() {
    assertThat(labels(Order.WORST)).containsExactly("owl", "cat", "dog");
    assertThat(labels(Order.BEST)).containsExactly("dog", "cat", "owl");
    assertThat(labels(Order.NUMBER)).containsExactly("cat", "dog", "owl");
  }

  @Test
  void theTableHoldsSharesAndIntervals() {
    List<Object> cat = figure(Order.NUMBER).data().rows().get(0);

    assertThat(cat.subList(0, 4)).containsExactly(0, "cat", 4, 0.5);
    assertThat((double) cat.get(4)).isBetween(0.1, 0.2);
    assertThat((double) cat.get(5)).isBetween(0.8, 0.9);
    assertThat(cat.get(6)).isEqualTo(1.0);
  }

  @Test
  void aBarUnderThePointerSaysWhoseItIs() {
    ClassAccuracyFigure figure = figure(Order.WORST);
    List<Pickable> parts = figure.pickables(figure.width(), figure.height());

    assertThat(parts).extracting(Pickable::name).containsExactly("owl", "cat", "dog");
    assertThat(parts.get(1).text().lines().toList().get(1))
        .startsWith("top-1 50.0% of 4 pictures (95 % interval 15.0% to 85.0%)");
    Shape second = parts.get(1).outline();
    assertThat(
            figure.pick(
                second.getBounds2D().getCenterX(),
                second.getBounds2D().getCenterY(),
                figure.width(),
                figure.height()))
        .contains(parts.get(1));
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aDotStandsWhereTheClassIs(Theme theme) {
    ClassAccuracyFigure figure = figure(Order.WORST);
    BufferedImage image = new FigureWriter(theme, 1).image(figure);
    List<Pickable> parts = figure.pickables(figure.width(), figure.height());

    double owl = dot(image, theme, parts.get(0));
    double cat = dot(image, theme, parts.get(1));
    double dog = dot(image, theme, parts.get(2));
    assertThat(owl).isLessThan(cat);
    assertThat(cat).isCloseTo((owl + dog) / 2, within(2.0));
  }

  @Test
  void ofAThousandClassesFortyAreDrawnAndTheTableHoldsAll() {
    ClassAccuracyFigure figure =
        new ClassAccuracyFigure(
            Samples.evaluation(Labels.imageNet(), 2), Order.WORST, Samples.CONTEXT);

    assertThat(figure.pickables(figure.width(), figure.height())).hasSize(ClassAccuracyFigure.MOST);
    assertThat(figure.data().rows()).hasSize(1000);
    assertThat(figure.title()).contains("40 of 1000 classes, worst first");
    assertThat(new FigureWriter(Theme.LIGHT, 1).image(figure).getWidth()).isEqualTo(620);
  }

  /** The middle of the widest stretch of the accent's own colour two points above the middle. */
  private static double dot(BufferedImage image, Theme theme, Pickable part) {
    int y = (int) Math.round(part.outline().getBounds2D().getCenterY()) - 2;
    int[] x =
        IntStream.range(0, image.getWidth())
            .filter(at -> image.getRGB(at, y) == theme.accent().getRGB())
            .toArray();
    return IntStream.of(x).average().orElseThrow();
  }

  private static List<Object> labels(Order order) {
    return figure(order).data().rows().stream().map(row -> row.get(1)).toList();
  }

  private static ClassAccuracyFigure figure(Order order) {
    return new ClassAccuracyFigure(evaluation(), order, Samples.CONTEXT);
  }

  /** Two of four cats, both dogs and no owl are right; there are no elks. */
  private static Evaluation evaluation() {
    List<Answer> answers = new ArrayList<>();
    int[][] pairs = {{0, 0}, {0, 0}, {0, 1}, {0, 1}, {1, 1}, {1, 1}, {2, 0}, {2, 0}};
    for (int[] pair : pairs) {
      answers.add(
          new Answer.Seen(answers.size(), pair[0], pair[1], pair[0] == pair[1] ? 0 : 2, 0.5f, 1));
    }
    return Evaluation.of(List.of("cat", "dog", "owl", "elk"), answers);
  }
}
