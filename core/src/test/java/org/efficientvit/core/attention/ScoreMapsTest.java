package org.efficientvit.core.attention;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.efficientvit.core.network.DeitTiny;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.TinyNetworks;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.core.trace.LearnedBias;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.trace.Trace;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;

class ScoreMapsTest {

  @Test
  void scoresWithoutAPreferenceMakeUniformAttention() {
    WindowGrid grid = new WindowGrid(4, 4, 2);
    HeadMaps scores = HandMade.maps(grid, 2, (head, window, query, key) -> 1000 * query);

    HeadMaps attention = ScoreMaps.attention(scores);

    assertThat(attention.values().values()).containsOnly(0.25f);
    assertThat(attention.values().values()).isEqualTo(ScoreMaps.uniform(scores).values().values());
  }

  @Test
  void aScoreThatIsLargerByTheLogarithmOfThreeWeighsThreeTimesAsMuch() {
    HeadMaps scores =
        HandMade.maps(
            new WindowGrid(1, 1, 1, 1), 1, (head, window, query, key) -> key * Math.log(3));

    assertThat(ScoreMaps.attention(scores).values().values())
        .containsExactly(new float[] {0.25f, 0.75f, 0.25f, 0.75f}, within(1e-6f));
  }

  /** Of every block of a network with padded windows: the bias is the network's own. */
  @Test
  void contentAndLearnedBiasTogetherMakeTheMap() {
    EfficientViT network = TinyNetworks.efficientViT(3);
    Map<String, Tensor> weights = SeededWeights.of(network, 4);
    Map<String, HeadMaps> biases = LearnedBias.of(network, weights);
    Tensor image = SeededWeights.uniform("input", Shape.of(3, 128, 128), 0);
    Trace trace;
    try (TorchRunner runner = new TorchRunner(network, weights, TorchRunner.Options.fast(1))) {
      trace = runner.trace(image, Taps.of(Tap.Kind.SCORES, Tap.Kind.ATTENTION));
    }

    assertThat(biases.keySet()).containsExactlyElementsOf(trace.attention().keySet());
    biases.forEach(
        (block, bias) -> {
          HeadMaps content = trace.heads(Tap.Kind.SCORES, block).orElseThrow();
          HeadMaps both = requireNonNull(trace.attention().get(block));
          assertThat(ScoreMaps.attention(sum(content, bias)).values().values())
              .as(block)
              .containsExactly(both.values().values(), within(1e-5f));
          assertThat(ScoreMaps.attention(content).values().values())
              .isNotEqualTo(both.values().values());
        });
  }

  private static HeadMaps sum(HeadMaps content, HeadMaps bias) {
    float[] values = content.values().values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += bias.values().values()[i];
    }
    return new HeadMaps(content.block(), content.grid(), new Tensor(bias.values().shape(), values));
  }

  @Test
  void aNetworkWithoutABiasHasNone() {
    DeitTiny deit = new DeitTiny(32, 2);

    assertThat(LearnedBias.of(deit, SeededWeights.of(deit, 0))).isEmpty();
  }
}
