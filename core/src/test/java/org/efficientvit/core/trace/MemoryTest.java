package org.efficientvit.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.efficientvit.core.ResidentMemory;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MemoryTest {

  private static final int PASSES = 250;
  private static final int ROUNDS = 4;
  private static final long ALLOWED_GROWTH_MB = 2;

  /** If one array of the coarsest stage stays behind in each pass, a round grows by 3 MB. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void residentMemoryStaysFlatOverAThousandPassesWithEverythingTapped() throws IOException {
    EfficientViT network = new EfficientViT(Variant.M0.config());
    Tensor image = SeededWeights.uniform("input", Shape.of(1, 3, 224, 224), 0);
    try (TorchRunner runner =
        new TorchRunner(network, SeededWeights.of(network, 0), TorchRunner.Options.fast(1))) {
      long growth = ResidentMemory.leastGrowth(ROUNDS, () -> run(runner, image, Taps.everything()));

      assertThat(growth).isLessThanOrEqualTo(ALLOWED_GROWTH_MB);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void onOnnxRuntimeItStaysFlatToo() throws IOException {
    EfficientViT network = new EfficientViT(Variant.M0.config());
    Tensor image = SeededWeights.uniform("input", Shape.of(1, 3, 224, 224), 0);
    Taps everything = new Taps(EnumSet.allOf(Tap.Kind.class), Set.of(), false);
    try (OnnxRunner runner = new OnnxRunner(network, SeededWeights.of(network, 0), 1)) {
      long growth = ResidentMemory.leastGrowth(ROUNDS, () -> run(runner, image, everything));

      assertThat(growth).isLessThanOrEqualTo(ALLOWED_GROWTH_MB);
    }
  }

  /** A runner that is dropped instead of closed leaves its weights behind, 36 MB in a round. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aClosedRunnerLeavesNothingBehind() throws IOException {
    EfficientViT network = new EfficientViT(Variant.M0.config());
    var weights = SeededWeights.of(network, 0);

    long growth =
        ResidentMemory.leastGrowth(
            ROUNDS,
            () -> {
              for (int i = 0; i < 3; i++) {
                new OnnxRunner(network, weights, 1).close();
              }
            });

    assertThat(growth).isLessThanOrEqualTo(ALLOWED_GROWTH_MB);
  }

  private static void run(NetworkRunner runner, Tensor image, Taps taps) {
    for (int i = 0; i < PASSES; i++) {
      runner.run(image, taps);
    }
  }
}
