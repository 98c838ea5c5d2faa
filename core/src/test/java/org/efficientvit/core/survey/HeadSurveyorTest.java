package org.efficientvit.core.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.efficientvit.core.network.DeitTiny;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.TinyNetworks;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;
import org.efficientvit.core.trace.HeadMaps;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.trace.Trace;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;

class HeadSurveyorTest {

  private static final Offset<Double> CLOSE = within(1e-6);
  private static final WindowGrid GRID = new WindowGrid(2, 2, 2);
  private static final EfficientViT NETWORK = TinyNetworks.efficientViT(3);

  /**
   * A picture on which every query of a head attends to one token, in every block, and the head
   * gives that token's number.
   *
   * @param keys one for each head, by block
   */
  private static Trace picture(Map<String, List<Integer>> keys) {
    Map<String, HeadMaps> attention = new LinkedHashMap<>();
    Map<String, HeadMaps> outputs = new LinkedHashMap<>();
    keys.forEach(
        (block, heads) -> {
          float[] weights = new float[heads.size() * 16];
          float[] given = new float[heads.size() * 4];
          for (int i = 0; i < weights.length; i++) {
            weights[i] = i % 4 == heads.get(i / 16) ? 1 : 0;
          }
          for (int i = 0; i < given.length; i++) {
            given[i] = i % 4 == heads.get(i / 4) ? 5 : 0;
          }
          Shape maps = Shape.of(heads.size(), 1, 4, 4);
          Shape values = Shape.of(heads.size(), 1, 1, 2, 2);
          attention.put(block, new HeadMaps(block, GRID, new Tensor(maps, weights)));
          outputs.put(block, new HeadMaps(block, GRID, new Tensor(values, given)));
        });
    return new Trace(
        "tiny",
        null,
        Map.of(),
        Map.of(Tap.Kind.ATTENTION, attention, Tap.Kind.HEAD_OUTPUT, outputs),
        Map.of(),
        List.of(),
        0);
  }

  private static Trace picture(Integer... keys) {
    return picture(Map.of("block", Arrays.asList(keys)));
  }

  private static HeadSurvey survey(Trace... pictures) {
    HeadSurveyor surveyor = new HeadSurveyor(NETWORK);
    for (Trace picture : pictures) {
      surveyor.add(picture);
    }
    return surveyor.survey();
  }

  @Test
  void aFigureIsTheMeanOverThePicturesWithItsBootstrapInterval() {
    // The two heads are the same on one picture of four.
    BlockFigures block =
        survey(picture(0, 0), picture(0, 1), picture(2, 1), picture(3, 1)).blocks().get(0);

    Estimate cosine = block.likeness().orElseThrow().maps().meanPairwise();
    Interval expected = Interval.ofMean(new double[] {1, 0, 0, 0});
    assertThat(cosine.value()).isCloseTo(0.25, CLOSE);
    assertThat(cosine.low()).isCloseTo(expected.low(), CLOSE);
    assertThat(cosine.high()).isCloseTo(expected.high(), CLOSE);
    assertThat(block.likeness().orElseThrow().maps().jensenShannon().orElseThrow().value())
        .isCloseTo(0.75, CLOSE);
    assertThat(block.likeness().orElseThrow().outputs().maxOfMax().value()).isCloseTo(0.25, CLOSE);
    assertThat(block.pairs().orElseThrow().mapCosines().at(0, 1)).isCloseTo(0.25, CLOSE);
    assertThat(block.pairs().orElseThrow().mapCosines().at(1, 1)).isCloseTo(1, CLOSE);
    assertThat(block.pairs().orElseThrow().mapDivergences().at(1, 0)).isCloseTo(0.75, CLOSE);
    assertThat(block.pairs().orElseThrow().outputCosines().at(0, 1)).isCloseTo(0.25, CLOSE);
  }

  @Test
  void ofOnePictureTheIntervalIsTheFigureAndNothingIsShuffled() {
    HeadSurvey survey = survey(picture(0, 1));
    BlockFigures block = survey.blocks().get(0);

    assertThat(survey.images()).isEqualTo(1);
    assertThat(survey.hasIntervals()).isFalse();
    assertThat(block.heads().get(0).selfShare()).isEqualTo(Estimate.exactly(0.25));
    assertThat(block.shuffled()).isEmpty();
    assertThat(survey.network().shuffled()).isEmpty();
  }

