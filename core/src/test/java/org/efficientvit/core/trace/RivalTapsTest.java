package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.efficientvit.core.network.DeitTiny;
import org.efficientvit.core.network.MobileNetV2;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.torch.TorchNetwork.Layout;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;

/** What a trace holds of networks of other families. */
class RivalTapsTest {

  private static final int SIDE = 4;
  private static final int TOKENS = 1 + SIDE * SIDE;
  private static final Network DEIT = new DeitTiny(16 * SIDE, 5);
  private static final Map<String, Tensor> WEIGHTS = SeededWeights.of(DEIT, 0);
  private static final Taps ALL =
      Taps.of(
          Tap.Kind.LOGITS,
          Tap.Kind.FEATURES,
          Tap.Kind.ATTENTION,
          Tap.Kind.SCORES,
          Tap.Kind.HEAD_OUTPUT,
          Tap.Kind.OPERATION);

  private static List<NetworkRunner> runners() {
    TorchRunner.Options fast = TorchRunner.Options.fast(1);
    return List.of(
        new TorchRunner(DEIT, WEIGHTS, fast),
        new TorchRunner(DEIT, WEIGHTS, fast.with(Layout.CHANNELS_FIRST)),
        new OnnxRunner(DEIT, WEIGHTS, 1));
  }

  @Test
  void everyBlocksHeadsAreThereWithTheClassTokenFirst() {
    for (NetworkRunner runner : runners()) {
      try (runner) {
        Trace trace = runner.run(Reference.images(16 * SIDE), ALL).get(1);

        assertThat(trace.attention()).hasSize(12).containsKey("blocks.11");
        HeadMaps maps = trace.attention().get("blocks.4");
        assertThat(maps.grid()).isEqualTo(new WindowGrid(SIDE, SIDE, SIDE, 1));
        assertThat(maps.values().shape()).isEqualTo(Shape.of(3, 1, TOKENS, TOKENS));
        assertThat(maps.values().values())
            .isEqualTo(trace.operations().get("blocks.4.attn.softmax").values());
        Tensor scores = trace.heads(Tap.Kind.SCORES, "blocks.4").orElseThrow().values();
        for (int row = 0; row < 3 * TOKENS; row++) {
          assertThat(row(maps.values(), row))
              .containsExactly(Softmax.of(row(scores, row)), within(1e-6f));
        }
      }
    }
  }

  @Test
  void whatAHeadGivesIsItsMapTimesTheValues() {
    for (NetworkRunner runner : runners()) {
      try (runner) {
        Trace trace = runner.run(Reference.images(16 * SIDE), ALL).get(1);

        Tensor outputs = trace.heads(Tap.Kind.HEAD_OUTPUT, "blocks.4").orElseThrow().values();
        Tensor maps = trace.attention().get("blocks.4").values();
        Tensor values = trace.operations().get("blocks.4.attn.value_heads");
        assertThat(outputs.shape()).isEqualTo(Shape.of(3, 1, TOKENS, 64));
        for (int head = 0; head < 3; head++) {
          double sum = 0;
          for (int key = 0; key < TOKENS; key++) {
            sum += (double) maps.at(head, 0, 2, key) * values.at(head, key, 7);
          }
          assertThat((double) outputs.at(head, 0, 2, 7))
              .as(runner.engine())
              .isCloseTo(sum, within(1e-5));
        }
      }
    }
  }

  private static float[] row(Tensor maps, int row) {
    float[] values = new float[TOKENS];
    System.arraycopy(maps.values(), row * TOKENS, values, 0, TOKENS);
    return values;
  }

  @Test
  void tokensComeAsMapsWithoutTheClassToken() {
    for (NetworkRunner runner : runners()) {
      try (runner) {
        Trace trace = runner.run(Reference.images(16 * SIDE), ALL).get(1);

        assertThat(trace.features().keySet())
            .containsExactly("patch_embed", "blocks.2", "blocks.5", "blocks.8", "blocks.11");
        Tensor maps = trace.features().get("blocks.5");
        Tensor tokens = trace.operations().get("blocks.5.mlp");
        assertThat(maps.shape()).isEqualTo(Shape.of(192, SIDE, SIDE));
        for (int channel = 0; channel < 192; channel++) {
          for (int cell = 0; cell < SIDE * SIDE; cell++) {
            assertThat(maps.at(channel, cell / SIDE, cell % SIDE))
                .as(runner.engine())
                .isEqualTo(tokens.at(0, cell + 1, channel));
          }
        }
      }
    }
  }

  @Test
  void aBlockCanBeAskedForAlone() {
    try (NetworkRunner runner = runners().get(0)) {
      Taps one =
          new Taps(java.util.Set.of(Tap.Kind.ATTENTION), java.util.Set.of("blocks.7"), false);

      assertThat(runner.run(Reference.images(16 * SIDE), one).get(0).attention())
          .containsOnlyKeys("blocks.7");
    }
  }

  @Test
  void aNetworkWithoutAttentionHasFeatureMapsOfEveryStage() {
    Network network = new MobileNetV2(64, 3);
    try (NetworkRunner runner =
        new TorchRunner(network, SeededWeights.of(network, 0), TorchRunner.Options.fast(1))) {
      Trace trace = runner.run(Reference.images(64), ALL).get(0);

      assertThat(trace.attention()).isEmpty();
      assertThat(trace.features().keySet())
          .containsExactly(
              "stem",
              "blocks.0",
              "blocks.1",
              "blocks.2",
              "blocks.3",
              "blocks.4",
              "blocks.5",
              "blocks.6");
      assertThat(trace.features().get("blocks.6").shape()).isEqualTo(Shape.of(320, 2, 2));
      assertThat(requireNonNull(trace.logits()).shape()).isEqualTo(Shape.of(3));
    }
  }
}
