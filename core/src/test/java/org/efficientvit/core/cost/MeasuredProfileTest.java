package org.efficientvit.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.TinyNetworks;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.OnnxSampler;
import org.efficientvit.core.trace.PassSampler;
import org.efficientvit.core.trace.ProfileTimer;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.trace.TorchSampler;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;

/**
 * Counts and ceilings against what is measured: an operation that beat its limit would show that a
 * ceiling is too low or a count too high.
 *
 * <p>Whatever else the machine does makes operations slower, never faster. It can hide a ceiling,
 * so that ceilings are read before and after, and the higher of both is what counts.
 */
class MeasuredProfileTest {

  private static final double TOLERANCE = 0.1;
  private static final int PASSES = 15;

  private static final CeilingMeter.Engine PYTORCH =
      (network, weights) -> new TorchSampler(network, weights, TorchRunner.Options.fast(1));
  private static final CeilingMeter.Engine ONNX =
      (network, weights) -> new OnnxSampler(network, weights, 1);

  @Test
  void noOperationBeatsItsLimitOnPyTorch() {
    Ceilings before = quickLook(PYTORCH);
    Profile small = profile(PYTORCH, TinyNetworks.efficientViT(10), 1, before);
    Profile large = profile(PYTORCH, new EfficientViT(Variant.M0.config()), 2, before);
    Ceilings after = quickLook(PYTORCH);

    assertThatNoneBeatsItsLimit(small, after);
    assertThatNoneBeatsItsLimit(large, after);
  }

  @Test
  void noOperationBeatsItsLimitOnOnnxRuntime() {
    Ceilings before = quickLook(ONNX);
    Profile profile = profile(ONNX, new EfficientViT(Variant.M0.config()), 4, before);

    assertThatNoneBeatsItsLimit(profile, quickLook(ONNX));
  }

  private static void assertThatNoneBeatsItsLimit(Profile profile, Ceilings after) {
    assertThat(profile.operations())
        .isNotEmpty()
        .allSatisfy(
            one -> {
              double limit =
                  Math.min(one.limit().nanoseconds(), after.limit(one.cost()).nanoseconds());
              assertThat(one.nanoseconds().value())
                  .as("%s against %s", one.name(), one.limit())
                  .isGreaterThan(limit * (1 - TOLERANCE));
            });
  }

  private static Ceilings quickLook(CeilingMeter.Engine engine) {
    return CeilingMeter.measure(engine, Effort.quickLook(), share -> {}, () -> false);
  }

  private static Profile profile(
      CeilingMeter.Engine engine, EfficientViT network, int batch, Ceilings ceilings) {
    int side = network.imageSize();
    Tensor images = SeededWeights.uniform("input", Shape.of(batch, 3, side, side), 0);
    try (PassSampler sampler = engine.start(network, SeededWeights.of(network, 0))) {
      return Profile.of(
          NetworkCost.of(network, batch, true),
          ProfileTimer.of(PASSES).measure(sampler, images, share -> {}, () -> false),
          ceilings);
    }
  }
}
