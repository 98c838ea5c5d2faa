package org.efficientvit.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
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
 * <p>A wrong count beats its limit whenever somebody looks. What else a machine does, and the pace
 * at which it runs, do not: ceilings read in a slow moment let this or that operation pass them. So
 * only what beats its limit in every one of several looks counts, each with ceilings of its own.
 */
class MeasuredProfileTest {

  private static final double TOLERANCE = 0.1;
  private static final int PASSES = 15;
  private static final int LOOKS = 5;

  private static final CeilingMeter.Engine PYTORCH =
      (network, weights) -> new TorchSampler(network, weights, TorchRunner.Options.fast(1));
  private static final CeilingMeter.Engine ONNX =
      (network, weights) -> new OnnxSampler(network, weights, 1);

  @Test
  void noOperationBeatsItsLimitOnPyTorch() {
    assertThat(beatTheirLimits(PYTORCH, TinyNetworks.efficientViT(10), 1)).isEmpty();
    assertThat(beatTheirLimits(PYTORCH, new EfficientViT(Variant.M0.config()), 2)).isEmpty();
  }

  @Test
  void noOperationBeatsItsLimitOnOnnxRuntime() {
    assertThat(beatTheirLimits(ONNX, new EfficientViT(Variant.M0.config()), 4)).isEmpty();
  }

  /**
   * The operations that are faster than their limit in every look, with the last look's figures.
   */
  private static Map<String, String> beatTheirLimits(
      CeilingMeter.Engine engine, EfficientViT network, int batch) {
    Map<String, String> always = beatTheirLimitsOnce(engine, network, batch);
    for (int look = 1; look < LOOKS && !always.isEmpty(); look++) {
      Map<String, String> again = beatTheirLimitsOnce(engine, network, batch);
      again.keySet().retainAll(always.keySet());
      always = again;
    }
    return always;
  }

  private static Map<String, String> beatTheirLimitsOnce(
      CeilingMeter.Engine engine, EfficientViT network, int batch) {
    Ceilings before = quickLook(engine);
    Profile profile = profile(engine, network, batch, before);
    Ceilings after = quickLook(engine);
    assertThat(profile.operations()).isNotEmpty();
    Map<String, String> faster = new TreeMap<>();
    for (ProfiledOperation one : profile.operations()) {
      double limit = Math.min(one.limit().nanoseconds(), after.limit(one.cost()).nanoseconds());
      if (one.nanoseconds().value() <= limit * (1 - TOLERANCE)) {
        faster.put(one.name(), one.nanoseconds() + " ns against " + one.limit());
      }
    }
    return faster;
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
