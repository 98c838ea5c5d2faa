package org.efficientvit.core.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.published.PublishedModel.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedFiguresTest {

  private static final PublishedFigures PUBLISHED = PublishedFigures.standard();

  @Test
  void everyFigureSaysWhereItStandsAndHowItWasConfirmed() {
    assertThat(PUBLISHED.models()).hasSizeGreaterThan(10);
    for (PublishedModel model : PUBLISHED.models().values()) {
      assertThat(model.figures()).isNotEmpty();
      for (PublishedFigure figure : model.figures().values()) {
        assertThat(figure.value()).isPositive();
        assertThat(figure.source()).isNotBlank();
        assertThat(figure.status()).isNotBlank();
      }
    }
  }

  /** Printed in whole millions of multiply-accumulates and in tenths of millions of parameters. */
  @ParameterizedTest
  @EnumSource
  void whatIsPrintedOfCostsIsWhatTheNetworksCost(Variant variant) {
    PublishedModel model = PUBLISHED.model(variant.id()).orElseThrow();
    NetworkCost cost = NetworkCost.of(new EfficientViT(variant.config()), 1, true);

    assertThat(cost.macs() / 1e6)
        .isCloseTo(model.figure(Column.MMACS).orElseThrow().value(), within(0.6));
    assertThat(cost.parameters() / 1e6)
        .isCloseTo(model.figure(Column.PARAMETERS).orElseThrow().value(), within(0.1));
  }

  @Test
  void figuresOfDifferentStandingStayApart() {
    PublishedModel m0 = PUBLISHED.model("m0").orElseThrow();

    assertThat(m0.figure(Column.V100).orElseThrow().value()).isEqualTo(27_644);
    assertThat(m0.figure(Column.V100).orElseThrow().status()).isEqualTo("read in the source");
    assertThat(m0.figure(Column.XEON).orElseThrow().value()).isEqualTo(228.4);
    assertThat(m0.figure(Column.XEON).orElseThrow().status()).contains("not confirmed");
    assertThat(PUBLISHED.model("m1").orElseThrow().figure(Column.ONNX)).isEmpty();
    assertThat(PUBLISHED.model("m9")).isEmpty();
  }
}
