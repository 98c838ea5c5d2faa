package org.efficientvit.visualizers.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.visualizers.Samples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.colour.Scale;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;

class AttentionFigureTest {

  private static final StitchedAttention WHOLE = Samples.attention("blocks2.3");
  private static final StitchedAttention WINDOWS = Samples.attention("blocks1.0");

  @Test
  void everyCellOfEveryHeadIsDrawnWhereItsTokenIs() {
    AttentionFigure figure =
        figure(WHOLE).with(MapStyle.attention().withOpacity(1).withWindowBorders(false));
    int scale = 4;
    BufferedImage image = new FigureWriter(Theme.LIGHT, scale).image(figure);
    List<Tensor> maps = List.of(received(0), received(1), received(2), received(3));
    Scale shared = Scale.of(maps);
    for (int head = 0; head < 4; head++) {
      TokenGrid tokens = figure.tokens(head, figure.width(), figure.height());
      for (int i = 0; i < 49; i++) {
        Rectangle2D cell = tokens.cell(new Token(i / 7, i % 7));
        int expected = ColourMap.LAGOON.argb(shared.fraction(maps.get(head).values()[i]));
        // A quarter of a point inside each corner.
        for (double x : new double[] {cell.getMinX() + 0.25, cell.getMaxX() - 0.25}) {
          for (double y : new double[] {cell.getMinY() + 0.25, cell.getMaxY() - 0.25}) {
            assertThat(image.getRGB((int) (x * scale), (int) (y * scale))).isEqualTo(expected);
          }
        }
      }
    }
  }

  @Test
  void aPointOnAPanelIsAHeadsToken() {
    AttentionFigure figure = figure(WINDOWS);
    for (double[] size : new double[][] {{figure.width(), figure.height()}, {500, 900}}) {
      for (int head = 0; head < 4; head++) {
        Token token = new Token(3 * head, 13 - head);
        Rectangle2D cell = figure.tokens(head, size[0], size[1]).cell(token);
        assertThat(figure.hit(cell.getCenterX(), cell.getCenterY(), size[0], size[1]))
            .contains(new AttentionFigure.Hit(head, token));
      }
      assertThat(figure.hit(2, 2, size[0], size[1])).isEmpty();
    }
  }

  @Test
  void panelsNeverReachBeyondTheFigure() {
    for (double[] size : new double[][] {{1600, 400}, {400, 1600}, {300, 300}, {684, 315}}) {
      for (int head = 0; head < 4; head++) {
        Rectangle2D panel = figure(WHOLE).tokens(head, size[0], size[1]).area();
        assertThat(new Rectangle2D.Double(0, 0, size[0], size[1]).contains(panel)).isTrue();
      }
    }
  }

  @Test
  void theTableHoldsTheTracesNumbers() {
    List<List<Object>> rows = figure(WHOLE).data().rows();

    assertThat(rows).hasSize(4 * 49);
    assertThat(rows.get(49 + 7 * 2 + 3)).containsExactly(1, 2, 3, received(1).at(2, 3));
  }

  @Test
  void aTokensTableHoldsItsWindowAndSumsToOneForEachHead() {
    AttentionFigure figure = figure(WINDOWS).with(new Token(9, 4));
    List<List<Object>> rows = figure.data().rows();

    assertThat(rows).hasSize(4 * 49);
    assertThat(rows).allSatisfy(row -> assertThat((int) row.get(1)).isBetween(7, 13));
    assertThat(rows.stream().mapToDouble(row -> (float) row.get(3)).sum())
        .isCloseTo(4, within(1e-4));
    assertThat(figure.name()).isEqualTo("blocks1.0-attention-r9c4");
  }

  @Test
  void aTokenThatIsNotOnTheGridIsRefused() {
    assertThatThrownBy(() -> figure(WHOLE).with(new Token(7, 0)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void theClassTokensTableHoldsEveryCellAndSumsToWhatItDoesNotGiveItself() {
    AttentionFigure figure = figure(withClassToken()).with(Token.CLASS);

    assertThat(figure.name()).isEqualTo("blocks.0-attention-class");
    assertThat(figure.title()).isEqualTo("blocks.0 · attention of the class token");
    assertThat(figure.data().rows())
        .containsExactly(
            List.of(0, 0, 0, 0.1f),
            List.of(0, 0, 1, 0.2f),
            List.of(0, 1, 0, 0.3f),
            List.of(0, 1, 1, 0f));
    assertThat(new FigureWriter(Theme.DARK, 1).image(figure).getWidth()).isPositive();
  }

  @Test
  void whatTokensReceiveFromTheClassTokenIsCountedAndSaid() {
    AttentionMaps maps = AttentionMaps.of(withClassToken(), null, true);

    assertThat(maps.meaning()).contains("the class token's too");
    assertThat(maps.maps().get(0).values()).containsExactly(0.1f, 0.2f, 0.3f, 4);
  }

  /** The class token gives itself 0.4; every other gives all to the last cell. */
  private static StitchedAttention withClassToken() {
    float[] values = new float[5 * 5];
    System.arraycopy(new float[] {0.4f, 0.1f, 0.2f, 0.3f, 0}, 0, values, 0, 5);
    for (int query = 1; query < 5; query++) {
      values[5 * query + 4] = 1;
    }
    Tensor maps = new Tensor(Shape.of(1, 1, 5, 5), values);
    return new StitchedAttention(new HeadMaps("blocks.0", new WindowGrid(2, 2, 2, 1), maps));
  }

  @Test
  void aClassTokenThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> figure(WHOLE).with(Token.CLASS))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void ownScalesReachFromEachHeadsLeastToItsMost() {
    AttentionMaps maps = AttentionMaps.of(WHOLE, null, false);

    assertThat(maps.scales())
        .containsExactlyElementsOf(maps.maps().stream().map(Scale::of).toList());
    assertThat(AttentionMaps.of(WHOLE, new Token(0, 0), true).scales())
        .allMatch(scale -> scale.min() == 0);
  }

  private static Tensor received(int head) {
    return WHOLE.received(head);
  }

  private static AttentionFigure figure(StitchedAttention attention) {
    return AttentionFigure.received(attention, Samples.CROP, Samples.CONTEXT);
  }
}
