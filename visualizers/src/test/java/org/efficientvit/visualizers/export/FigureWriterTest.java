package org.efficientvit.visualizers.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.efficientvit.core.InspectorException;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Samples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.chart.PredictionFigure;
import org.efficientvit.visualizers.map.AttentionFigure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

class FigureWriterTest {

  private static final FigureContext CONTEXT =
      new FigureContext("EfficientViT-M0", "a.jpg", "random weights (seed 0)", true);
  private static final Figure FIGURE =
      new PredictionFigure(List.of(new PredictionFigure.Bar("cat & <dog>", 0.75)), CONTEXT);

  @TempDir Path folder;

  @Test
  void aPngHasTwoPixelsToAPointAndSaysSo() throws IOException {
    Path file = FigureWriter.of(Theme.DARK).write(FIGURE, FigureFormat.PNG, folder);
    BufferedImage image = ImageIO.read(file.toFile());

    assertThat(file).hasFileName("predictions.png");
    assertThat(image.getWidth()).isEqualTo(2 * (int) FIGURE.width());
    assertThat(image.getHeight()).isEqualTo(2 * (int) FIGURE.height());
    assertThat(image.getRGB(1, 1)).isEqualTo(Theme.DARK.background().getRGB());
    // 5669 pixels to the metre are 144 to the inch.
    assertThat(Files.readAllBytes(file))
        .containsSequence('p', 'H', 'Y', 's', 0, 0, 0x16, 0x25, 0, 0, 0x16, 0x25, 1);
  }

  @Test
  void anSvgHasTheFiguresSizeItsTextAsTextAndNoOutsideReferences() throws Exception {
    Path file = FigureWriter.of(Theme.LIGHT).write(FIGURE, FigureFormat.SVG, folder);
    Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());

    assertThat(svg.getDoctype()).isNull();
    assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo(FIGURE.width() + "pt");
    assertThat(svg.getDocumentElement().getAttribute("viewBox"))
        .isEqualTo("0 0 " + FIGURE.width() + " " + FIGURE.height());
    assertThat(svg.getDocumentElement().getTextContent())
        .contains("cat & <dog>", "75.0%", "random weights (seed 0)");
  }

  @Test
  void anSvgHoldsItsPictures() throws IOException {
    AttentionFigure figure =
        AttentionFigure.received(Samples.attention("blocks3.3"), Samples.CROP, CONTEXT);
    String svg =
        Files.readString(FigureWriter.of(Theme.LIGHT).write(figure, FigureFormat.SVG, folder));

    // The picture and the map of four heads, and the colours of the bar.
    assertThat(svg.split("data:image/png;base64,", -1)).hasSize(1 + 2 * 4 + 1);
  }

  @Test
  void aPdfIsOnePageOfTheFiguresSizeThatLooksLikeThePng() throws IOException {
    Path file = FigureWriter.of(Theme.LIGHT).write(FIGURE, FigureFormat.PDF, folder);
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo((float) FIGURE.width());
      assertThat(pdf.getPage(0).getMediaBox().getHeight()).isEqualTo((float) FIGURE.height());
      BufferedImage page = new PDFRenderer(pdf).renderImage(0, 2);
      BufferedImage png = FigureWriter.of(Theme.LIGHT).image(FIGURE);
      assertThat(meanLevel(page)).isCloseTo(meanLevel(png), within(2.0));
    }
  }

  @Test
  void aCsvIsTheFiguresTable() throws IOException {
    Path file = FigureWriter.of(Theme.LIGHT).write(FIGURE, FigureFormat.CSV, folder);

    assertThat(file).hasContent("rank,class,probability\n1,cat & <dog>,0.75\n");
  }

  @ParameterizedTest
  @EnumSource
  void aFileIsReplacedAsAWholeAndNothingIsLeftBeside(FigureFormat format) throws IOException {
    Path file = folder.resolve("predictions." + format.extension());
    Files.writeString(file, "before");
    FigureWriter.of(Theme.LIGHT).writeTo(FIGURE, format, file);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
    assertThat(Files.size(file)).isGreaterThan(20);
    assertThat(FigureFormat.of("A." + format.name())).contains(format);
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamedInOneSentence() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "no folder");

    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> FigureWriter.of(Theme.LIGHT).write(FIGURE, FigureFormat.CSV, blocked))
        .withMessageContaining("predictions.csv cannot be written; choose a folder")
        .withCauseInstanceOf(IOException.class);
  }

  @Test
  void everyFigureCanBeDrawnAtItsOwnSizeAndAtAnother() {
    for (Figure figure : Samples.figures()) {
      BufferedImage image = new FigureWriter(Theme.LIGHT, 0.5).image(figure);
      assertThat(meanLevel(image)).as(figure.name()).isBetween(60.0, 254.5);
      BufferedImage small = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
      figure.draw(small.createGraphics(), 320, 240, Theme.DARK);
      assertThat(small.getRGB(1, 238)).isEqualTo(Theme.DARK.background().getRGB());
    }
  }

  private static double meanLevel(BufferedImage image) {
    double sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        sum += ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3.0;
      }
    }
    return sum / image.getWidth() / image.getHeight();
  }
}
