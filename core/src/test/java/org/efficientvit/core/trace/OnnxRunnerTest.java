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
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Folding;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxRunnerTest {

  private static final EfficientViT M0 = new EfficientViT(Variant.M0.config());
  private static final OnnxRunner RUNNER = new OnnxRunner(M0, SeededWeights.of(M0, 0), 1);
  private static final Tensor THREE = SeededWeights.uniform("input", Shape.of(3, 3, 224, 224), 0);
  private static final Taps EVERYTHING = new Taps(EnumSet.allOf(Tap.Kind.class), Set.of(), false);

  /** Windows with padding in the first two stages, three pairs on each side, a second head. */
  private static final EfficientViTConfig CUSTOM =
      new EfficientViTConfig(
          "custom",
          144,
          5,
          List.of(
              new StageConfig(32, 1, 2, 4, 4),
              new StageConfig(48, 1, 3, 8, 4),
              new StageConfig(64, 2, 1, 16, 2)),
          List.of(3, 5, 7),
          true,
          3);

  @AfterAll
  static void close() {
    RUNNER.close();
  }

  @Test
  void whatIsNotAskedForIsNotThere() {
    Trace trace = RUNNER.trace(THREE.get(0), Taps.logits());
    Trace features = RUNNER.trace(THREE.get(0), Taps.of(Tap.Kind.FEATURES));

    assertThat(requireNonNull(trace.logits()).shape()).isEqualTo(Shape.of(1000));
    assertThat(trace.features()).isEmpty();
    assertThat(trace.heads()).isEmpty();
    assertThat(features.logits()).isNull();
    assertThat(features.features())
        .containsOnlyKeys("patch_embed", "blocks1", "blocks2", "blocks3");
  }

  @Test
  void headsOfOneBlockComeAlone() {
    Taps taps = new Taps(Set.of(Tap.Kind.ATTENTION), Set.of("blocks2.3"), false);

    assertThat(RUNNER.trace(THREE.get(0), taps).attention()).containsOnlyKeys("blocks2.3");
  }

  @Test
  void anImageSaysTheSameAloneAsAmongThree() {
    List<Trace> batch = RUNNER.run(THREE, EVERYTHING);

    assertThat(batch).hasSize(3);
    for (int image = 0; image < 3; image++) {
      assertSame(RUNNER.trace(THREE.get(image), EVERYTHING), batch.get(image));
    }
    assertThat(requireNonNull(batch.get(0).logits()).values())
        .isNotEqualTo(requireNonNull(batch.get(1).logits()).values());
  }

  @Test
  void everyTapIsWhatPyTorchSays() {
    assertEnginesAgree(M0, SeededWeights.of(M0, 0));
  }

  @Test
  void paddedWindowsWiderSandwichesAndASecondHeadRun() {
    EfficientViT network = new EfficientViT(CUSTOM);

    assertThat(Blueprint.of(network, 1, true).taps().keySet())
        .anyMatch(tap -> tap.grid() != null && tap.grid().isPadded());
    assertEnginesAgree(network, SeededWeights.of(network, 0));
  }

  @Test
  void weightsThatAreFoldedAlreadyRun() {
    EfficientViT network = new EfficientViT(CUSTOM);

    assertEnginesAgree(
        network,
        Folding.fold(Blueprint.of(network, 1, true).layers(), SeededWeights.of(network, 0)));
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 80, 112, 160, 192, 240, 320, 512})
  void anySizeRuns(int imageSize) {
    EfficientViT network =
        new EfficientViT(Variant.M0.config().withImageSize(imageSize).withClasses(3));

    assertEnginesAgree(network, SeededWeights.of(network, 0));
  }

  @Test
  void passesFromManyThreadsWithDifferentTapsAgree() throws Exception {
    Tensor expected = requireNonNull(RUNNER.trace(THREE.get(0), Taps.logits()).logits());
    List<Taps> taps = List.of(Taps.logits(), EVERYTHING, Taps.of(Tap.Kind.LOGITS, Tap.Kind.SCORES));
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<Trace>> passes =
          IntStream.range(0, 18)
              .mapToObj(i -> pool.submit(() -> RUNNER.trace(THREE.get(0), taps.get(i % 3))))
              .toList();
      for (Future<Trace> pass : passes) {
        assertSame(requireNonNull(pass.get().logits()), expected);
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void timesOfOperationsAreToBeHadFromPyTorch() {
    assertThatThrownBy(() -> RUNNER.run(THREE, Taps.logits().timed()))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("--engine pytorch");
  }

  @Test
  void picturesOfAnotherSizeAreRefused() {
    Tensor small = SeededWeights.uniform("input", Shape.of(1, 3, 64, 64), 0);

    assertThatThrownBy(() -> RUNNER.run(small, Taps.logits()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(1, 3, 224, 224)");
  }

  @Test
  void aClosedRunnerSaysSoAndMayBeClosedAgain() {
    EfficientViT network = new EfficientViT(CUSTOM);
    OnnxRunner runner = new OnnxRunner(network, SeededWeights.of(network, 0), 1);
    Tensor image = SeededWeights.uniform("input", Shape.of(3, 144, 144), 0);
    runner.trace(image, Taps.logits());

    runner.close();
    runner.close();

    assertThatThrownBy(() -> runner.trace(image, Taps.logits()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void assertEnginesAgree(EfficientViT network, Map<String, Tensor> weights) {
    int size = network.imageSize();
    Tensor images = SeededWeights.uniform("input", Shape.of(2, 3, size, size), 0);
    try (OnnxRunner onnx = new OnnxRunner(network, weights, 1);
        TorchRunner torch = new TorchRunner(network, weights, TorchRunner.Options.fast(1))) {
      List<Trace> ours = onnx.run(images, EVERYTHING);
      List<Trace> theirs = torch.run(images, EVERYTHING);
      for (int image = 0; image < 2; image++) {
        assertSame(ours.get(image), theirs.get(image));
      }
    }
  }

  private static void assertSame(Trace actual, Trace expected) {
    assertSame(requireNonNull(actual.logits()), requireNonNull(expected.logits()));
    assertThat(List.copyOf(actual.features().keySet()))
        .isEqualTo(List.copyOf(expected.features().keySet()));
    expected.features().forEach((name, maps) -> assertSame(actual.features().get(name), maps));
    assertThat(List.copyOf(actual.operations().keySet()))
        .isNotEmpty()
        .isEqualTo(List.copyOf(expected.operations().keySet()));
    expected
        .operations()
        .forEach((name, values) -> assertSame(actual.operations().get(name), values));
    assertThat(actual.heads().keySet())
        .isEqualTo(EnumSet.range(Tap.Kind.ATTENTION, Tap.Kind.HEAD_OUTPUT));
    expected
        .heads()
        .forEach(
            (kind, blocks) ->
                blocks.forEach(
                    (block, maps) ->
                        assertSame(
                            actual.heads(kind, block).orElseThrow().values(), maps.values())));
  }

  private static void assertSame(Tensor actual, Tensor expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(Reference.difference(actual, expected)).isLessThan(2e-5);
  }
}
