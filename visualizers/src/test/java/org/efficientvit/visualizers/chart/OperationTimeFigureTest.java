package org.efficientvit.visualizers.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.visualizers.Samples;
import org.efficientvit.visualizers.chart.OperationTimeFigure.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperationTimeFigureTest {

  private static final List<OperationTime> TIMES =
      List.of(
          new OperationTime("patch_embed.0", OperationKind.CONVOLUTION_KXK, 1_000_000),
          new OperationTime("blocks1.0.dw0.m", OperationKind.CONVOLUTION_DEPTHWISE, 200_000),
          new OperationTime("blocks1.0.dw0", OperationKind.ADDITION, 50_000),
          new OperationTime("blocks1.0.ffn0.m.pw1", OperationKind.CONVOLUTION_1X1, 700_000),
          new OperationTime("blocks1.0.ffn0", OperationKind.ADDITION, 30_000),
          new OperationTime("head", OperationKind.LINEAR, 20_000));

  @Test
  void aBlocksTableSumsEachKind() {
    assertThat(of(View.BY_BLOCK).data().rows())
        .containsExactly(
            List.of("patch_embed", "convolution kxk", 1_000_000L),
            List.of("blocks1.0", "convolution 1x1", 700_000L),
            List.of("blocks1.0", "depthwise convolution", 200_000L),
            List.of("blocks1.0", "addition", 80_000L),
            List.of("head", "linear", 20_000L));
  }

  @Test
  void kindsStandWithTheSlowestFirst() {
    assertThat(of(View.BY_KIND).data().rows())
        .startsWith(List.of("convolution kxk", 1, 1_000_000L))
        .contains(List.of("addition", 2, 80_000L));
  }

  @Test
  void theSlowestComeFirstAndInOrderKeepsTheNetworks() {
    assertThat(of(View.SLOWEST).data().rows())
        .extracting(row -> row.get(0))
        .startsWith("patch_embed.0", "blocks1.0.ffn0.m.pw1");
    assertThat(of(View.IN_ORDER).data().rows())
        .extracting(row -> row.get(0))
        .isEqualTo(TIMES.stream().map(OperationTime::name).toList());
  }

  @Test
  void titlesNameTheTotal() {
    assertThat(of(View.BY_BLOCK).title()).isEqualTo("Time of each block · 2.00 ms in all");
    assertThat(of(View.SLOWEST).title())
        .isEqualTo("The 6 slowest of 6 operations · 100.0% of 2.00 ms");
  }

  @ParameterizedTest
  @EnumSource(
      value = View.class,
      names = {"BY_BLOCK", "BY_KIND", "IN_ORDER"})
  void theTablesTimeIsTheTraces(View view) {
    OperationTimeFigure figure =
        OperationTimeFigure.of(Samples.TRACE.times(), Samples.CONTEXT).with(view);

    assertThat(
            figure.data().rows().stream()
                .flatMapToLong(row -> LongStream.of((long) row.get(2)))
                .sum())
        .isEqualTo(Samples.TRACE.times().stream().mapToLong(OperationTime::nanoseconds).sum());
  }

  @ParameterizedTest
  @CsvSource({
    "patch_embed.4, patch_embed",
    "blocks2.3.mixer.m.attn.qkvs.0, blocks2.3",
    "pool, head",
    "flatten, head",
    "head.l, head",
    "features.12.conv.0, features.12",
    "stem.conv, stem",
    "blocks.11.attn.qkv, blocks.11",
    "blocks.6.0.conv_pwl, blocks.6",
    "patch_embed.class_token, patch_embed",
    "conv_stem.act, stem",
    "conv_head, head",
    "classifier, head"
  })
  void anOperationBelongsToItsNumberedBlock(String operation, String block) {
    assertThat(BlockNames.of(operation)).isEqualTo(block);
  }

  private static OperationTimeFigure of(View view) {
    return OperationTimeFigure.of(TIMES, Samples.CONTEXT).with(view);
  }
}
