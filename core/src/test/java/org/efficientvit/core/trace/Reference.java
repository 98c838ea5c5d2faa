package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.efficientvit.core.TestFiles;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.CheckpointReader;
import org.efficientvit.core.weights.SeededWeights;

/**
 * What the official implementation says of two pictures, on weights and pictures made by formula.
 *
 * <p>Two correct implementations in 32-bit floats differ by less than 5e-6 here.
 *
 * @param weights as trained
 * @param expected the logits (2, L), and the first picture's feature maps and attention by name
 */
record Reference(EfficientViT network, Map<String, Tensor> weights, Map<String, Tensor> expected) {

  static final double TOLERANCE = 1e-4;
  static final double LOGITS_TOLERANCE = 2e-5;

  static Reference of(Variant variant, int imageSize, String file) {
    EfficientViT network = new EfficientViT(variant.config().withImageSize(imageSize));
    return new Reference(
        network,
        SeededWeights.of(network, 0),
        CheckpointReader.read(TestFiles.path(Reference.class, "parity/" + file + ".safetensors"))
            .floats());
  }

  /** The two pictures, (2, 3, S, S). */
  Tensor images() {
    return images(network.imageSize());
  }

  static Tensor images(int size) {
    Tensor uniform = SeededWeights.uniform("input", Shape.of(2, 3, size, size), 0);
    float[] input = uniform.values().clone();
    for (int i = 0; i < input.length; i++) {
      input[i] *= 2;
    }
    return new Tensor(uniform.shape(), input);
  }

  void check(NetworkRunner runner) {
    List<Trace> traces =
        runner.run(images(), Taps.of(Tap.Kind.LOGITS, Tap.Kind.FEATURES, Tap.Kind.ATTENTION));
    assertThat(expected).containsKey("logits").hasSizeGreaterThan(4);
    for (int image = 0; image < traces.size(); image++) {
      assertThat(
              difference(
                  requireNonNull(traces.get(image).logits()), expected.get("logits").get(image)))
          .as("logits of image %d", image)
          .isLessThan(LOGITS_TOLERANCE);
    }
    Map<String, Tensor> actual = new TreeMap<>(traces.get(0).features());
    traces.get(0).attention().forEach((b, m) -> actual.put(b + ".attention", m.values()));
    expected.forEach(
        (name, tensor) -> {
          if (!name.equals("logits")) {
            assertThat(actual).containsKey(name);
            assertThat(difference(actual.get(name), tensor)).as(name).isLessThan(TOLERANCE);
          }
        });
  }

  /** The largest difference of two numbers at the same place. */
  static double difference(Tensor actual, Tensor expected) {
    assertThat(actual.elements()).isEqualTo(expected.elements());
    double largest = 0;
    for (int i = 0; i < actual.elements(); i++) {
      double difference = Math.abs((double) actual.values()[i] - expected.values()[i]);
      largest = Double.isNaN(difference) ? Double.NaN : Math.max(largest, difference);
    }
    return largest;
  }
}
