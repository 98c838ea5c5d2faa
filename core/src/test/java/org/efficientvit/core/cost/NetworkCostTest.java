package org.efficientvit.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToLongFunction;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.OperationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkCostTest {

  /** Counted on the official implementation at 224 pixels and 1000 classes. */
  @ParameterizedTest
  @CsvSource({
    "M0, 2349436, 2334916, 79.19",
    "M1, 2980560, 2964256, 167.05",
    "M2, 4187554, 4168338, 201.04",
    "M3, 6900722, 6875890, 262.66",
    "M4, 8804228, 8776340, 299.31",
    "M5, 12473772, 12436260, 521.58",
  })
  void parametersAndMacsAreThoseOfTheOfficialImplementation(
      Variant variant, long parameters, long folded, double millionMacs) {
    NetworkCost cost = NetworkCost.of(new EfficientViT(variant.config()), 1, true);

    assertThat(cost.parameters()).isEqualTo(parameters);
    assertThat(cost.parametersFolded()).isEqualTo(folded);
    assertThat(cost.macs() / 1e6).isCloseTo(millionMacs, within(millionMacs * 1e-3));
  }

  /** Parameters as timm counts them, MACs as published. */
  @ParameterizedTest
  @CsvSource({
    "deit-tiny, 5717416, 1260, 0.006",
    "mobilenetv2, 3504872, 300, 0.01",
    "mobilenetv3-large, 5483032, 217, 0.01",
    "efficientnet-b0, 5288548, 390, 0.02",
  })
  void parametersAndMacsOfOtherFamiliesAreThePublishedOnes(
      String id, long parameters, double millionMacs, double share) {
    NetworkCost cost = NetworkCost.of(Designs.find(id).orElseThrow().network(), 1, true);

    assertThat(cost.parameters()).isEqualTo(parameters);
    assertThat(cost.macs() / 1e6).isCloseTo(millionMacs, within(millionMacs * share));
  }

  @Test
  void macsOfDeitAreThoseOfItsClosedForm() {
    long tokens = 197;
    long width = 192;
    long attention = 4 * tokens * width * width + 2 * tokens * tokens * width;
    long perceptron = 2 * tokens * width * 4 * width;
    long patches = 196 * width * 16 * 16 * 3;
    long classifier = width * 1000;

    long macs = NetworkCost.of(Designs.find("deit-tiny").orElseThrow().network(), 1, true).macs();

    assertThat(macs).isEqualTo(patches + 12 * (attention + perceptron) + classifier);
    // The published 1.26 G counts five more for each number that is normalised.
    assertThat((macs + 5 * 25 * tokens * width) / 1e9).isCloseTo(1.26, within(0.005));
  }

  @Test
  void headsOfOneImageAreAViewAndThoseOfSeveralAreCopied() {
    Network network = Designs.find("deit-tiny").orElseThrow().network();
    OperationCost one = operation(NetworkCost.of(network, 1, true), "blocks.3.attn.key_heads");
    OperationCost two = operation(NetworkCost.of(network, 2, true), "blocks.3.attn.key_heads");

    assertThat(one.kind()).isEqualTo(OperationKind.VIEW);
    assertThat(one.bytesRead() + one.bytesWritten()).isZero();
    assertThat(two.kind()).isEqualTo(OperationKind.COPY);
    assertThat(two.bytesRead()).isEqualTo(4 * 2 * 197 * 192);
    assertThat(two.bytesWritten()).isEqualTo(4 * 2 * 197 * 192);
  }

  private static OperationCost operation(NetworkCost cost, String name) {
    return cost.operations().stream()
        .filter(operation -> operation.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyCostButThatOfTheWeightsGrowsWithTheBatch() {
    EfficientViT network = new EfficientViT(Variant.M0.config());
    NetworkCost one = NetworkCost.of(network, 1, true);
    NetworkCost four = NetworkCost.of(network, 4, true);

    assertThat(four.macs()).isEqualTo(4 * one.macs());
    assertThat(four.bytesWritten()).isEqualTo(4 * one.bytesWritten());
    for (int i = 0; i < one.operations().size(); i++) {
      OperationCost small = one.operations().get(i);
      OperationCost large = four.operations().get(i);
      assertThat(large.weightBytes()).isEqualTo(small.weightBytes());
      assertThat(large.bytesRead() - large.weightBytes())
          .isEqualTo(4 * (small.bytesRead() - small.weightBytes()));
    }
  }

  @Test
  void bytesOfAConvolutionAreItsInputItsWeightsAndItsOutput() {
    OperationCost first =
        NetworkCost.of(new EfficientViT(Variant.M0.config()), 2, true).operations().get(0);

    assertThat(first.name()).isEqualTo("patch_embed.0");
    assertThat(first.weightBytes()).isEqualTo(4 * (8 * 3 * 3 * 3 + 8));
    assertThat(first.bytesRead() - first.weightBytes()).isEqualTo(4 * 2 * 3 * 224 * 224);
    assertThat(first.bytesWritten()).isEqualTo(4 * 2 * 8 * 112 * 112);
    assertThat(first.macs()).isEqualTo(2L * 8 * 112 * 112 * 27);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void foldingRemovesEveryNormalisationAndChangesNoMacs(Variant variant) {
    EfficientViT network = new EfficientViT(variant.config());
    NetworkCost folded = NetworkCost.of(network, 1, true);
    NetworkCost trained = NetworkCost.of(network, 1, false);

    assertThat(folded.operations())
        .noneMatch(operation -> operation.kind() == OperationKind.NORMALISATION);
    assertThat(trained.operations())
        .anyMatch(operation -> operation.kind() == OperationKind.NORMALISATION);
    assertThat(trained.macs()).isEqualTo(folded.macs());
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void theParametersOfTheOperationsAreThoseOfTheNetwork(Variant variant) {
    EfficientViT network = new EfficientViT(variant.config());
    NetworkCost folded = NetworkCost.of(network, 3, true);
    NetworkCost trained = NetworkCost.of(network, 3, false);

    assertThat(sum(folded, OperationCost::parameters)).isEqualTo(folded.parametersFolded());
    assertThat(sum(trained, OperationCost::parameters)).isEqualTo(trained.parameters());
  }

  @Test
  void elementWiseWorkIsCountedBesideTheMacs() {
    NetworkCost cost = NetworkCost.of(new EfficientViT(Variant.M0.config()), 2, true);
    OperationCost relu = cost.operations().get(1);

    assertThat(relu.kind()).isEqualTo(OperationKind.ACTIVATION);
    assertThat(relu.arithmetic()).isEqualTo(2 * 8 * 112 * 112);
    assertThat(relu.flops()).isEqualTo(relu.arithmetic());
    assertThat(relu.intensity()).isEqualTo(1.0 / 8);
    assertThat(cost.operations())
        .filteredOn(one -> one.flops() == 0)
        .extracting(OperationCost::kind)
        .containsOnly(OperationKind.VIEW, OperationKind.COPY);
    assertThat(cost.arithmetic()).isEqualTo(sum(cost, OperationCost::arithmetic)).isPositive();
    assertThat(sum(cost, OperationCost::flops)).isEqualTo(2 * cost.macs() + cost.arithmetic());
  }

  @Test
  void viewsAreFreeAndNothingElseIs() {
    NetworkCost cost = NetworkCost.of(new EfficientViT(Variant.M5.config()), 1, true);

    assertThat(cost.operations()).filteredOn(OperationCost::isView).isNotEmpty();
    assertThat(cost.operations())
        .allSatisfy(
            one -> assertThat(one.isView()).isEqualTo(one.bytes() == 0 && one.flops() == 0));
    assertThat(sum(cost, OperationCost::activationBytes) + cost.weightBytes())
        .isEqualTo(cost.bytesRead() + cost.bytesWritten());
  }

  private static long sum(NetworkCost cost, ToLongFunction<OperationCost> amount) {
    return cost.operations().stream().mapToLong(amount).sum();
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void everyOperationHasANameOfItsOwn(Variant variant) {
    assertThat(NetworkCost.of(new EfficientViT(variant.config()), 1, false).operations())
        .extracting(OperationCost::name)
        .doesNotHaveDuplicates();
  }

  @Test
  void operationsOfOtherFamiliesHaveNamesOfTheirOwn() {
    for (Design design : Designs.rivals()) {
      assertThat(NetworkCost.of(design.network(), 1, false).operations())
          .as(design.id())
          .extracting(OperationCost::name)
          .doesNotHaveDuplicates();
    }
  }
}