  @Test
  void shuffledHeadsAreOfAPictureAndTheOneBefore() {
    // On no picture are the heads alike; the first head does what the second did before.
    BlockFigures block =
        survey(picture(0, 1), picture(1, 2), picture(2, 3), picture(3, 0)).blocks().get(0);

    assertThat(block.likeness().orElseThrow().maps().meanPairwise().value()).isZero();
    assertThat(block.shuffled().orElseThrow().maps().meanPairwise()).isEqualTo(Estimate.exactly(1));
    assertThat(block.shuffled().orElseThrow().maps().jensenShannon()).contains(Estimate.exactly(0));
    assertThat(block.shuffled().orElseThrow().outputs().maxOfMax()).isEqualTo(Estimate.exactly(1));
  }

  @Test
  void theNetworkIsTheMeanOfItsBlocks() {
    Map<String, List<Integer>> keys = new LinkedHashMap<>();
    keys.put("same", List.of(0, 0));
    keys.put("apart", List.of(0, 1));
    keys.put("alone", List.of(2));
    HeadSurvey survey = survey(picture(keys));

    assertThat(survey.blocks())
        .extracting(BlockFigures::block)
        .containsExactly("same", "apart", "alone");
    assertThat(survey.blocks().get(2).likeness()).as("one head").isEmpty();
    assertThat(survey.blocks().get(2).pairs()).isEmpty();
    assertThat(survey.network().likeness().orElseThrow().maps().meanPairwise().value())
        .isCloseTo(0.5, CLOSE);
    assertThat(survey.network().heads().entropy().value()).isZero();
    assertThat(survey.network().heads().selfShare().value()).isCloseTo(0.25, CLOSE);
  }

  @Test
  void uniformAttentionIsTheSameWhateverIsSeen() {
    HeadSurvey survey = survey(picture(0, 1), picture(2, 2));
    UniformAttention uniform = survey.blocks().get(0).uniform();

    assertThat(uniform.head().entropy()).isEqualTo(Estimate.exactly(1));
    assertThat(uniform.head().selfShare()).isEqualTo(Estimate.exactly(0.25));
    SimilarityFigures maps = uniform.maps().orElseThrow();
    assertThat(maps.meanPairwise().value()).isCloseTo(1, CLOSE);
    assertThat(maps.maxOfMax().value()).isCloseTo(1, CLOSE);
    assertThat(maps.jensenShannon().orElseThrow().value()).isCloseTo(0, CLOSE);
    assertThat(survey.network().uniform().head()).isEqualTo(uniform.head());
  }

  @Test
  void realNetworksAreMeasuredInPixelsOfTheirInput() {
    for (Network network : List.of(NETWORK, new DeitTiny(128, 3))) {
      Tensor images = SeededWeights.uniform("input", Shape.of(2, 3, 128, 128), 0);
      HeadSurveyor surveyor = new HeadSurveyor(network);
      try (TorchRunner runner =
          new TorchRunner(network, SeededWeights.of(network, 0), TorchRunner.Options.fast(1))) {
        runner.run(images, HeadSurveyor.taps()).forEach(surveyor::add);
      }
      HeadSurvey survey = surveyor.survey();

      assertThat(survey.images()).isEqualTo(2);
      for (BlockFigures block : survey.blocks()) {
        // No two tokens of a window are farther apart than its corners.
        double step = TokenSteps.of(network).of(block.grid());
        double farthest = step * (block.grid().side() - 1) * Math.sqrt(2);
        for (HeadFigures head : block.heads()) {
          assertThat(head.entropy().value()).isBetween(0.0, 1.0);
          assertThat(head.distance().value()).isBetween(0.0, farthest);
          assertThat(head.paddingShare().value() > 0).isEqualTo(block.grid().isPadded());
        }
      }
    }
  }

  @Test
  void tokensLieAsFarApartAsTheStridesSay() {
    TokenSteps steps = TokenSteps.of(new EfficientViT(NETWORK.config().withImageSize(224)));

    assertThat(steps.of(new WindowGrid(14, 14, 7))).isEqualTo(16);
    assertThat(steps.of(new WindowGrid(7, 7, 7))).isEqualTo(32);
    assertThat(steps.of(new WindowGrid(4, 4, 4))).isEqualTo(64);
    assertThat(TokenSteps.of(new DeitTiny(224, 3)).of(new WindowGrid(14, 14, 14, 1))).isEqualTo(16);
  }

  @Test
  void whatHoldsNoHeadsIsRefused() {
    HeadSurveyor surveyor = new HeadSurveyor(NETWORK);
    Trace without = new Trace("tiny", null, Map.of(), Map.of(), Map.of(), List.of(), 0);
    Trace mapsAlone =
        new Trace(
            "tiny",
            null,
            Map.of(),
            Map.of(Tap.Kind.ATTENTION, picture(0, 1).attention()),
            Map.of(),
            List.of(),
            0);

    assertThatThrownBy(() -> surveyor.add(without)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> surveyor.add(mapsAlone)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(surveyor::survey).isInstanceOf(IllegalStateException.class);
  }
}
