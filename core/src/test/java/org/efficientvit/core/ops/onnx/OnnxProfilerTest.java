package org.efficientvit.core.ops.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Folding;
import org.efficientvit.core.ops.GraphSource;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.TinyNetworks;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxProfilerTest {

  private static final Network TINY = TinyNetworks.efficientViT(5);
  private static final Tensor IMAGE =
      SeededWeights.uniform("input", Shape.of(1, 3, TINY.imageSize(), TINY.imageSize()), 0);

  @TempDir private Path temporary;

  @Test
  void aProfiledPassGivesTheSameLogitsAndLeavesNoFileBehind() {
    Tensor plain;
    try (OnnxNetwork network = new OnnxNetwork(source(), 1)) {
      plain = network.run(IMAGE, Set.of(Tap.logits())).get(Tap.logits());
    }
    OnnxProfiler profiler = new OnnxProfiler(source(), 1, temporary);
    try (profiler) {
      Tensor profiled = profiler.run(IMAGE).get(Tap.logits());

      assertThat(profiled).isNotNull();
      assertThat(profiled.values()).isEqualTo(plain.values());
      assertThat(profiler.steps(1)).isNotEmpty();
      assertThat(temporary).isNotEmptyDirectory();
    }
    profiler.close();

    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aProfileThatNobodyAsksForIsDeletedToo() {
    try (OnnxProfiler profiler = new OnnxProfiler(source(), 1, temporary)) {
      profiler.run(IMAGE);
    }

    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void noPlaceForTheProfileIsSaidInOneSentence() {
    assertThatThrownBy(() -> new OnnxProfiler(source(), 1, temporary.resolve("nowhere")))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("temporary file");
  }

  private static GraphSource source() {
    return new GraphSource(
        TINY.name(),
        TINY.imageSize(),
        TINY::forward,
        Folding.fold(Blueprint.of(TINY, 1, true).layers(), SeededWeights.of(TINY, 0)));
  }
}
