package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.Divergence.Difference;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks in bfloat16 against the same in 32 bits. */
class ScriptRunnerTest {

  /** What a rounding changes at most: half of the last of eight bits. */
  private static final double ROUNDING = 1.0 / 256;

  /** What a single number may be off, as a share of the largest, after dozens of layers. */
  private static final double MANY_ROUNDINGS = 0.4;

  private static final Network M0 = new EfficientViT(Variant.M0.config());
  private static final Taps EVERYTHING = new Taps(EnumSet.allOf(Tap.Kind.class), Set.of(), false);

  /** Windows with padding in the first two stages. */
  private static final Network PADDED =
      new EfficientViT(
          new EfficientViTConfig(
              "padded",
              144,
              5,
              List.of(
                  new StageConfig(32, 1, 2, 4, 4),
                  new StageConfig(48, 1, 3, 8, 4),
                  new StageConfig(64, 1, 1, 16, 2)),
              List.of(3, 5, 7),
              true,
              1));

  private static Tensor pictures(Network network, int count) {
    Shape shape = Shape.of(count, 3, network.imageSize(), network.imageSize());
    return SeededWeights.uniform("input", shape, 0);
  }

  private static List<Network> networks() {
    return List.of(
        M0,
        PADDED,
        network("m4"),
        network("deit-tiny"),
        network("mobilenetv2"),
        network("mobilenetv3-large"),
        network("efficientnet-b0"));
  }

  private static Network network(String id) {
    Design design = Designs.find(id).orElseThrow();
    return design.network(design.imageSize(), 10);
  }

  /** Every operation reads what the one before gave, so that roundings add up along the way. */
  @ParameterizedTest
  @MethodSource("networks")
  void everyOperationGivesWhatItGivesIn32BitsButForRounding(Network network) {
    Map<String, Tensor> weights = SeededWeights.of(network, 0);
    Tensor pictures = pictures(network, 2);
    Taps taps = Taps.of(Tap.Kind.OPERATION, Tap.Kind.LOGITS);
    try (TorchRunner wide = new TorchRunner(network, weights, TorchRunner.Options.fast(1));
        ScriptRunner narrow = new ScriptRunner(network, weights, 1, false)) {
      Trace expected = wide.run(pictures, taps).get(1);
      Trace actual = narrow.run(pictures, taps).get(1);

      Divergence divergence = Divergence.between(expected, actual);
      Difference first = divergence.operations().get(0);
      assertThat(first.relative()).isPositive().isLessThan(2 * ROUNDING);
      assertThat(divergence.farthest(1).get(0).relative()).isLessThan(MANY_ROUNDINGS);
      assertThat(median(divergence)).isLessThan(10 * ROUNDING);
    }
  }

  /** Of all operations: their largest differences as shares of their largest values. */
  private static double median(Divergence divergence) {
    double[] shares =
        divergence.operations().stream().mapToDouble(Difference::relative).sorted().toArray();
    return shares[shares.length / 2];
  }

  @Test
  void whatCanBeTappedIsTheSameAsIn32Bits() {
    Map<String, Tensor> weights = SeededWeights.of(M0, 0);
    Tensor picture = pictures(M0, 1).get(0);
    try (TorchRunner wide = new TorchRunner(M0, weights, TorchRunner.Options.fast(1));
        ScriptRunner narrow = new ScriptRunner(M0, weights, 1, false)) {
      Trace expected = wide.trace(picture, EVERYTHING);
      Trace actual = narrow.trace(picture, EVERYTHING);

      assertThat(actual.heads().keySet()).isEqualTo(expected.heads().keySet());
      assertThat(actual.operations().keySet()).isEqualTo(expected.operations().keySet());
      assertThat(actual.features().keySet()).isEqualTo(expected.features().keySet());
      expected
          .features()
          .forEach(
              (name, maps) -> {
                Difference difference =
                    Divergence.between(name, maps, requireNonNull(actual.features().get(name)));
                assertThat(difference.relative()).isPositive().isLessThan(30 * ROUNDING);
              });
    }
  }

  @Test
  void anImageSaysTheSameAloneAsAmongThreeToAFewRoundings() {
    Tensor three = pictures(M0, 3);
    try (ScriptRunner runner = new ScriptRunner(M0, SeededWeights.of(M0, 0), 1, false)) {
      Tensor among = requireNonNull(runner.run(three, Taps.logits()).get(2).logits());
      Tensor alone = requireNonNull(runner.trace(three.get(2), Taps.logits()).logits());

      assertThat(Divergence.between("logits", among, alone).relative()).isLessThan(4 * ROUNDING);
    }
  }

  @Test
  void manyThreadsGetTheirOwnAnswers() throws Exception {
    Tensor four = pictures(M0, 4);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (ScriptRunner runner = new ScriptRunner(M0, SeededWeights.of(M0, 0), 1, false)) {
      List<float[]> alone =
          IntStream.range(0, 4).mapToObj(image -> logits(runner, four.get(image))).toList();
      List<Future<float[]>> together =
          IntStream.range(0, 16)
              .mapToObj(i -> threads.submit(() -> logits(runner, four.get(i % 4))))
              .toList();

      for (int i = 0; i < together.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i % 4));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static float[] logits(ScriptRunner runner, Tensor image) {
    return requireNonNull(runner.trace(image, Taps.logits()).logits()).values();
  }

  @Test
  void singleOperationsHaveNoTimes() {
    try (ScriptRunner runner = new ScriptRunner(PADDED, SeededWeights.of(PADDED, 0), 1, false)) {
      Tensor picture = pictures(PADDED, 1).get(0);
      Taps timed = Taps.logits().timed();

      assertThat(runner.timesOperations()).isFalse();
      assertThatThrownBy(() -> runner.trace(picture, timed))
          .isInstanceOf(InspectorException.class)
          .hasMessageContaining("--precision fp32");
    }
  }
}
