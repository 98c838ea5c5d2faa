package org.efficientvit.visualizers.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.efficientvit.visualizers.ProfileSamples.operation;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.visualizers.ProfileSamples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureFormat;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MacsTimeFigureTest {

  /** The first two at the peak of 50 GMAC/s, the third at 1 GMAC/s; half of the time without. */
  private static final MacsTimeFigure FIGURE =
      new MacsTimeFigure(
          ProfileSamples.profile(
              operation("small", OperationKind.CONVOLUTION_1X1, 500_000, 0, 1000, 10_000),
              operation("large", OperationKind.CONVOLUTION_1X1, 50_000_000, 0, 1000, 1_000_000),
              operation("slow", OperationKind.CONVOLUTION_KXK, 490_000, 0, 1000, 490_000),
              operation("softmax", OperationKind.SOFTMAX, 0, 100, 1000, 700_000),
              operation("copy", OperationKind.COPY, 0, 0, 1000, 800_000),
              operation("view", OperationKind.VIEW, 0, 0, 0, 0)),
          ProfileSamples.CONTEXT);

  @TempDir Path folder;

  private static Rectangle2D mark(String name) {
    return FIGURE.pickables(FIGURE.width(), FIGURE.height()).stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow()
        .outline()
        .getBounds2D();
  }

  @Test
  void theTitleSaysWhatMacsDoNotTell() {
    assertThat(FIGURE.title())
        .isEqualTo("MACs against time · 50.0% of the time goes where there are no MACs");
  }

  @Test
  void operationsWithoutMacsHaveAColumnForEachKind() {
    assertThat(mark("softmax").getMaxX()).isLessThan(mark("copy").getMinX());
    assertThat(mark("copy").getMaxX()).isLessThan(mark("slow").getMinX());
    assertThat(FIGURE.data().rows())
        .extracting(row -> row.get(0) + ": " + row.get(row.size() - 1))
        .containsExactly(
            "small: point",
            "large: point",
            "slow: point",
            "softmax: in a column: no MACs",
            "copy: in a column: no MACs",
            "view: left out: no time");
  }

  /** From one operation at the peak to the other its line goes through every point between. */
  @Test
  void whatReachesThePeakLiesOnItsLine() {
    BufferedImage image = FigureWriter.of(Theme.LIGHT).image(FIGURE);
    for (double share : new double[] {0.3, 0.5, 0.7}) {
      double x = between(mark("small").getCenterX(), mark("large").getCenterX(), share);
      double y = between(mark("small").getCenterY(), mark("large").getCenterY(), share);

      assertThat(image.getRGB((int) (2 * x), (int) (2 * y))).isEqualTo(Theme.LIGHT.text().getRGB());
    }
  }

  private static double between(double from, double to, double share) {
    return from + share * (to - from);
  }

  /** 10 µs, 1 ms and 490 µs. */
  @Test
  void timesStandAsTheirLogarithms() {
    double large = mark("small").getCenterY() - mark("large").getCenterY();
    double slow = mark("small").getCenterY() - mark("slow").getCenterY();

    assertThat(large).isGreaterThan(100);
    assertThat(slow / large).isEqualTo(Math.log10(49) / 2, within(0.03));
  }

  /** A triangle's middle is not that of the box around it. */
  @Test
  void anIntervalStandsOverTheMiddleOfItsMark() {
    MacsTimeFigure figure =
        new MacsTimeFigure(
            ProfileSamples.profile(
                operation("first", OperationKind.LINEAR, 1_000_000, 0, 1000, 100_000),
                operation("last", OperationKind.LINEAR, 2_000_000, 0, 1000, 120_000)),
            ProfileSamples.CONTEXT);
    Rectangle2D first =
        figure.pickables(figure.width(), figure.height()).get(0).outline().getBounds2D();
    // A triangle that points to the left has its middle two thirds of the way to the right.
    int x = (int) (2 * (first.getMinX() + 2 * first.getWidth() / 3));
    int y = (int) (2 * (first.getMinY() - 3));

    assertThat(FigureWriter.of(Theme.LIGHT).image(figure).getRGB(x, y))
        .isEqualTo(Theme.LIGHT.of(OperationKind.LINEAR).getRGB());
  }

  @Test
  void linesOfEqualThroughputAreNamed() throws IOException {
    Path file = FigureWriter.of(Theme.LIGHT).write(FIGURE, FigureFormat.SVG, folder);

    assertThat(Files.readString(file))
        .contains("peak 50 GMAC/s", "10 GMAC/s", "1 GMAC/s", "no MACs", "1 ms", "10 M", "1 M");
  }

  @Test
  void whatIsFarBelowThePeakHasItsLinesToo() throws IOException {
    MacsTimeFigure slow =
        new MacsTimeFigure(
            ProfileSamples.profile(
                operation("one", OperationKind.LINEAR, 1000, 0, 1000, 1_000_000),
                operation("two", OperationKind.LINEAR, 9000, 0, 1000, 2_000_000)),
            ProfileSamples.CONTEXT);
    Path file = FigureWriter.of(Theme.LIGHT).write(slow, FigureFormat.SVG, folder);

    assertThat(Files.readString(file)).contains("0.001 GMAC/s").doesNotContain("peak");
    assertThat(slow.data().rows()).hasSize(2);
  }
}
