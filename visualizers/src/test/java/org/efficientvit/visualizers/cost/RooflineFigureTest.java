package org.efficientvit.visualizers.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.efficientvit.visualizers.ProfileSamples.operation;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.ProfileSamples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureFormat;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RooflineFigureTest {

  private static final RooflineFigure FIGURE =
      new RooflineFigure(
          ProfileSamples.profile(
              operation("slow", OperationKind.CONVOLUTION_1X1, 500_000, 0, 1_000_000, 1_000_000),
              operation("fast", OperationKind.CONVOLUTION_1X1, 5_000_000, 0, 1_000_000, 250_000),
              operation("peak", OperationKind.CONVOLUTION_1X1, 50_000_000, 0, 1_000_000, 1_000_000),
              operation("copy", OperationKind.COPY, 0, 0, 1_000_000, 100_000),
              operation("view", OperationKind.VIEW, 0, 0, 0, 500),
              operation("instant", OperationKind.ADDITION, 0, 10, 120, 0)),
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

  /** Intensities of 1, 10 and 100 FLOP/B. */
  @Test
  void equalRatiosOfIntensityAreEquallyFarApart() {
    double first = mark("fast").getCenterX() - mark("slow").getCenterX();
    double second = mark("peak").getCenterX() - mark("fast").getCenterX();

    assertThat(first).isGreaterThan(50).isEqualTo(second, within(1e-6));
  }

  /** 1, 40 and 100 GFLOP/s. */
  @Test
  void speedsStandAsTheirLogarithms() {
    double toFast = mark("slow").getCenterY() - mark("fast").getCenterY();
    double toPeak = mark("slow").getCenterY() - mark("peak").getCenterY();

    assertThat(toFast / toPeak).isEqualTo(Math.log10(40) / Math.log10(100), within(1e-6));
  }

  @Test
  void whatReachesThePeakLiesOnTheRoof() {
    BufferedImage image = FigureWriter.of(Theme.LIGHT).image(FIGURE);
    int x = (int) (2 * mark("peak").getMaxX() + 6);
    int y = (int) Math.round(2 * mark("peak").getCenterY());

    assertThat(List.of(image.getRGB(x, y - 1), image.getRGB(x, y), image.getRGB(x, y + 1)))
        .contains(Theme.LIGHT.text().getRGB());
  }

  @Test
  void theAreaOfAMarkIsItsTime() {
    double slow = mark("slow").getWidth() * mark("slow").getHeight();
    double fast = mark("fast").getWidth() * mark("fast").getHeight();

    assertThat(slow / fast).isEqualTo(4, within(1e-6));
  }

  /** The copy reaches 10 GB/s; at the left end of the page a slope of 10 GB/s is as high. */
  @Test
  void whatComputesNothingStandsAtTheEdgeAsHighAsItsBandwidth() {
    double decade = (mark("slow").getCenterY() - mark("peak").getCenterY()) / 2;
    double least =
        FIGURE.pickables(FIGURE.width(), FIGURE.height()).stream()
            .filter(part -> !part.name().equals("copy"))
            .mapToDouble(part -> part.outline().getBounds2D().getMinX())
            .min()
            .orElseThrow();
    double perDecade = mark("fast").getCenterX() - mark("slow").getCenterX();

    assertThat(mark("copy").getMaxX()).isLessThan(least);
    // A slope of 10 GB/s goes through 10 GFLOP/s at 1 FLOP/B, a decade above "slow".
    double atOne = mark("slow").getCenterY() - decade;
    double decades = (mark("copy").getCenterY() - atOne) / decade;
    double edge = mark("slow").getCenterX() - decades * perDecade;
    assertThat(edge).isBetween(mark("copy").getMaxX(), mark("slow").getMinX());
  }

  @Test
  void viewsAndWhatTookNoTimeHaveNoMarkAndTheTableSaysSo() {
    assertThat(FIGURE.pickables(680, 530))
        .extracting(Pickable::name)
        .containsExactlyInAnyOrder("slow", "peak", "fast", "copy");
    assertThat(FIGURE.data().rows())
        .extracting(row -> row.get(0), row -> row.get(row.size() - 1))
        .containsExactly(
            tuple("slow", "point"),
            tuple("fast", "point"),
            tuple("peak", "point"),
            tuple("copy", "at the edge: no arithmetic"),
            tuple("view", "left out: a view"),
            tuple("instant", "left out: no time"));
    assertThat(FIGURE.title())
        .isEqualTo("Roofline of 4 operations · views, which are free, left out");
  }

  @Test
  void theTableHoldsWhatIsDrawn() {
    assertThat(FIGURE.data().header().subList(0, 12))
        .containsExactly(
            "operation",
            "kind",
            "time (ns)",
            "time low (ns)",
            "time high (ns)",
            "multiply-accumulates (1)",
            "floating-point operations (1)",
            "bytes moved (B)",
            "intensity (FLOP/B)",
            "speed (GFLOP/s)",
            "bandwidth (GB/s)",
            "compute limit (ns)");
    assertThat(FIGURE.data().rows().get(1))
        .startsWith("fast", "convolution 1x1", 250_000.0, 225_000.0)
        .contains(10.0, 40.0, 4.0, 100_000.0, "compute");
  }

  @Test
  void ceilingsAndRidgesStandBesideTheirLines() throws IOException {
    Path file = FigureWriter.of(Theme.DARK).write(FIGURE, FigureFormat.SVG, folder);

    assertThat(Files.readString(file))
        .contains(
            "peak 100 GFLOP/s",
            "cache 200 GB/s",
            "memory 40 GB/s",
            "ridge 0.5 FLOP/B",
            "ridge 2.5 FLOP/B",
            "arithmetic intensity (FLOP/B)",
            "speed (GFLOP/s)",
            "42.5% of the time");
  }

  @Test
  void whoPointsAtAMarkReadsAllThatIsKnownOfIt() {
    Rectangle2D fast = mark("fast");

    assertThat(
            FIGURE
                .pick(fast.getCenterX(), fast.getCenterY(), FIGURE.width(), FIGURE.height())
                .orElseThrow()
                .text())
        .isEqualTo(
            """
            fast
            convolution 1x1 · 250 µs (225 µs to 275 µs) · 10.6% of the time
            5.00 MMACs · 10.0 MFLOP · 1.00 MB · 10 FLOP/B
            40 GFLOP/s · 4 GB/s
            bound by compute · at least 100 µs · efficiency 40.0%""");
  }
}
