package org.efficientvit.visualizers.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.efficientvit.core.attention.CascadeFlow;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureWriter;
import org.efficientvit.visualizers.heads.CascadeFigure.Part;
import org.efficientvit.visualizers.map.Token;
import org.junit.jupiter.api.Test;

class CascadeFigureTest {

  private static final String BLOCK = "blocks2.3";

  @Test
  void aPointOnAPanelIsAHeadsToken() {
    CascadeFigure figure = figure(Set.of());
    for (double[] size : new double[][] {{figure.width(), figure.height()}, {500, 900}}) {
      for (Part part : Part.values()) {
        Rectangle2D cell = figure.tokens(1, part, size[0], size[1]).cell(new Token(1, 0));
        assertThat(figure.hit(cell.getCenterX(), cell.getCenterY(), size[0], size[1]))
            .contains(new CascadeFigure.Hit(1, part, new Token(1, 0)));
      }
    }
  }

  @Test
  void anEdgeIsFoundFromThePreviousOutputUpToTheSum() {
    CascadeFigure figure = figure(Set.of());
    double width = figure.width();
    double height = figure.height();
    Rectangle2D output = figure.tokens(0, Part.OUTPUT, width, height).area();
    Rectangle2D split = figure.tokens(1, Part.SPLIT, width, height).area();

    double between = (output.getMaxX() + split.getMinX()) / 2;
    assertThat(figure.edge(between, output.getCenterY(), width, height)).contains(1);
    assertThat(figure.edge(between + 20, split.getMaxY() + 20, width, height)).contains(1);
    assertThat(figure.edge(split.getCenterX(), split.getCenterY(), width, height)).isEmpty();
  }

  @Test
  void panelsNeverReachBeyondTheFigure() {
    CascadeFigure figure = figure(Set.of());
    for (double[] size : new double[][] {{1600, 600}, {400, 1600}, {500, 500}}) {
      for (Part part : Part.values()) {
        assertThat(new Rectangle2D.Double(0, 0, size[0], size[1]))
            .matches(page -> page.contains(figure.tokens(1, part, size[0], size[1]).area()));
      }
    }
  }

  @Test
  void whatIsDoneToAHeadShowsWithoutColourToo() {
    double[] as = grey(figure(Set.of()));
    for (Intervention.Kind kind : Intervention.Kind.values()) {
      double[] changed = grey(figure(Set.of(kind)));
      assertThat(differing(as, changed)).as("%s", kind).isGreaterThan(150);
    }
  }

  @Test
  void theTableHoldsWhatWasDoneAndWhatWasAdded() {
    CascadeFigure figure = figure(Set.of(Intervention.Kind.CUT, Intervention.Kind.SILENCE));

    assertThat(figure.data().rows()).hasSize(2 * 4);
    assertThat(figure.data().rows().get(4).subList(0, 4))
        .containsExactly(1, "cut+silence", 0.5, -0.25);
    assertThat(figure.name()).isEqualTo("blocks2.3-cascade-changed");
  }

  @Test
  void aTokensLengthIsThatOfItsVector() {
    float[] values = {3, 0, 1, 0, 4, 0, 2, 0};
    HeadMaps vectors =
        new HeadMaps(BLOCK, new WindowGrid(2, 1, 2), new Tensor(Shape.of(1, 1, 2, 2, 2), values));

    float[] lengths = TokenLengths.of(vectors, 0).values();
    assertThat(lengths).hasSize(2);
    assertThat(lengths[0]).isEqualTo(5);
    assertThat(lengths[1]).isCloseTo((float) Math.sqrt(5), within(1e-6f));
  }

  @Test
  void aNetworksOwnCascadeAddsWhatThePreviousHeadGave() {
    CascadeFigure figure = HeadSamples.at(224).cascade(BLOCK);

    CascadeHead first = figure.heads().get(0);
    CascadeHead second = figure.heads().get(1);
    assertThat(first.flow().added()).isZero();
    assertThat(second.flow().added()).isCloseTo(first.flow().output(), within(1e-3));
    double squares = 0;
    for (float length : second.split().values()) {
      squares += (double) length * length;
    }
    assertThat(Math.sqrt(squares)).isCloseTo(second.flow().split(), within(1e-3));
  }

  @Test
  void theEffectOfAChangeStandsUnderIt() {
    CascadeFigure figure = HeadSamples.at(224).changed(BLOCK);
    CascadeEffect effect = figure.effect().orElseThrow();

    assertThat(effect.classes()).hasSize(5);
    assertThat(effect.blocks())
        .extracting(CascadeEffect.OfBlock::block)
        .contains(BLOCK, "blocks2.4", "blocks3.5")
        .doesNotContain("blocks1.0");
    assertThat(figure.heads().get(3).output().values()).containsOnly(0);
    assertThat(figure.heads().get(2).flow().added()).isZero();
  }

  @Test
  void thePredictionIsNamedOnceWhereItStays() {
    assertThat(effect(0.6, 0.5).prediction()).isEqualTo("still cat");
    assertThat(effect(0.6, 0.2).prediction()).isEqualTo("cat → fish");
  }

  private static CascadeEffect effect(double before, double after) {
    return new CascadeEffect(
        List.of(
            new CascadeEffect.OfClass("cat", before, after),
            new CascadeEffect.OfClass("fish", 0.3, 0.3)),
        "by hand",
        List.of());
  }

  /** Brightness of each pixel, without the title. */
  private static double[] grey(CascadeFigure figure) {
    BufferedImage image = new FigureWriter(Theme.LIGHT, 1).image(figure);
    int bottom =
        (int) figure.tokens(1, Part.OUTPUT, figure.width(), figure.height()).area().getMaxY();
    double[] grey = new double[image.getWidth() * (bottom - 60)];
    for (int i = 0; i < grey.length; i++) {
      int rgb = image.getRGB(i % image.getWidth(), 60 + i / image.getWidth());
      grey[i] = 0.2126 * (rgb >> 16 & 0xFF) + 0.7152 * (rgb >> 8 & 0xFF) + 0.0722 * (rgb & 0xFF);
    }
    return grey;
  }

  private static int differing(double[] one, double[] other) {
    int count = 0;
    for (int i = 0; i < Math.min(one.length, other.length); i++) {
      count += Math.abs(one[i] - other[i]) > 40 ? 1 : 0;
    }
    return count;
  }

  /** Two heads over 2x2 tokens, of which something is done to the second. */
  private static CascadeFigure figure(Set<Intervention.Kind> changes) {
    Tensor map = new Tensor(Shape.of(2, 2), new float[] {1, 2, 3, 4});
    return new CascadeFigure(
        BLOCK,
        new WindowGrid(2, 2, 2),
        HandMade.crop(8),
        List.of(
            new CascadeHead(map, new CascadeFlow.Head(4, 0, 0, 1), map, map, Set.of()),
            new CascadeHead(map, new CascadeFlow.Head(4, 2, -0.25, 1), map, map, changes)),
        Optional.empty(),
        HandMade.CONTEXT);
  }
}
