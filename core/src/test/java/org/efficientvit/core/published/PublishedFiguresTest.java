package org.efficientvit.core.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
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

  @Test
  void everyNetworkOfTheProgramHasItsResolutionAndItsAccuracyWithTheirSources() {
    for (Design design : Designs.all()) {
      PublishedNetwork network = PUBLISHED.network(design.id()).orElseThrow();

      assertThat(network.resolution()).as(design.id()).isEqualTo(design.imageSize());
      assertThat(network.source()).isNotBlank();
      assertThat(network.status()).isNotBlank();
      assertThat(network.top1().orElseThrow().value()).isBetween(60.0, 80.0);
      if (network.timm().isPresent()) {
        assertThat(PUBLISHED.timm().top1(network)).as(design.id()).isPresent();
        assertThat(PUBLISHED.timm().tables())
            .allSatisfy(table -> assertThat(table.ratio(network, network)).contains(1.0));
      }
      assertThat(PUBLISHED.networkOf(network.model().name())).contains(network);
    }
    assertThat(PUBLISHED.network("resnet50")).isEmpty();
  }

  @Test
  void claimsAreNumbersOfNamedNetworks() {
    assertThat(PUBLISHED.claims())
        .extracting(Claim::id)
        .containsExactly(
            "m3-vs-mobilenetv2",
            "m5-vs-mobilenetv3",
            "m5-vs-efficientnetb0",
            "m2-vs-mobilevitxxs",
            "m4-coco-mobilenetv2",
            "m4-coco-spos",
            "memory-bound-share");
    for (Claim claim : PUBLISHED.claims()) {
      assertThat(claim.text()).isNotBlank();
      assertThat(claim.source()).isNotBlank();
      assertThat(claim.status()).isNotBlank();
      assertThat(claim.parts()).as(claim.id()).isNotEmpty();
    }
    Claim.Part cpu = PUBLISHED.claims().get(1).parts().get(2);
    assertThat(cpu.quantity()).isEqualTo(Quantity.XEON);
    assertThat(cpu.value().value()).isEqualTo(1.452);
    assertThat(cpu.subject()).isEqualTo("m5");
    assertThat(cpu.rival()).contains("mobilenet_v3_large");
  }

  @Test
  void theNumbersOfAClaimStandInItsText() {
    for (Claim claim : PUBLISHED.claims()) {
      for (Claim.Part part : claim.parts()) {
        double value = part.value().value();
        // 1.404 times as fast is 40.4 % faster, 0.819 times as many are 18.1 % fewer.
        double percent = 100 * Math.abs(value - 1);
        boolean isNeutral = part.value().covers(part.quantity().neutral());
        assertThat(
                claim.text().contains(String.format(Locale.ROOT, "%.1f", value))
                    || claim.text().contains(String.format(Locale.ROOT, "%.1f%%", percent))
                    || (isNeutral
                        && (claim.text().contains("comparable")
                            || claim.text().contains("similar"))))
            .as("%s: %s", claim.id(), part)
            .isTrue();
      }
    }
  }
}
