package org.efficientvit.visualizers.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.CellResult;
import org.efficientvit.core.benchmark.SpeedProtocol.Figure;
import org.efficientvit.core.benchmark.Visit;
import org.efficientvit.core.compare.Accuracy;
import org.efficientvit.core.compare.Accuracy.Knowledge;
import org.efficientvit.core.compare.Comparison;
import org.efficientvit.core.compare.Comparison.Setting;
import org.efficientvit.core.compare.Speed;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.published.PublishedFigures;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.core.trace.Precision;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.Pickable;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SpeedAccuracyFigureTest {

  private static final int SCALE = 3;
  private static final int NEARLY = 48;
  private static final FigureContext CONTEXT =
      new FigureContext("EfficientViT M0–M5", null, "a machine", false);

  private static final List<Design> SIX = Arrays.stream(Variant.values()).map(Designs::of).toList();

  private static Speed speed(String model, double milliseconds) {
    Cell cell = new Cell(model, "onnx", Precision.FP32, 1, 1, 1);
    Visit visit = new Visit(cell, 0, List.of(milliseconds), milliseconds);
    return new Speed(
        CellResult.of(List.of(cell), List.of(visit, visit), Figure.MEDIAN).get(0),
        1,
        Instant.EPOCH);
  }

  private static SpeedAccuracyFigure figure(
      Map<String, Speed> speeds, Map<String, Accuracy> measured) {
    return new SpeedAccuracyFigure(
        Comparison.of(
            new Setting("onnx", Precision.FP32, 1, 1),
            SIX,
            speeds,
            measured,
            PublishedFigures.standard()),
        CONTEXT);
  }

  private static Map<String, Speed> speeds() {
    Map<String, Speed> speeds = new LinkedHashMap<>();
    speeds.put("m0", speed("m0", 2));
    speeds.put("m5", speed("m5", 10));
    return speeds;
  }

  @Test
  void theTableHoldsTheModelsThatWereMeasuredAndHowTheirAccuracyIsKnown() {
    Accuracy measured =
        new Accuracy(
            0.6, Optional.of(new Interval(0.5, 0.7)), Knowledge.MEASURED, "run 4", "100 pictures");

    List<List<Object>> rows = figure(speeds(), Map.of("m0", measured)).data().rows();

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).startsWith("M0", 500.0).contains("measured", "run 4");
    assertThat(rows.get(1)).startsWith("M5", 100.0).contains("published", "read in the source");
  }

  /** Two models alone lie near the left and the right, the slower and better one above. */
  @ParameterizedTest
  @EnumSource(Theme.class)
  void pointsLieWhereTheirFiguresAre(Theme theme) {
    BufferedImage image = new FigureWriter(theme, SCALE).image(figure(speeds(), Map.of()));

    int[] m5 = firstInColumns(image, theme, 60, 300);
    int[] m0 = firstInColumns(image, theme, 400, 600);

    assertThat(m5[1]).isLessThan(m0[1]);
    // From 0 to 1.12 times the fastest.
    double left = 56;
    double width = 594 - left;
    assertThat((double) m5[0]).isBetween(left + width * 0.16, left + width * 0.20);
    assertThat((double) m0[0]).isBetween(left + width * 0.87, left + width * 0.91);
  }

  @Test
  void measuredAccuracyIsFilledAndPublishedIsHollow() {
    Accuracy measured =
        new Accuracy(
            0.63, Optional.of(new Interval(0.62, 0.64)), Knowledge.MEASURED, "run", "pictures");
    long published = accent(figure(Map.of("m0", speed("m0", 2)), Map.of()));
    long filled = accent(figure(Map.of("m0", speed("m0", 2)), Map.of("m0", measured)));

    assertThat(filled).isGreaterThan(published * 3 / 2);
  }

  @ParameterizedTest
  @CsvSource({"620, 430", "600, 256", "900, 700"})
  void whatIsPointedAtLiesWhereItIsDrawn(double width, double height) {
    SpeedAccuracyFigure figure = figure(speeds(), Map.of());
    BufferedImage image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    figure.draw(g, width, height, Theme.LIGHT);
    g.dispose();

    for (Pickable part : figure.pickables(width, height)) {
      Rectangle2D box = part.outline().getBounds2D();
      // The line round a hollow point is soft at its edges.
      int left = (int) Math.round(box.getMinX());
      int farthest =
          IntStream.rangeClosed(left - 2, left + 2)
              .map(x -> far(image.getRGB(x, (int) box.getCenterY()), Theme.LIGHT.accent().getRGB()))
              .min()
              .orElseThrow();
      assertThat(farthest).as(part.name()).isLessThan(NEARLY);
      assertThat(figure.pick(box.getCenterX(), box.getCenterY(), width, height))
          .map(Pickable::name)
          .contains(part.name());
    }
  }

  /** How far two colours are from one another in their farthest channel. */
  private static int far(int one, int other) {
    return IntStream.of(0, 8, 16)
        .map(shift -> Math.abs((one >> shift & 255) - (other >> shift & 255)))
        .max()
        .orElseThrow();
  }

  @Test
  void aPointTellsItsNumbersWithTheirUnits() {
    SpeedAccuracyFigure figure = figure(speeds(), Map.of());

    assertThat(figure.pickables(620, 430)).extracting(Pickable::name).containsExactly("m0", "m5");
    assertThat(figure.pickables(620, 430).get(0).text())
        .contains("EfficientViT-M0", "500 images/s", "top-1 63.3 % published", "2.3 M parameters");
    assertThat(figure(Map.of(), Map.of()).pickables(620, 430)).isEmpty();
  }

  @Test
  void nothingMeasuredIsSaid() {
    SpeedAccuracyFigure empty = figure(Map.of(), Map.of());

    assertThat(empty.data().rows()).isEmpty();
    assertThat(new FigureWriter(Theme.LIGHT, 1).image(empty).getWidth()).isEqualTo(620);
  }

  /** All families; M0 is 50 times as fast as DeiT-Tiny, the others lie between. */
  private static SpeedAccuracyFigure allFamilies() {
    Map<String, Speed> speeds = new LinkedHashMap<>();
    double milliseconds = 2;
    for (Design design : Designs.all()) {
      speeds.put(design.id(), speed(design.id(), milliseconds));
      milliseconds *= 1.4;
    }
    speeds.put("deit-tiny", speed("deit-tiny", 100));
    return new SpeedAccuracyFigure(
        Comparison.of(
            new Setting("onnx", Precision.FP32, 1, 1),
            Designs.all(),
            speeds,
            Map.of(),
            PublishedFigures.standard()),
        CONTEXT);
  }

  @Test
  void theTableSaysWhichModelsAreOnTheFrontAndOfWhichFamilyTheyAre() {
    List<List<Object>> rows = allFamilies().data().rows();

    assertThat(rows).hasSize(10);
    assertThat(rows)
        .filteredOn(row -> Boolean.TRUE.equals(row.get(11)))
        .extracting(row -> row.get(0))
        .containsExactly("M0", "M1", "M2", "M3", "M4", "M5");
    assertThat(rows)
        .extracting(row -> row.get(10))
        .contains("EfficientViT", "DeiT", "MobileNet", "EfficientNet");
    assertThat(rows.get(7)).startsWith("MobileNetV2").contains(0.7291);
  }

  /** Equal ratios are equally far apart where an axis from 0 would crowd the slow ones. */
  @Test
  void speedsThatAreFarApartStandOnAnAxisOfRatios() {
    LogAxis axis = LogAxis.of(List.of(10.0, 500.0), 100, 500);

    assertThat(axis.x(100) - axis.x(50)).isCloseTo(axis.x(40) - axis.x(20), within(1e-9));
    assertThat(axis.x(10)).isGreaterThan(100);
    assertThat(axis.x(500)).isLessThan(500);
    assertThat(axis.ticks()).containsExactly(10.0, 20.0, 50.0, 100.0, 200.0, 500.0);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void familiesAreToldApartByColourInBothThemes(Theme theme) {
    BufferedImage image = new FigureWriter(theme, SCALE).image(allFamilies());

    for (int family = 0; family < 4; family++) {
      int colour = new FamilyMark(family).colour(theme).getRGB();
      long count = 0;
      for (int y = SCALE * 100; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          count += image.getRGB(x, y) == colour ? 1 : 0;
        }
      }
      assertThat(count).as("family %d", family).isGreaterThan(20);
    }
  }

  @Test
  void theNameOfTheFileSaysTheSetting() {
    assertThat(allFamilies().name()).isEqualTo("speed-accuracy-onnx-batch-1-threads-1");
  }

  private static long accent(SpeedAccuracyFigure figure) {
    BufferedImage image = new FigureWriter(Theme.LIGHT, SCALE).image(figure);
    int colour = Theme.LIGHT.accent().getRGB();
    long count = 0;
    for (int y = SCALE * 84; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) == colour ? 1 : 0;
      }
    }
    return count;
  }

  /** The middle of the marks between two columns, and their first row, in points. */
  private static int[] firstInColumns(BufferedImage image, Theme theme, int from, int to) {
    int colour = theme.accent().getRGB();
    int top = Integer.MAX_VALUE;
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int y = SCALE * 84; y < image.getHeight(); y++) {
      int row = y;
      int[] marks =
          IntStream.range(SCALE * from, SCALE * to)
              .filter(x -> image.getRGB(x, row) == colour)
              .toArray();
      if (marks.length > 0) {
        top = Math.min(top, y);
        least = Math.min(least, marks[0]);
        most = Math.max(most, marks[marks.length - 1]);
      }
    }
    return new int[] {(least + most) / 2 / SCALE, top / SCALE};
  }
}
