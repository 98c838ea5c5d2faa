package org.efficientvit.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.efficientvit.core.TestFiles;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.torch.TorchNetwork.Layout;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.CheckpointReader;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every stored tensor of the official implementation, on weights and pictures made by formula.
 *
 * <p>Two correct implementations in 32-bit floats differ by less than 5e-6 here.
 */
class ParityTest {

  private static final double TOLERANCE = 1e-4;
  private static final double LOGITS_TOLERANCE = 2e-5;

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "M0, 224, m0",
    "M1, 224, m1",
    "M2, 224, m2",
    "M3, 224, m3",
    "M4, 224, m4",
    "M5, 224, m5",
    "M0, 256, m0_256",
    "M4, 384, m4_384"
  })
  void everyTensorIsThatOfTheOfficialImplementationFoldedOrNotInEitherLayout(
      Variant variant, int imageSize, String file) {
    EfficientViTConfig config = variant.config().withImageSize(imageSize);
    EfficientViT network = new EfficientViT(config);
    Map<String, Tensor> weights = SeededWeights.of(network, 0);
    Map<String, Tensor> expected =
        CheckpointReader.read(TestFiles.path(ParityTest.class, "parity/" + file + ".safetensors"))
            .floats();

    TorchRunner.Options folded = TorchRunner.Options.fast(2);
    check(network, weights, folded, expected);
    check(network, weights, folded.unfolded(), expected);
    check(network, weights, folded.with(Layout.CHANNELS_FIRST), expected);
  }

  private static void check(
      EfficientViT network,
      Map<String, Tensor> weights,
      TorchRunner.Options options,
      Map<String, Tensor> expected) {
    int size = network.imageSize();
    Tensor uniform = SeededWeights.uniform("input", Shape.of(2, 3, size, size), 0);
    float[] input = uniform.values().clone();
    for (int i = 0; i < input.length; i++) {
      input[i] *= 2;
    }
    try (TorchRunner runner = new TorchRunner(network, weights, options)) {
      var traces =
          runner.run(
              new Tensor(uniform.shape(), input),
              Taps.of(Tap.Kind.LOGITS, Tap.Kind.FEATURES, Tap.Kind.ATTENTION));

      Map<String, Tensor> actual = new TreeMap<>(traces.get(0).features());
      traces.get(0).attention().forEach((b, m) -> actual.put(b + ".attention", m.values()));
      expected.forEach(
          (name, tensor) -> {
            if (name.equals("logits")) {
              for (int image = 0; image < 2; image++) {
                assertThat(difference(traces.get(image).logits(), tensor.get(image)))
                    .as("%s: logits of image %d", options, image)
                    .isLessThan(LOGITS_TOLERANCE);
              }
            } else {
              assertThat(actual).containsKey(name);
              assertThat(difference(actual.get(name), tensor))
                  .as("%s: %s", options, name)
                  .isLessThan(TOLERANCE);
            }
          });
    }
  }

  private static double difference(Tensor actual, Tensor expected) {
    assertThat(actual.elements()).isEqualTo(expected.elements());
    double largest = 0;
    for (int i = 0; i < actual.elements(); i++) {
      double difference = Math.abs((double) actual.values()[i] - expected.values()[i]);
      largest = Double.isNaN(difference) ? Double.NaN : Math.max(largest, difference);
    }
    return largest;
  }
}
