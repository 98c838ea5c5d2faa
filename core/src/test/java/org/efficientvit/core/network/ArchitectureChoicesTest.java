package org.efficientvit.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Architecture.HeadInput;
import org.efficientvit.core.network.Architecture.Layout;
import org.efficientvit.core.network.Architecture.Normalisation;
import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.BatchNorm;
import org.efficientvit.core.ops.LayerNorm;
import org.efficientvit.core.ops.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureChoicesTest {

  private static final EfficientViTConfig M0 = Variant.M0.config();

  private static List<Operation> operations(Architecture architecture, boolean folded) {
    return Blueprint.of(new EfficientViT(M0.withArchitecture(architecture)), 1, folded)
        .operations();
  }

  @ParameterizedTest
  @EnumSource
  void thePublishedNetworksAreOfThePapersArchitecture(Variant variant) {
    assertThat(variant.config().architecture()).isEqualTo(Architecture.paper());
  }

  @Test
  void layerNormStandsWhereverBatchNormStoodUnderANameOfItsOwn() {
    List<String> batch =
        operations(Architecture.paper(), false).stream()
            .filter(BatchNorm.class::isInstance)
            .map(Operation::name)
            .toList();
    List<Operation> layer =
        operations(Architecture.paper().withNormalisation(Normalisation.LAYER), true);

    assertThat(layer).noneMatch(BatchNorm.class::isInstance);
    assertThat(layer.stream().filter(LayerNorm.class::isInstance).map(Operation::name))
        .containsExactlyElementsOf(
            batch.stream().map(name -> name.replaceFirst("\\.bn$", ".ln")).toList());
  }

  @Test
  void layerNormIsNeverFolded() {
    Architecture layer = Architecture.paper().withNormalisation(Normalisation.LAYER);

    assertThat(operations(layer, true)).isEqualTo(operations(layer, false));
  }

  @Test
  void anotherActivationStandsInPlaceOfEveryReluAndOfNothingElse() {
    List<Activation.Function> functions =
        operations(Architecture.paper().withActivation(Activation.Function.GELU), true).stream()
            .filter(Activation.class::isInstance)
            .map(operation -> ((Activation) operation).function())
            .toList();
    List<Activation.Function> paper =
        operations(Architecture.paper(), true).stream()
            .filter(Activation.class::isInstance)
            .map(operation -> ((Activation) operation).function())
            .toList();

    assertThat(functions)
        .containsExactlyElementsOf(
            paper.stream()
                .map(
                    function ->
                        function == Activation.Function.RELU ? Activation.Function.GELU : function)
                .toList());
  }

  @Test
  void headsThatReadAllChannelsHaveNeitherSplitsNorACascade() {
    assertThat(operations(Architecture.paper().withHeads(HeadInput.FULL, false), true))
        .extracting(Operation::name)
        .noneMatch(name -> name.contains(".split.") || name.contains(".cascade."))
        .anyMatch(name -> name.contains(".qkvs.3"));
  }

  @Test
  void choicesThatDoNotGoTogetherAreRefused() {
    assertThatThrownBy(() -> Architecture.paper().withHeads(HeadInput.FULL, true))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("cascade");
    assertThatThrownBy(() -> Architecture.paper().withFeedForwardRatio(0))
        .isInstanceOf(InspectorException.class);
    assertThatThrownBy(
            () -> M0.withPairs(2).withArchitecture(Architecture.paper().withLayout(Layout.SWIN)))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("Swin");
  }
}
