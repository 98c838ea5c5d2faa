package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.TestFiles;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.DeitTiny;
import org.efficientvit.core.network.EfficientNetB0;
import org.efficientvit.core.network.MobileNetV2;
import org.efficientvit.core.network.MobileNetV3Large;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Parameter;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.CheckpointReader;
import org.efficientvit.core.weights.SeededWeights;

/** What timm says of two pictures with networks of other families, on weights made by formula. */
enum RivalReference {
  DEIT_TINY(new DeitTiny(224, 1000), "deit_tiny_patch16_224", 1),
  MOBILENET_V2(new MobileNetV2(224, 1000), "mobilenetv2_100", 1.4),
  MOBILENET_V3_LARGE(new MobileNetV3Large(224, 1000), "mobilenetv3_large_100", 1.3),
  EFFICIENTNET_B0(new EfficientNetB0(224, 1000), "efficientnet_b0", 1.5);

  /** As a share of the largest logit: a few hundred layers of rounding stay below half of it. */
  static final double LOGITS_TOLERANCE = 1e-5;

  /** Of a weight of attention, which is at most 1. */
  static final double ATTENTION_TOLERANCE = 1e-5;

  @SuppressWarnings("ImmutableEnumChecker") // Networks do not change.
  private final Network network;

  private final String file;

  /** What the scales of normalisation lie around, so that numbers stay in range. */
  private final double scale;

  RivalReference(Network network, String file, double scale) {
    this.network = network;
    this.file = file;
    this.scale = scale;
  }

  Network network() {
    return network;
  }

  /** All that the network reads, as trained, each number from its tensor's name and its place. */
  Map<String, Tensor> weights() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Parameter parameter : Blueprint.of(network, 1, false).parameters()) {
      weights.put(parameter.name(), tensor(parameter.name(), parameter.shape()));
    }
    return weights;
  }

  /** By the name and the shape alone, whatever this program takes the tensor for. */
  private Tensor tensor(String name, Shape shape) {
    int fanIn = shape.elements() / shape.dimension(0);
    double centre = 0;
    double radius;
    if (name.endsWith("running_var")) {
      centre = 1;
      radius = 0.5;
    } else if (name.endsWith("running_mean") || name.endsWith(".bias")) {
      radius = 0.1;
    } else if (name.equals("cls_token") || name.equals("pos_embed")) {
      radius = 0.5;
    } else if (shape.rank() == 1) {
      centre = scale;
      radius = 0.25;
    } else {
      radius = Math.sqrt(3.0 / fanIn);
    }
    float[] values = SeededWeights.uniform(name, shape, 0).values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) centre + (float) radius * values[i];
    }
    return new Tensor(shape, values);
  }

  /** Every stored tensor against what a runner gives for the two pictures. */
  void check(NetworkRunner runner) {
    Map<String, Tensor> expected =
        CheckpointReader.read(
                TestFiles.path(RivalReference.class, "rivals/" + file + ".safetensors"))
            .floats();
    double largest = largest(expected.get("logits"));
    List<Trace> traces =
        runner.run(Reference.images(224), Taps.of(Tap.Kind.LOGITS, Tap.Kind.ATTENTION));
    for (int image = 0; image < 2; image++) {
      Tensor logits = requireNonNull(traces.get(image).logits());
      assertThat(Reference.difference(logits, expected.get("logits").get(image)))
          .as("logits of image %d", image)
          .isLessThan(LOGITS_TOLERANCE * largest);
    }
    expected.forEach(
        (name, tensor) -> {
          if (!name.equals("logits")) {
            HeadMaps maps = traces.get(0).attention().get(name.replace(".attn", ""));
            assertThat(maps).as(name).isNotNull();
            assertThat(maps.values().shape()).isEqualTo(Shape.of(3, 1, 197, 197));
            assertThat(Reference.difference(maps.values(), tensor))
                .as(name)
                .isLessThan(ATTENTION_TOLERANCE);
          }
        });
  }

  private static double largest(Tensor tensor) {
    double largest = 0;
    for (float value : tensor.values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
