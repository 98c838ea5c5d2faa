package org.efficientvit.visualizers.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.PickableFigure;
import org.efficientvit.visualizers.ProfileSamples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureFormat;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every figure of a profile. */
class ProfileFiguresTest {

  private static final int AROUND = 30;
  private static final Profile M0 = ProfileSamples.of("m0", "pytorch", 16);

  @TempDir Path folder;

  static Stream<PickableFigure> figures() {
    return Stream.concat(
        Stream.concat(
            ProfileSamples.figures(M0).stream(),
            ProfileSamples.figures(ProfileSamples.of("deit-tiny", "onnx", 1)).stream()),
        Stream.of(ProfileSamples.networks()));
  }

  static Stream<PickableFigure> ofOneNetwork() {
    return ProfileSamples.figures(M0).stream();
  }

  @ParameterizedTest
  @MethodSource("figures")
  void nothingIsDrawnOutsideIt(PickableFigure figure) {
    for (Theme theme : Theme.values()) {
      BufferedImage image = withRoomAround(figure, theme);
      int right = image.getWidth() - AROUND;
      int bottom = image.getHeight() - AROUND;
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          if (x < AROUND - 1 || x > right || y < AROUND - 1 || y > bottom) {
            assertThat(image.getRGB(x, y))
                .as("%s at %d, %d", figure.name(), x - AROUND, y - AROUND)
                .isEqualTo(Color.MAGENTA.getRGB());
          }
        }
      }
    }
  }

  private static BufferedImage withRoomAround(Figure figure, Theme theme) {
    int width = (int) Math.ceil(figure.width()) + 2 * AROUND;
    int height = (int) Math.ceil(figure.height()) + 2 * AROUND;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.MAGENTA);
    g.fillRect(0, 0, width, height);
    g.translate(AROUND, AROUND);
    figure.draw(g, figure.width(), figure.height(), theme);
    g.dispose();
    return image;
  }

  @ParameterizedTest
  @MethodSource("figures")
  void itSaysHowItWasMeasuredAndWhoseWeightsTheyAre(PickableFigure figure) throws IOException {
    Path file = FigureWriter.of(Theme.LIGHT).write(figure, FigureFormat.SVG, folder);

    assertThat(Files.readString(file)).contains("1 thread", "224×224 pixels", "random weights");
  }

  @ParameterizedTest
  @MethodSource("figures")
  void aPdfIsOnePageOfItsSize(PickableFigure figure) throws IOException {
    Path file = FigureWriter.of(Theme.DARK).write(figure, FigureFormat.PDF, folder);

    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo((float) figure.width());
      assertThat(pdf.getPage(0).getMediaBox().getHeight()).isEqualTo((float) figure.height());
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void itsPartsLieInsideItAtAnySize(PickableFigure figure) {
    for (double scale : new double[] {1, 1.7}) {
      double width = scale * figure.width();
      double height = scale * figure.height();
      Rectangle2D page = new Rectangle2D.Double(0, 0, width, height);

      assertThat(figure.pickables(width, height))
          .isNotEmpty()
          .allSatisfy(
              part ->
                  assertThat(page.contains(part.outline().getBounds2D()))
                      .as("%s at %s", part.name(), part.outline().getBounds2D())
                      .isTrue());
    }
  }

  @ParameterizedTest
  @MethodSource("ofOneNetwork")
  void everyOperationThatIsNoViewIsInSomePart(PickableFigure figure) {
    Set<String> shown =
        figure.pickables(figure.width(), figure.height()).stream()
            .flatMap(part -> part.operations().stream())
            .collect(Collectors.toSet());

    assertThat(shown)
        .containsAll(
            M0.operations().stream()
                .filter(one -> !one.cost().isView())
                .map(ProfiledOperation::name)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("ofOneNetwork")
  void whatIsPointedAtCanBeBroughtOut(PickableFigure figure) {
    String operation = "blocks1.0.ffn0.m.pw1";
    Pickable part =
        figure.pickables(figure.width(), figure.height()).stream()
            .filter(one -> one.operations().contains(operation))
            .findFirst()
            .orElseThrow();
    Rectangle2D box = part.outline().getBounds2D();
    BufferedImage plain = FigureWriter.of(Theme.LIGHT).image(figure);
    BufferedImage brought = FigureWriter.of(Theme.LIGHT).image(figure.highlighting(operation));

    assertThat(figure.pick(box.getCenterX(), box.getCenterY(), figure.width(), figure.height()))
        .isPresent();
    assertThat(differ(plain, brought, box)).isTrue();
  }

  private static boolean differ(BufferedImage one, BufferedImage other, Rectangle2D box) {
    for (int y = (int) (2 * box.getMinY()) - 16; y < 2 * box.getMaxY() + 16; y++) {
      for (int x = (int) (2 * box.getMinX()) - 16; x < 2 * box.getMaxX() + 16; x++) {
        if (one.getRGB(x, y) != other.getRGB(x, y)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void aProfileWithoutOperationsIsDrawnToo() {
    for (Figure figure : ProfileSamples.figures(ProfileSamples.profile())) {
      BufferedImage image = FigureWriter.of(Theme.LIGHT).image(figure);

      assertThat(image.getHeight()).isEqualTo((int) Math.ceil(2 * figure.height()));
      assertThat(figure.data().rows()).isEmpty();
    }
  }

  @Test
  void figuresOfOneProfileHaveFilesOfTheirOwn() {
    List<String> names = figures().map(Figure::name).distinct().toList();

    assertThat(names).hasSize(6).allMatch(name -> name.matches("[a-z0-9.-]+"));
  }
}
