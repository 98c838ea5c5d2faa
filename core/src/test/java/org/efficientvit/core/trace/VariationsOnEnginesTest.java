package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.efficientvit.core.cost.Setup;
import org.efficientvit.core.cost.Variation;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.published.Ablation;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change of a network runs, and gives one answer on both engines. */
class VariationsOnEnginesTest {

  /** Windows of 5 on grids of 7 and 4, of 2 on one of 2. */
  private static final Setup SMALL =
      Setup.of(
          new EfficientViTConfig(
              "small",
              112,
              10,
              List.of(
                  new StageConfig(32, 1, 4, 4, 5),
                  new StageConfig(48, 1, 4, 4, 5),
                  new StageConfig(96, 2, 4, 4, 2)),
              List.of(7, 5, 3, 3),
              false,
              1));

  private static Stream<String> changes() {
    return Stream.concat(
        Ablation.published().rows().stream().map(Ablation.Row::change),
        Stream.of(
            "heads=1",
            "heads=2",
            "heads=8",
            "heads=1,8,3",
            "key-width=8",
            "query-convolution=off",
            "activation=gelu",
            "norm=unfolded",
            "ffn-ratio=1",
            "image-size=64",
            "image-size=160",
            "window=7",
            "window=3,2,2",
            "attention=full+key-width=value+query-convolution=off+norm=layer+activation=gelu"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void bothEnginesSayTheSame(String change) {
    Setup setup = Variation.parse(change).applyTo(SMALL);
    EfficientViT network = new EfficientViT(setup.config());
    Map<String, Tensor> weights = SeededWeights.of(network, 0);
    int size = network.imageSize();
    Tensor images = SeededWeights.uniform("input", Shape.of(2, 3, size, size), 0);
    TorchRunner.Options fast = TorchRunner.Options.fast(1);
    try (NetworkRunner torch =
            new TorchRunner(network, weights, setup.folded() ? fast : fast.unfolded());
        NetworkRunner onnx = new OnnxRunner(network, weights, 1)) {
      Tensor expected = requireNonNull(torch.run(images, Taps.logits()).get(1).logits());
      Tensor actual = requireNonNull(onnx.run(images, Taps.logits()).get(1).logits());

      assertThat(actual.shape()).isEqualTo(Shape.of(10));
      double largest =
          IntStream.range(0, expected.elements())
              .mapToDouble(i -> Math.abs(expected.values()[i]))
              .max()
              .orElseThrow();
      assertThat(largest).isPositive().isFinite();
      assertThat(Reference.difference(actual, expected)).isLessThan(2e-5 * Math.max(1, largest));
    }
  }
}
