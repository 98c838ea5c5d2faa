package org.efficientvit.visualizers.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.efficientvit.core.cost.Setup;
import org.efficientvit.core.cost.Variation;
import org.efficientvit.core.cost.WhatIf;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.visualizers.Samples;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.export.FigureWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DifferenceFigureTest {

  private static WhatIf whatIf(String change) {
    return WhatIf.of(Setup.of(Variant.M0.config()), Variation.parse(change), 1);
  }

  private static DifferenceFigure counted(String change) {
    return new DifferenceFigure(
        change, "counted", whatIf(change).difference(), Samples.CONTEXT.withoutPicture());
  }

  private static boolean has(DifferenceFigure figure, Theme theme, Color colour) {
    BufferedImage image = FigureWriter.of(theme).image(figure);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) == colour.getRGB()) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void theTableHasEveryOperationOfBothNetworksAndTheirSums() {
    WhatIf one = whatIf("pairs=2");
    List<List<Object>> rows = counted("pairs=2").data().rows();

    assertThat(rows.stream().mapToLong(row -> (long) row.get(3)).sum())
        .isEqualTo(one.before().macs());
    assertThat(rows.stream().mapToLong(row -> (long) row.get(4)).sum())
        .isEqualTo(one.after().macs());
    assertThat(rows).hasSize(one.after().operations().size());
    assertThat(rows.stream().filter(row -> row.get(2).equals("added")))
        .hasSize(one.after().operations().size() - one.before().operations().size());
  }

  @Test
  void timesStandInTheTableOnlyWhereTheyWereMeasured() {
    WhatIf one = whatIf("cascade=off");
    OperationTime before = new OperationTime("patch_embed.0", OperationKind.VIEW, 500);
    OperationTime after = new OperationTime("patch_embed.0", OperationKind.VIEW, 300);
    DifferenceFigure timed =
        new DifferenceFigure(
            "cascade=off",
            "measured",
            one.difference(List.of(List.of(before)), List.of(List.of(after))),
            Samples.CONTEXT.withoutPicture());

    assertThat(timed.data().header()).contains("time added (ns)");
    assertThat(timed.data().rows().get(0).subList(7, 12))
        .containsExactly(500.0, 300.0, -200.0, -200.0, -200.0);
    assertThat(counted("cascade=off").data().header()).hasSize(7);
  }

  @ParameterizedTest
  @EnumSource
  void onlyKindsThatDifferAreDrawn(Theme theme) {
    assertThat(has(counted("cascade=off"), theme, theme.of(OperationKind.ADDITION))).isTrue();
    assertThat(has(counted("cascade=off"), theme, theme.of(OperationKind.CONVOLUTION_1X1)))
        .isFalse();
    assertThat(has(counted("ffn-ratio=4"), theme, theme.of(OperationKind.CONVOLUTION_1X1)))
        .isTrue();
    assertThat(counted("pairs=2").height()).isGreaterThan(counted("cascade=off").height());
  }

  @Test
  void aChangeThatCountsTheSameIsDrawnToo() {
    DifferenceFigure figure = counted("activation=gelu");

    assertThat(FigureWriter.of(Theme.LIGHT).image(figure).getHeight())
        .isEqualTo((int) Math.ceil(2 * figure.height()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cascade=off | what-if-cascade-off",
        "depth=2,2,3+layout=swin | what-if-depth-2-2-3-and-layout-swin",
      })
  void itsFileIsNamedByTheChange(String change, String name) {
    assertThat(counted(change).name()).isEqualTo(name);
  }
}
