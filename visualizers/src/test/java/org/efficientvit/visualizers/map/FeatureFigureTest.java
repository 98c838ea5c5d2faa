package org.efficientvit.visualizers.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.Samples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.colour.ColourMap;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;

class FeatureFigureTest {

  private static final Tensor THREE = new Tensor(Shape.of(3, 1, 2), new float[] {1, 2, 5, 9, 0, 1});

  @Test
  void channelsStandInTheOrderOfTheirMean() {
    FeatureFigure figure = FeatureFigure.of("stage", THREE, Samples.CONTEXT).withLimit(2);

    assertThat(figure.data().rows())
        .containsExactly(
            List.of(1, 7.0, 0, 0, 5f),
            List.of(1, 7.0, 0, 1, 9f),
            List.of(0, 1.5, 0, 0, 1f),
            List.of(0, 1.5, 0, 1, 2f));
    assertThat(figure.title()).isEqualTo("stage · 3 channels of 1×2");
  }

  @Test
  void theTableHoldsTheTracesNumbers() {
    Tensor features = Samples.TRACE.features().get("blocks2");
    FeatureFigure figure = FeatureFigure.of("blocks2", features, Samples.CONTEXT);

    assertThat(figure.data().rows()).hasSize(64 * 49);
    assertThat(figure.data().rows())
        .allSatisfy(
            row ->
                assertThat(row.get(4))
                    .isEqualTo(features.at((int) row.get(0), (int) row.get(2), (int) row.get(3))));
  }

  @Test
  void aSignedMapHasZeroInTheMiddleOfItsColours() {
    Tensor signed = new Tensor(Shape.of(1, 1, 2), new float[] {-1, 0});
    FeatureFigure figure = FeatureFigure.of("stage", signed, Samples.CONTEXT);
    BufferedImage image = new FigureWriter(Theme.LIGHT, 1).image(figure);
    Rectangle2D panel = PanelGrid.in(new Rectangle2D.Double(16, 54, 568, 78), 8, 8, 14).panel(0);
    int y = (int) panel.getCenterY();

    assertThat(image.getRGB((int) panel.getX() + 48, y)).isEqualTo(ColourMap.BLUE_RED.argb(0.5));
    assertThat(image.getRGB((int) panel.getX() + 16, y)).isEqualTo(ColourMap.BLUE_RED.argb(0));
  }
}
