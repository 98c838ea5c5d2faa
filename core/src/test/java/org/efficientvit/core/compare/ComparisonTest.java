package org.efficientvit.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.CellResult;
import org.efficientvit.core.benchmark.SpeedProtocol.Figure;
import org.efficientvit.core.benchmark.Visit;
import org.efficientvit.core.compare.Accuracy.Knowledge;
import org.efficientvit.core.compare.Comparison.Setting;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.published.PublishedFigures;
import org.efficientvit.core.published.PublishedModel.Column;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.core.trace.Precision;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Setting SETTING = new Setting("onnx", Precision.FP32, 16, 1);

  private static final List<Design> SIX = Arrays.stream(Variant.values()).map(Designs::of).toList();

  private static Speed speed(String model, double milliseconds) {
    Cell cell = new Cell(model, "onnx", Precision.FP32, 16, 1, 1);
    Visit visit = new Visit(cell, 0, List.of(milliseconds, milliseconds), 2 * milliseconds);
    return new Speed(
        CellResult.of(List.of(cell), List.of(visit, visit), Figure.MEDIAN).get(0),
        3,
        Instant.EPOCH);
  }

  private static Comparison comparison(Map<String, Speed> speeds, Map<String, Accuracy> measured) {
    return Comparison.of(SETTING, SIX, speeds, measured, PublishedFigures.standard());
  }

  @Test
  void withoutMeasurementsThereIsWhatIsCountedAndPublished() {
    Comparison comparison = comparison(Map.of(), Map.of());

    assertThat(comparison.missing()).containsExactly("m0", "m1", "m2", "m3", "m4", "m5");
    ModelFigures m5 = comparison.models().get(5);
    assertThat(m5.parameters()).isEqualTo(12_473_772);
    assertThat(m5.macs()).isEqualTo(521_583_104);
    assertThat(m5.weightBytes()).isEqualTo(4 * 12_436_260);
    assertThat(m5.imagesPerSecond()).isEmpty();
    assertThat(m5.accuracy().orElseThrow().how()).isEqualTo(Knowledge.PUBLISHED);
    assertThat(m5.accuracy().orElseThrow().top1()).isCloseTo(0.77124, within(1e-9));
    assertThat(comparison.measuredRatio(m5)).isEmpty();
    assertThat(comparison.publishedRatio(m5, Column.V100).getAsDouble())
        .isCloseTo(10_621 / 27_644.0, within(1e-12));
    assertThat(comparison.publishedRatio(comparison.models().get(1), Column.ONNX)).isEmpty();
  }

  /** The first convolution of M0, 16 pictures: 3·224² numbers in, 8·112² out, 4 bytes each. */
  @Test
  void theLargestStepOfM0IsItsFirstOrTheOneAfter() {
    ModelFigures m0 = comparison(Map.of(), Map.of()).models().get(0);

    long first = 4L * 16 * (3 * 224 * 224 + 8 * 112 * 112);
    long second = 4L * 16 * 2 * 8 * 112 * 112;
    assertThat(m0.stepBytes()).isEqualTo(Math.max(first, second));
    assertThat(m0.memory()).isEqualTo(m0.weightBytes() + m0.stepBytes());
  }

  @Test
  void measuredSpeedsAreRatiosToM0AndPerGigaMac() {
    Comparison comparison =
        comparison(Map.of("m0", speed("m0", 20), "m5", speed("m5", 80)), Map.of());

    ModelFigures m5 = comparison.models().get(5);
    assertThat(comparison.missing()).containsExactly("m1", "m2", "m3", "m4");
    assertThat(m5.imagesPerSecond().getAsDouble()).isCloseTo(200, within(1e-9));
    assertThat(m5.imagesPerSecondPerGigaMac().getAsDouble())
        .isCloseTo(200 / 0.521583104, within(1e-6));
    assertThat(comparison.measuredRatio(m5).orElseThrow().value()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void whatWasMeasuredHereStandsBeforeWhatIsPublished() {
    Accuracy measured =
        new Accuracy(
            0.6, Optional.of(new Interval(0.5, 0.7)), Knowledge.MEASURED, "run 4", "100 pictures");

    Comparison comparison = comparison(Map.of(), Map.of("m0", measured));

    assertThat(comparison.models().get(0).accuracy()).contains(measured);
    assertThat(comparison.models().get(1).accuracy().orElseThrow().how())
        .isEqualTo(Knowledge.PUBLISHED);
  }

  @Test
  void networksOfOtherFamiliesHaveTheirPublishedAccuracyAndTimmsBesideIt() {
    Comparison all =
        Comparison.of(SETTING, Designs.all(), Map.of(), Map.of(), PublishedFigures.standard());

    for (ModelFigures model : all.models()) {
      Accuracy accuracy = model.accuracy().orElseThrow();
      assertThat(accuracy.how()).as(model.name()).isEqualTo(Knowledge.PUBLISHED);
      assertThat(model.timm().orElseThrow().top1())
          .as(model.name())
          .isCloseTo(accuracy.top1(), within(0.01));
    }
    ModelFigures rival =
        all.models().stream().filter(one -> one.name().equals("mobilenetv2")).findFirst().get();
    assertThat(rival.accuracy().orElseThrow().top1()).isCloseTo(0.72, within(1e-12));
    assertThat(rival.timm().orElseThrow().top1()).isCloseTo(0.7291, within(1e-12));
    assertThat(rival.published().displayName()).isEqualTo("MobileNetV2 1.0");
  }
}
