package org.efficientvit.visualizers.heads;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureFormat;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every figure of heads. */
class HeadFiguresTest {

  private static final int FRAME = 3;

  static Stream<Named<Figure>> figures() {
    List<Figure> figures = new ArrayList<>(HeadLook.figures(HeadSamples.at(256), "blocks2.3"));
    figures.addAll(HeadSamples.made());
    figures.addAll(HeadLook.figures(HeadSamples.survey(224, 2)));
    return figures.stream().map(figure -> Named.of(figure.name(), figure));
  }

  @Test
  void noTwoOfOnePictureHaveOneName() {
    assertThat(HeadLook.figures(HeadSamples.at(224), "blocks1.0", "blocks3.5"))
        .extracting(Figure::name)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everyFormatHoldsIt(Figure figure, @TempDir Path folder) throws IOException {
    for (FigureFormat format : FigureFormat.values()) {
      Path file = FigureWriter.of(Theme.LIGHT).write(figure, format, folder);
      assertThat(Files.size(file)).as("%s", format).isGreaterThan(200);
    }
    assertThat(figure.data().rows()).isNotEmpty();
    assertThat(figure.title()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("figures")
  void nothingReachesTheEdge(Figure figure) {
    for (Theme theme : Theme.values()) {
      BufferedImage image = new FigureWriter(theme, 1).image(figure);
      int ground = theme.background().getRGB();
      for (int x = 0; x < image.getWidth(); x++) {
        assertThat(image.getRGB(x, FRAME)).as("above, at %d", x).isEqualTo(ground);
        assertThat(image.getRGB(x, image.getHeight() - 1 - FRAME))
            .as("below, at %d", x)
            .isEqualTo(ground);
      }
      for (int y = 0; y < image.getHeight(); y++) {
        assertThat(image.getRGB(FRAME, y)).as("left, at %d", y).isEqualTo(ground);
        assertThat(image.getRGB(image.getWidth() - 1 - FRAME, y))
            .as("right, at %d", y)
            .isEqualTo(ground);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void itIsDrawnAtAnySize(Figure figure) {
    for (int[] size : new int[][] {{300, 300}, {1600, 500}, {500, 1400}, {40, 40}}) {
      BufferedImage image = new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB);
      Graphics2D g = image.createGraphics();
      figure.draw(g, size[0], size[1], Theme.DARK);
      g.dispose();
      assertThat(image.getRGB(1, 1)).isEqualTo(Theme.DARK.background().getRGB());
      if (figure instanceof PickableFigure pickable && size[0] > 40) {
        Rectangle2D page = new Rectangle2D.Double(0, 0, size[0], size[1]);
        assertThat(pickable.pickables(size[0], size[1]))
            .extracting(Pickable::outline)
            .allMatch(outline -> page.intersects(outline.getBounds2D()));
      }
    }
  }
}
