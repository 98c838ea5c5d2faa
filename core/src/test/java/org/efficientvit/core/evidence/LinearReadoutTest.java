package org.efficientvit.core.evidence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Architecture;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.DeitTiny;
import org.efficientvit.core.network.EfficientNetB0;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.MobileNetV2;
import org.efficientvit.core.network.MobileNetV3Large;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Folding;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.TinyNetworks;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.OnnxRunner;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.trace.Trace;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;

class LinearReadoutTest {

  private static final Offset<Double> CLOSE = within(1e-4);
  private static final Taps TAPS = Taps.of(Tap.Kind.LOGITS, Tap.Kind.FEATURES);
  private static final EfficientViT M0 =
      new EfficientViT(Variant.M0.config().withImageSize(224).withClasses(20));
  private static final EfficientViT DISTILLED =
      new EfficientViT(TinyNetworks.efficientViT(5).config().withDistillation(true));

  private static Trace trace(NetworkRunner runner, Network network) {
    try (runner) {
      int size = network.imageSize();
      return runner.trace(SeededWeights.uniform("input", Shape.of(3, size, size), 1), TAPS);
    }
  }

  private static Trace trace(Network network, Map<String, Tensor> weights) {
    return trace(new TorchRunner(network, weights, TorchRunner.Options.fast(1)), network);
  }

  private static void assertSumsAreLogits(LinearReadout readout, Trace trace) {
    float[] logits = requireNonNull(trace.logits()).values();
    assertThat(readout.classes()).isEqualTo(logits.length);
    for (int label = 0; label < logits.length; label++) {
      assertThat(readout.of(trace, label).sum()).isCloseTo(logits[label], CLOSE);
    }
  }

  @Test
  void theCellsAndTheConstantSumToTheLogit() {
    Map<String, Tensor> weights = SeededWeights.of(M0, 3);
    LinearReadout readout = LinearReadout.of(M0, weights);
    Trace trace = trace(M0, weights);

    assertThat(readout.features()).isEqualTo("blocks3");
    assertThat(readout.of(trace, 7).cells().shape()).isEqualTo(Shape.of(4, 4));
    assertSumsAreLogits(readout, trace);
    assertSumsAreLogits(readout, trace(new OnnxRunner(M0, weights, 1), M0));
  }

  @Test
  void foldedWeightsSayTheSame() {
    Map<String, Tensor> weights = SeededWeights.of(M0, 3);
    Map<String, Tensor> folded = Folding.fold(Blueprint.of(M0, 1, true).layers(), weights);
    Trace trace = trace(M0, folded);

    assertSumsAreLogits(LinearReadout.of(M0, folded), trace);
    assertThat(LinearReadout.of(M0, folded).of(trace, 2).cells().values())
        .isEqualTo(LinearReadout.of(M0, weights).of(trace, 2).cells().values());
  }

  @Test
  void twoHeadsAreAveraged() {
    Map<String, Tensor> weights = SeededWeights.of(DISTILLED, 1);

    assertSumsAreLogits(LinearReadout.of(DISTILLED, weights), trace(DISTILLED, weights));
  }

  @Test
  void aDifferenceOfClassesIsTheDifferenceOfTheirLogits() {
    Map<String, Tensor> weights = SeededWeights.of(M0, 3);
    LinearReadout readout = LinearReadout.of(M0, weights);
    Trace trace = trace(M0, weights);
    float[] logits = requireNonNull(trace.logits()).values();

    ClassEvidence difference = readout.of(trace, 4).minus(readout.of(trace, 9));

    assertThat(difference.sum()).isCloseTo((double) logits[4] - logits[9], CLOSE);
    assertThat(difference.cells().at(1, 2))
        .isEqualTo(readout.of(trace, 4).cells().at(1, 2) - readout.of(trace, 9).cells().at(1, 2));
  }

  /** One cell is doubled: what it says is doubled, and what the others say stays. */
  @Test
  void aCellSaysWhatItsOwnFeaturesSay() {
    Map<String, Tensor> weights = SeededWeights.of(M0, 3);
    LinearReadout readout = LinearReadout.of(M0, weights);
    Trace trace = trace(M0, weights);
    Tensor features = requireNonNull(trace.features().get("blocks3"));
    float[] changed = features.values().clone();
    for (int channel = 0; channel < features.shape().dimension(0); channel++) {
      changed[channel * 16 + 5] *= 2;
    }
    Trace other =
        new Trace(
            "m0",
            null,
            Map.of("blocks3", new Tensor(features.shape(), changed)),
            Map.of(),
            Map.of(),
            List.of(),
            0);

    float[] before = readout.of(trace, 0).cells().values();
    float[] after = readout.of(other, 0).cells().values();
    for (int cell = 0; cell < 16; cell++) {
      assertThat(after[cell]).isCloseTo(cell == 5 ? 2 * before[cell] : before[cell], within(1e-6f));
    }
  }

  @Test
  void networksThatAreNotLinearThereAreRefused() {
    Architecture layerNorm =
        Architecture.paper().withNormalisation(Architecture.Normalisation.LAYER);
    EfficientViT other = new EfficientViT(M0.config().withArchitecture(layerNorm));
    for (Network network :
        List.of(
            other,
            new DeitTiny(32, 3),
            new MobileNetV2(64, 3),
            new MobileNetV3Large(64, 3),
            new EfficientNetB0(64, 3))) {
      Map<String, Tensor> weights = SeededWeights.of(network, 0);

      assertThat(LinearReadout.find(network, weights)).as(network.name()).isEmpty();
      assertThatThrownBy(() -> LinearReadout.of(network, weights))
          .isInstanceOf(InspectorException.class)
          .hasMessageContaining(network.name());
    }
  }

  @Test
  void aTraceWithoutFeaturesAndAClassThatIsNoneAreRefused() {
    LinearReadout readout = LinearReadout.of(M0, SeededWeights.of(M0, 3));
    Trace empty = new Trace("m0", null, Map.of(), Map.of(), Map.of(), List.of(), 0);

    assertThatThrownBy(() -> readout.of(empty, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> readout.of(empty, 20)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
