package org.efficientvit.visualizers.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.efficientvit.core.evidence.ClassEvidence;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.Oklab;
import org.efficientvit.visualizers.export.FigureWriter;
import org.efficientvit.visualizers.map.Token;
import org.junit.jupiter.api.Test;

class ClassEvidenceFigureTest {

  private static final ClassEvidence CAT = evidence(0.5, 2, -1, 0, 0.25f);
  private static final ClassEvidence FISH = evidence(-0.5, -2, 1, 0, 0.5f);

  @Test
  void whatIsAddedUpIsTheLogitOfTheNetwork() {
    HeadSamples sample = HeadSamples.at(224);
    int likeliest = sample.classes()[0];
    ClassEvidenceFigure figure =
        ClassEvidenceFigure.of(
            "likeliest", sample.evidence(likeliest), sample.crop(), sample.context());

    double sum =
        figure.data().rows().stream().mapToDouble(row -> ((Number) row.get(3)).doubleValue()).sum();
    assertThat(sum).isCloseTo(sample.trace().logits().values()[likeliest], within(1e-4));
    assertThat(figure.data().rows()).hasSize(4 * 4 + 1);
  }

  @Test
  void theDifferenceStandsBesideBothClasses() {
    ClassEvidenceFigure figure = between();

    assertThat(figure.panels())
        .extracting(ClassEvidenceFigure.Panel::title)
        .containsExactly("cat", "fish", "cat − fish");
    assertThat(figure.data().rows().subList(10, 15))
        .containsExactly(
            List.of("cat − fish", 0, 0, 4f),
            List.of("cat − fish", 0, 1, -2f),
            List.of("cat − fish", 1, 0, 0f),
            List.of("cat − fish", 1, 1, -0.25f),
            List.of("cat − fish", "", "", 1.0));
  }

  @Test
  void aCellThatSpeaksForAClassIsRedderThanOneThatSpeaksAgainstIt() {
    ClassEvidenceFigure figure = between();
    BufferedImage image = new FigureWriter(Theme.LIGHT, 2).image(figure);

    assertThat(redness(image, figure, new Token(0, 0)))
        .isGreaterThan(redness(image, figure, new Token(1, 0)) + 0.02);
    assertThat(redness(image, figure, new Token(1, 0)))
        .isGreaterThan(redness(image, figure, new Token(0, 1)) + 0.01);
  }

  @Test
  void aPointOnAPanelIsACell() {
    ClassEvidenceFigure figure = between();
    Rectangle2D cell = figure.cells(2, 640, 400).cell(new Token(1, 0));

    assertThat(figure.hit(cell.getCenterX(), cell.getCenterY(), 640, 400))
        .contains(new ClassEvidenceFigure.Hit(2, new Token(1, 0)));
    assertThat(figure.hit(1, 1, 640, 400)).isEmpty();
  }

  /** Red less blue as eyes weigh it, near a cell's corner. */
  private static double redness(BufferedImage image, ClassEvidenceFigure figure, Token cell) {
    Rectangle2D area = figure.cells(0, figure.width(), figure.height()).cell(cell);
    Oklab colour = Oklab.of(image.getRGB((int) (2 * area.getX() + 6), (int) (2 * area.getY() + 6)));
    return colour.a() + colour.b();
  }

  private static ClassEvidenceFigure between() {
    return ClassEvidenceFigure.between(
        "cat", CAT, "fish", FISH, HandMade.crop(8), HandMade.CONTEXT);
  }

  private static ClassEvidence evidence(double constant, float... cells) {
    return new ClassEvidence(new Tensor(Shape.of(2, 2), cells), constant);
  }
}
