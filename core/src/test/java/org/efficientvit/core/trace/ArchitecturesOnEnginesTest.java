package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.efficientvit.core.network.Architecture;
import org.efficientvit.core.network.Architecture.HeadInput;
import org.efficientvit.core.network.Architecture.Layout;
import org.efficientvit.core.network.Architecture.Normalisation;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.ops.Activation.Function;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.torch.TorchNetwork;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every choice of an architecture gives one answer on every engine. */
class ArchitecturesOnEnginesTest {

  /** Windows with padding in the first two stages. */
  private static final EfficientViTConfig SMALL =
      new EfficientViTConfig(
          "small",
          144,
          5,
          List.of(
              new StageConfig(32, 1, 2, 4, 4),
              new StageConfig(48, 1, 3, 16, 4),
              new StageConfig(64, 2, 4, 8, 2)),
          List.of(3, 5, 7, 3),
          true,
          1);

  private static final Taps OPERATIONS =
      new Taps(EnumSet.of(Tap.Kind.LOGITS, Tap.Kind.OPERATION), Set.of(), false);

  private static Stream<Architecture> architectures() {
    Architecture paper = Architecture.paper();
    return Stream.of(
        paper,
        paper.withHeads(HeadInput.SPLIT, false),
        paper.withHeads(HeadInput.FULL, false),
        paper.withQueryConvolution(false),
        paper.withTokenInteraction(false),
        paper.withLayout(Layout.SWIN),
        paper.withActivation(Function.GELU),
        paper.withActivation(Function.HARD_SWISH),
        paper.withNormalisation(Normalisation.LAYER),
        paper.withFeedForwardRatio(4),
        paper
            .withHeads(HeadInput.FULL, false)
            .withQueryConvolution(false)
            .withTokenInteraction(false)
            .withLayout(Layout.SWIN)
            .withActivation(Function.GELU)
            .withNormalisation(Normalisation.LAYER)
            .withFeedForwardRatio(1));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void everyOperationIsTheSameOnBothEnginesAndInBothLayouts(Architecture architecture) {
    EfficientViT network = new EfficientViT(SMALL.withArchitecture(architecture));
    Map<String, Tensor> weights = SeededWeights.of(network, 0);
    Tensor images = SeededWeights.uniform("input", Shape.of(2, 3, 144, 144), 0);
    TorchRunner.Options fast = TorchRunner.Options.fast(1);
    try (NetworkRunner torch = new TorchRunner(network, weights, fast);
        NetworkRunner plain =
            new TorchRunner(network, weights, fast.with(TorchNetwork.Layout.CHANNELS_FIRST));
        NetworkRunner onnx = new OnnxRunner(network, weights, 1)) {
      List<Trace> expected = torch.run(images, OPERATIONS);
      assertSame(plain.run(images, OPERATIONS), expected);
      assertSame(onnx.run(images, OPERATIONS), expected);
    }
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void foldingDoesNotChangeTheAnswer(Architecture architecture) {
    EfficientViT network = new EfficientViT(SMALL.withArchitecture(architecture));
    Map<String, Tensor> weights = SeededWeights.of(network, 0);
    Tensor image = SeededWeights.uniform("input", Shape.of(3, 144, 144), 0);
    TorchRunner.Options fast = TorchRunner.Options.fast(1);
    try (NetworkRunner folded = new TorchRunner(network, weights, fast);
        NetworkRunner unfolded = new TorchRunner(network, weights, fast.unfolded())) {
      Trace expected = unfolded.trace(image, Taps.logits());
      Trace actual = folded.trace(image, Taps.logits());
      assertSame(requireNonNull(actual.logits()), requireNonNull(expected.logits()));
    }
  }

  private static void assertSame(List<Trace> actual, List<Trace> expected) {
    for (int image = 0; image < expected.size(); image++) {
      Map<String, Tensor> operations = expected.get(image).operations();
      assertThat(operations).isNotEmpty();
      assertThat(actual.get(image).operations()).containsOnlyKeys(operations.keySet());
      for (String name : operations.keySet()) {
        assertSame(
            requireNonNull(actual.get(image).operations().get(name)),
            requireNonNull(operations.get(name)));
      }
    }
  }

  private static void assertSame(Tensor actual, Tensor expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(expected.values()).doesNotContain(Float.NaN);
    assertThat(Reference.difference(actual, expected)).isLessThan(2e-5 * scale(expected));
  }

  /** The largest value, and never less than 1. */
  private static double scale(Tensor tensor) {
    double largest = 1;
    for (float value : tensor.values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
