package org.efficientvit.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Folding;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchRunnerTest {

  private static final EfficientViT M0 = new EfficientViT(Variant.M0.config());
  private static final TorchRunner RUNNER = runner(M0);
  private static final Tensor TWO = SeededWeights.uniform("input", Shape.of(2, 3, 224, 224), 0);

  private static TorchRunner runner(EfficientViT network) {
    return new TorchRunner(network, SeededWeights.of(network, 0), TorchRunner.Options.fast(1));
  }

  @AfterAll
  static void close() {
    RUNNER.close();
  }

  @Test
  void whatIsNotAskedForIsNotThere() {
    Trace trace = RUNNER.trace(TWO.get(0), Taps.logits());

    assertThat(trace.logits().shape()).isEqualTo(Shape.of(1000));
    assertThat(trace.features()).isEmpty();
    assertThat(trace.heads()).isEmpty();
    assertThat(trace.times()).isEmpty();
    assertThatThrownBy(() -> RUNNER.trace(TWO.get(0), Taps.of(Tap.Kind.FEATURES)).probabilities())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void headsOfOneBlockComeAlone() {
    Taps taps = new Taps(Set.of(Tap.Kind.ATTENTION), Set.of("blocks2.3"), false);

    assertThat(RUNNER.trace(TWO.get(0), taps).attention()).containsOnlyKeys("blocks2.3");
  }

  @Test
  void anImageSaysTheSameAloneAsInABatch() {
    List<Trace> batch = RUNNER.run(TWO, Taps.everything());
    Trace alone = RUNNER.trace(TWO.get(1), Taps.everything());

    assertThat(alone.heads().keySet()).containsExactlyElementsOf(batch.get(1).heads().keySet());
    alone
        .heads()
        .forEach(
            (kind, blocks) ->
                blocks.forEach(
                    (block, maps) ->
                        assertSame(
                            maps.values(),
                            batch.get(1).heads(kind, block).orElseThrow().values())));
    assertSame(alone.logits(), batch.get(1).logits());
    assertThat(batch.get(0).logits().values()).isNotEqualTo(batch.get(1).logits().values());
  }

  @Test
  void rowsOfAttentionSumToOne() {
    for (HeadMaps maps : RUNNER.trace(TWO.get(0), Taps.everything()).attention().values()) {
      int tokens = maps.grid().tokens();
      float[] values = maps.values().values();
      for (int row = 0; row < values.length / tokens; row++) {
        double sum = 0;
        for (int key = 0; key < tokens; key++) {
          sum += values[row * tokens + key];
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
      }
    }
  }

  @Test
  void aHeadsOutputIsItsMapTimesTheValuesOfItsInput() {
    Trace trace = RUNNER.trace(TWO.get(0), Taps.everything());
    Tensor inputs = trace.heads(Tap.Kind.HEAD_INPUT, "blocks3.3").orElseThrow().values();
    Tensor outputs = trace.heads(Tap.Kind.HEAD_OUTPUT, "blocks3.3").orElseThrow().values();
    Tensor maps = trace.attention().get("blocks3.3").values();
    var weights = Folding.fold(Blueprint.of(M0, 1, true).layers(), SeededWeights.of(M0, 0));
    int width = 48;
    int tokens = 16;
    int firstValue = 32;

    assertThat(inputs.shape()).isEqualTo(Shape.of(4, 1, width, 4, 4));
    for (int head = 0; head < 4; head++) {
      Tensor matrix = weights.get("blocks3.3.mixer.m.attn.qkvs." + head + ".weight");
      Tensor bias = weights.get("blocks3.3.mixer.m.attn.qkvs." + head + ".bias");
      for (int channel = 0; channel < width; channel++) {
        double[] values = new double[tokens];
        for (int token = 0; token < tokens; token++) {
          values[token] = bias.at(firstValue + channel);
          for (int in = 0; in < width; in++) {
            values[token] +=
                matrix.at(firstValue + channel, in, 0, 0)
                    * inputs.at(head, 0, in, token / 4, token % 4);
          }
        }
        for (int query = 0; query < tokens; query++) {
          double expected = 0;
          for (int key = 0; key < tokens; key++) {
            expected += maps.at(head, 0, query, key) * values[key];
          }
          assertThat((double) outputs.at(head, 0, channel, query / 4, query % 4))
              .isCloseTo(expected, within(2e-5));
        }
      }
    }
  }

  /** Softmax of the content's scores and the learned bias is the map itself. */
  @Test
  void contentAndPositionBiasMakeTheMap() {
    Trace trace = RUNNER.trace(TWO.get(0), Taps.everything());
    HeadMaps scores = trace.heads(Tap.Kind.SCORES, "blocks3.4").orElseThrow();
    HeadMaps maps = trace.attention().get("blocks3.4");
    Tensor table = SeededWeights.of(M0, 0).get("blocks3.4.mixer.m.attn.attention_biases");
    int side = maps.grid().side();
    int tokens = maps.grid().tokens();
    for (int head = 0; head < maps.heads(); head++) {
      for (int query = 0; query < tokens; query++) {
        float[] row = new float[tokens];
        for (int key = 0; key < tokens; key++) {
          int rows = Math.abs(query / side - key / side);
          int columns = Math.abs(query % side - key % side);
          row[key] =
              scores.values().at(head, 0, query, key) + table.at(head, rows * side + columns);
        }
        float[] expected = Softmax.of(row);
        for (int key = 0; key < tokens; key++) {
          assertThat(maps.values().at(head, 0, query, key)).isCloseTo(expected[key], within(1e-6f));
        }
      }
    }
  }

  @Test
  void everyOperationIsTimedOnceInTheNetworksOrder() {
    Trace trace = RUNNER.trace(TWO.get(0), Taps.logits().timed());

    assertThat(trace.times())
        .extracting(OperationTime::name)
        .containsExactlyElementsOf(
            Blueprint.of(M0, 1, true).steps().stream()
                .map(step -> step.operation().name())
                .toList());
    long sum = trace.times().stream().mapToLong(OperationTime::nanoseconds).sum();
    assertThat(sum).isPositive().isLessThanOrEqualTo(trace.nanoseconds());
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 80, 112, 160, 192, 240, 320, 512})
  void anySizeRunsAndFoldingChangesNothing(int imageSize) {
    EfficientViTConfig config = Variant.M0.config().withImageSize(imageSize).withClasses(3);
    assertFoldingChangesNothing(new EfficientViT(config));
  }

  @Test
  void aCustomNetworkWithWiderSandwichesAndTwoHeadsRuns() {
    EfficientViTConfig config =
        new EfficientViTConfig(
            "custom",
            144,
            5,
            List.of(
                new StageConfig(32, 1, 2, 4, 3),
                new StageConfig(48, 1, 3, 8, 4),
                new StageConfig(64, 2, 1, 16, 2)),
            List.of(3, 5, 7),
            true,
            3);

    assertFoldingChangesNothing(new EfficientViT(config));
  }

  @Test
  void passesFromManyThreadsAgree() throws Exception {
    Tensor expected = RUNNER.trace(TWO.get(0), Taps.logits()).logits();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Trace>> passes =
          java.util.stream.IntStream.range(0, 16)
              .mapToObj(i -> pool.submit(() -> RUNNER.trace(TWO.get(0), Taps.logits())))
              .toList();
      for (Future<Trace> pass : passes) {
        assertSame(pass.get().logits(), expected);
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void picturesOfAnotherSizeAreRefused() {
    Tensor small = SeededWeights.uniform("input", Shape.of(1, 3, 64, 64), 0);

    assertThatThrownBy(() -> RUNNER.run(small, Taps.logits()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(1, 3, 224, 224)");
  }

  private static void assertFoldingChangesNothing(EfficientViT network) {
    int size = network.imageSize();
    Tensor images = SeededWeights.uniform("input", Shape.of(1, 3, size, size), 0);
    var options = TorchRunner.Options.fast(1);
    var weights = SeededWeights.of(network, 0);
    try (TorchRunner folded = new TorchRunner(network, weights, options);
        TorchRunner unfolded = new TorchRunner(network, weights, options.unfolded())) {
      assertSame(
          folded.run(images, Taps.logits()).get(0).logits(),
          unfolded.run(images, Taps.logits()).get(0).logits());
    }
  }

  private static void assertSame(Tensor actual, Tensor expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(distance(actual, expected)).isLessThan(2e-5);
  }

  private static double distance(Tensor a, Tensor b) {
    double largest = 0;
    for (int i = 0; i < a.elements(); i++) {
      largest = Math.max(largest, Math.abs((double) a.values()[i] - b.values()[i]));
    }
    return largest;
  }
}
