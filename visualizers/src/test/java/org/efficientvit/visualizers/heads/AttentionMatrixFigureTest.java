package org.efficientvit.visualizers.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.efficientvit.core.attention.StitchedAttention;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;

class AttentionMatrixFigureTest {

  private static final StitchedAttention ATTENTION = new StitchedAttention(HandMade.padded());
  private static final AttentionMatrixFigure FIGURE =
      AttentionMatrixFigure.of(ATTENTION, 3, HandMade.CONTEXT);

  @Test
  void rowsAreQueriesAndColumnsKeys() {
    int scale = 4;
    BufferedImage image = new FigureWriter(Theme.DARK, scale).image(FIGURE);
    for (int head = 0; head < 2; head++) {
      Rectangle2D area = FIGURE.matrix(head, FIGURE.width(), FIGURE.height());
      for (int i = 0; i < 16; i++) {
        int query = i / 4;
        int key = i % 4;
        double x = area.getX() + (key + 0.5) * area.getWidth() / 4;
        double y = area.getY() + (query + 0.5) * area.getHeight() / 4;
        float value = ATTENTION.matrix(head, 3).at(query, key);
        assertThat(image.getRGB((int) (x * scale), (int) (y * scale)))
            .isEqualTo(ColourMap.LAGOON.argb(value / 0.7f));
      }
    }
  }

  @Test
  void aPointOnAMatrixIsAWeight() {
    Rectangle2D area = FIGURE.matrix(1, 500, 400);
    double cell = area.getWidth() / 4;

    assertThat(FIGURE.hit(area.getX() + 2 * cell, area.getY() + 1.99 * cell, 500, 400))
        .contains(new AttentionMatrixFigure.Hit(1, 1, 2));
    assertThat(FIGURE.hit(area.getX() - 1, area.getY() + cell, 500, 400)).isEmpty();
  }

  @Test
  void paddingIsMarkedInWindowsThatHaveSome() {
    assertThat(new MatrixAxes(HandMade.PADDED, 0).hasPadding()).isFalse();
    assertThat(new MatrixAxes(HandMade.PADDED, 3).hasPadding()).isTrue();
  }

  @Test
  void theTableHoldsEveryWeight() {
    assertThat(FIGURE.data().rows()).hasSize(2 * 16);
    assertThat(FIGURE.data().rows().get(16 + 3)).containsExactly(3, 1, 0, 3, 0.7f);
  }

  @Test
  void aWindowThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> AttentionMatrixFigure.of(ATTENTION, 4, HandMade.CONTEXT))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
