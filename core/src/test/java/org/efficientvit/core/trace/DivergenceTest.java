package org.efficientvit.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.Divergence.Difference;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;

class DivergenceTest {

  private static final EfficientViT NETWORK =
      new EfficientViT(Variant.M0.config().withImageSize(64).withClasses(5));
  private static final Tensor PICTURE = SeededWeights.uniform("input", Shape.of(3, 64, 64), 0);
  private static final Taps OPERATIONS = Taps.of(Tap.Kind.OPERATION);

  private static Trace trace(float[] first, float[] second) {
    Map<String, Tensor> operations = new LinkedHashMap<>();
    operations.put("a", new Tensor(Shape.of(2), first));
    operations.put("b", new Tensor(Shape.of(2), second));
    return new Trace("none", null, Map.of(), Map.of(), operations, List.of(), 1);
  }

  private static Difference of(float first, float second) {
    return Divergence.between(
        "x",
        new Tensor(Shape.of(1), new float[] {first}),
        new Tensor(Shape.of(1), new float[] {second}));
  }

  @Test
  void theFirstOperationBeyondTheBoundIsNamed() {
    Trace one = trace(new float[] {1, -4}, new float[] {10, 2});
    Trace other = trace(new float[] {1, -4.125f}, new float[] {10, 4.5f});

    Divergence divergence = Divergence.between(one, other);

    assertThat(divergence.operations().get(0).largest()).isEqualTo(0.125);
    assertThat(divergence.operations().get(0).magnitude()).isEqualTo(4);
    assertThat(divergence.operations().get(0).relative()).isCloseTo(0.03125, within(1e-9));
    assertThat(divergence.first(0.03).orElseThrow().operation()).isEqualTo("a");
    assertThat(divergence.first(0.04).orElseThrow().operation()).isEqualTo("b");
    assertThat(divergence.first(0.25)).isEmpty();
    assertThat(divergence.count(0.03)).isEqualTo(2);
    assertThat(divergence.count(0.04)).isEqualTo(1);
    assertThat(divergence.farthest(1)).extracting(Difference::operation).containsExactly("b");
  }

  @Test
  void numbersThatAreNotFiniteDivergeUnlessTheyAreTheSame() {
    float infinite = Float.POSITIVE_INFINITY;
    assertThat(of(1, Float.NaN).largest()).isInfinite();
    assertThat(of(Float.NaN, 1).largest()).isInfinite();
    assertThat(of(infinite, -infinite).largest()).isInfinite();
    assertThat(of(infinite, infinite).largest()).isZero();
    assertThat(of(Float.NaN, Float.NaN).largest()).isZero();
    assertThat(new Divergence(List.of(of(Float.NaN, 1))).first(1e9)).isPresent();
    assertThat(new Divergence(List.of(of(infinite, 1))).first(1e9)).isPresent();
    assertThat(new Divergence(List.of(of(0, 1))).first(1e9)).isPresent();
    assertThat(of(0, 0).relative()).isZero();
  }

  @Test
  void passesOfDifferentNetworksAreNotCompared() {
    Trace nothing = new Trace("none", null, Map.of(), Map.of(), Map.of(), List.of(), 1);
    Trace something = trace(new float[2], new float[2]);

    assertThatThrownBy(() -> Divergence.between(nothing, nothing))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Divergence.between(something, nothing))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theEnginesAgreeOnEveryOperationOfTheNetwork() {
    Map<String, Tensor> weights = SeededWeights.of(NETWORK, 0);
    Divergence divergence = divergence(weights, weights);

    assertThat(divergence.operations())
        .extracting(Difference::operation)
        .containsExactlyElementsOf(
            Blueprint.of(NETWORK, 1, true).operations().stream().map(Operation::name).toList());
    // Scores are sums that nearly cancel, in an order that differs from processor to processor.
    assertThat(divergence.first(1e-4)).isEmpty();
  }

  @Test
  void aLayerWithOtherWeightsIsFound() {
    Map<String, Tensor> weights = SeededWeights.of(NETWORK, 0);
    Map<String, Tensor> changed = new LinkedHashMap<>(weights);
    String layer = "blocks2.0.1.m.pw1";
    Tensor kernel = weights.get(layer + ".c.weight");
    float[] values = kernel.values().clone();
    values[0] += 0.5f;
    changed.put(layer + ".c.weight", new Tensor(kernel.shape(), values));

    Divergence divergence = divergence(weights, changed);

    assertThat(divergence.first(1e-4).orElseThrow().operation()).startsWith(layer);
    assertThat(divergence.count(1e-4)).isGreaterThan(10);
  }

  private static Divergence divergence(Map<String, Tensor> first, Map<String, Tensor> second) {
    try (NetworkRunner torch = new TorchRunner(NETWORK, first, TorchRunner.Options.fast(1));
        NetworkRunner onnx = new OnnxRunner(NETWORK, second, 1)) {
      return Divergence.between(torch.trace(PICTURE, OPERATIONS), onnx.trace(PICTURE, OPERATIONS));
    }
  }
}
