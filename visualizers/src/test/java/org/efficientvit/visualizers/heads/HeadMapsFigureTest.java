package org.efficientvit.visualizers.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.colour.Scale;
import org.efficientvit.visualizers.export.FigureWriter;
import org.efficientvit.visualizers.map.MapStyle;
import org.efficientvit.visualizers.map.Token;
import org.efficientvit.visualizers.map.TokenGrid;
import org.junit.jupiter.api.Test;

class HeadMapsFigureTest {

  private static final MapStyle BARE = MapStyle.attention().withOpacity(1).withWindowBorders(false);

  @Test
  void everyCellOfThePictureIsDrawnWhereItsTokenIs() {
    HeadMapsFigure figure = figure(new Reading.Received()).with(BARE);
    int scale = 4;
    BufferedImage image = new FigureWriter(Theme.LIGHT, scale).image(figure);
    List<Tensor> maps =
        List.of(
            new PaddedMaps(HandMade.padded(), 0).received(),
            new PaddedMaps(HandMade.padded(), 1).received());
    Scale shared = Scale.of(maps);
    for (int head = 0; head < 2; head++) {
      TokenGrid tokens = figure.tokens(0, head, figure.width(), figure.height());
      for (int i = 0; i < 9; i++) {
        Token token = new Token(i / 3, i % 3);
        Rectangle2D cell = tokens.cell(token);
        float value = maps.get(head).at(token.row(), token.column());
        int expected = ColourMap.LAGOON.argb(shared.fraction(value));
        // Two points inside each corner, since the picture's edge is marked.
        for (double x : new double[] {cell.getMinX() + 2, cell.getMaxX() - 2}) {
          for (double y : new double[] {cell.getMinY() + 2, cell.getMaxY() - 2}) {
            assertThat(image.getRGB((int) (x * scale), (int) (y * scale))).isEqualTo(expected);
          }
        }
      }
    }
  }

  @Test
  void thePictureTakesTheShareOfAPanelThatItsTokensHave() {
    Rectangle2D panel = new Rectangle2D.Double(10, 20, 210, 210);

    assertThat(MapPanel.pictureIn(new WindowGrid(16, 16, 7), panel))
        .isEqualTo(new Rectangle2D.Double(10, 20, 160, 160));
    assertThat(MapPanel.pictureIn(new WindowGrid(14, 14, 7), panel)).isEqualTo(panel);
  }

  @Test
  void aPointOnThePictureIsAHeadsTokenAndOneOnPaddingIsNone() {
    HeadMapsFigure figure = split();
    for (double[] size : new double[][] {{figure.width(), figure.height()}, {500, 900}}) {
      for (int row = 0; row < 3; row++) {
        for (int head = 0; head < 2; head++) {
          TokenGrid tokens = figure.tokens(row, head, size[0], size[1]);
          Rectangle2D last = tokens.cell(new Token(2, 2));
          Rectangle2D beyond = tokens.cell(new Token(2, 3));
          assertThat(figure.hit(last.getCenterX(), last.getCenterY(), size[0], size[1]))
              .contains(new HeadMapsFigure.Hit(row, head, new Token(2, 2)));
          assertThat(figure.hit(beyond.getCenterX(), beyond.getCenterY(), size[0], size[1]))
              .isEmpty();
        }
      }
      assertThat(figure.hit(2, 2, size[0], size[1])).isEmpty();
    }
  }

  @Test
  void panelsNeverReachBeyondTheFigure() {
    HeadMapsFigure figure = split();
    for (double[] size : new double[][] {{1600, 500}, {400, 1600}, {figure.width(), 700}}) {
      for (int i = 0; i < 6; i++) {
        Rectangle2D panel = figure.tokens(i / 2, i % 2, size[0], size[1]).area();
        assertThat(new Rectangle2D.Double(0, 0, size[0], size[1]).contains(panel)).isTrue();
      }
    }
  }

  @Test
  void theShareOnPaddingStandsBesideAHeadWhereThereIsAny() {
    HeadMaps maps = HandMade.padded();

    assertThat(new Reading.Received().figure(maps, 0)).isEqualTo("12.2% on padding");
    assertThat(new Reading.Query(new Token(2, 2)).figure(maps, 0)).isEqualTo("30.0% on padding");
    assertThat(new Reading.Query(new Token(0, 0)).figure(maps, 0)).isEmpty();
  }

  @Test
  void theTableTellsPaddingFromThePicture() {
    List<List<Object>> rows = figure(new Reading.Received()).data().rows();

    assertThat(rows).hasSize(2 * 16);
    assertThat(rows.get(0)).startsWith("attention", 0, 0, 0, "picture");
    assertThat(rows.get(3)).startsWith("attention", 0, 0, 3, "padding");
    assertThat((float) rows.get(3).get(5)).isCloseTo(0.2f, within(1e-6f));
  }

  @Test
  void aTokensTableSumsToOneWithItsPadding() {
    List<List<Object>> rows = figure(new Reading.Query(new Token(0, 2))).data().rows();

    assertThat(rows).hasSize(2 * 4);
    assertThat(rows.stream().mapToDouble(row -> (float) row.get(5)).sum())
        .isCloseTo(2, within(1e-6));
  }

  @Test
  void eachSourceHasItsOwnScaleAndAllHeadsOfItOne() {
    HeadScales scales =
        HeadScales.of(
            List.of(tensor(1, 2), tensor(0, 8), tensor(0.1f, 0.2f), tensor(0.2f, 0.4f)),
            2,
            HeadScales.SharedBy.ROW,
            true);

    assertThat(scales.own().subList(0, 2)).containsOnly(new Scale(0, 8));
    assertThat(scales.own().subList(2, 4)).containsOnly(new Scale(0, 0.4f));
  }

  @Test
  void theNameSaysWhatIsShown() {
    assertThat(figure(new Reading.Received()).name()).isEqualTo("blocks9.0-heads-received");
    assertThat(figure(new Reading.Query(new Token(1, 2))).name()).isEqualTo("blocks9.0-heads-r1c2");
    assertThat(split().name()).isEqualTo("blocks9.0-heads-entropy-split");
  }

  @Test
  void aTokenThatIsNotOnThePictureIsRefused() {
    assertThatThrownBy(() -> figure(new Reading.Query(new Token(0, 3))))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> figure(new Reading.Query(Token.CLASS)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void rowsOfUnlikeHeadsAreRefused() {
    HeadMaps other = HandMade.maps("blocks9.0", new WindowGrid(1, 1, 1), 1, 1);

    assertThatThrownBy(
            () ->
                HeadMapsFigure.split(
                    HandMade.padded(),
                    other,
                    other,
                    HandMade.crop(8),
                    new Reading.Received(),
                    HandMade.CONTEXT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Tensor tensor(float... values) {
    return new Tensor(org.efficientvit.core.tensor.Shape.of(1, values.length), values);
  }

  private static HeadMapsFigure figure(Reading reading) {
    return HeadMapsFigure.of(HandMade.padded(), HandMade.crop(8), reading, HandMade.CONTEXT);
  }

  private static HeadMapsFigure split() {
    HeadMaps maps = HandMade.padded();
    return HeadMapsFigure.split(
        maps, maps, maps, HandMade.crop(8), new Reading.Entropy(), HandMade.CONTEXT);
  }
}
