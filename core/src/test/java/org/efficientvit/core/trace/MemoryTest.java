package org.efficientvit.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.efficientvit.core.ResidentMemory;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Variant;
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
      long growth = ResidentMemory.leastGrowth(ROUNDS, () -> run(runner, image));

      assertThat(growth).isLessThanOrEqualTo(ALLOWED_GROWTH_MB);
    }
  }

  private static void run(TorchRunner runner, Tensor image) {
    for (int i = 0; i < PASSES; i++) {
      runner.run(image, Taps.everything());
    }
  }
}
