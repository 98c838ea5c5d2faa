package org.efficientvit.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.TestFiles;
import org.efficientvit.core.network.RetinaNet;
import org.efficientvit.core.network.RetinaNetConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.torch.TorchNetwork.Layout;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.OnnxRunner;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.trace.Trace;
import org.efficientvit.core.weights.CheckpointReader;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;

/**
 * The official backbone and pyramid with the head, decoding and suppression of mmdetection 2, on
 * weights and a picture made by formula.
 */
class RetinaNetParityTest {

  private static final int HEIGHT = 256;
  private static final int WIDTH = 512;
  private static final double TOLERANCE = 1e-4;
  private static final double PIXELS = 0.05;

  private static final RetinaNet NETWORK =
      new RetinaNet(RetinaNetConfig.published(Variant.M4), HEIGHT, WIDTH);
  private static final Map<String, Tensor> WEIGHTS = weights();
  private static final Map<String, Tensor> EXPECTED =
      CheckpointReader.read(TestFiles.path(RetinaNetParityTest.class, "retinanet_m4.safetensors"))
          .floats();

  private static Map<String, Tensor> weights() {
    Map<String, Tensor> weights = new LinkedHashMap<>(SeededWeights.of(NETWORK, 0));
    // So that few scores are above the threshold, as in a trained detector.
    weights.compute("bbox_head.retina_cls.bias", (name, bias) -> shifted(bias, -3));
    return weights;
  }

  private static Tensor shifted(Tensor tensor, float by) {
    float[] values = tensor.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += by;
    }
    return new Tensor(tensor.shape(), values);
  }

  private static Tensor picture() {
    Tensor uniform = SeededWeights.uniform("input", Shape.of(1, 3, HEIGHT, WIDTH), 0);
    float[] values = uniform.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= 2;
    }
    return new Tensor(uniform.shape(), values);
  }

  @Test
  void everyTensorAndEveryBoxIsTheReferenceOnPyTorchFoldedOrNotInEitherLayout() {
    TorchRunner.Options folded = TorchRunner.Options.fast(2);
    for (TorchRunner.Options options :
        List.of(folded, folded.unfolded(), folded.with(Layout.CHANNELS_FIRST))) {
      try (TorchRunner runner = new TorchRunner(NETWORK, WEIGHTS, options)) {
        check(runner);
      }
    }
  }

  @Test
  void everyTensorAndEveryBoxIsTheReferenceOnOnnxRuntime() {
    try (OnnxRunner runner = new OnnxRunner(NETWORK, WEIGHTS, 2)) {
      check(runner);
    }
  }

  @Test
  void picturesOfABatchDoNotSeeOneAnother() {
    Tensor one = picture();
    float[] two = new float[2 * one.elements()];
    System.arraycopy(one.values(), 0, two, one.elements(), one.elements());
    Tensor both = new Tensor(Shape.of(2, 3, HEIGHT, WIDTH), two);
    try (TorchRunner torch = new TorchRunner(NETWORK, WEIGHTS, TorchRunner.Options.fast(2));
        OnnxRunner onnx = new OnnxRunner(NETWORK, WEIGHTS, 2)) {
      for (NetworkRunner runner : List.of(torch, onnx)) {
        checkTensors(runner.run(both, Taps.of(Tap.Kind.LOGITS, Tap.Kind.FEATURES)).get(1));
      }
    }
  }

  private static void check(NetworkRunner runner) {
    Trace trace = runner.run(picture(), Taps.of(Tap.Kind.LOGITS, Tap.Kind.FEATURES)).get(0);
    checkTensors(trace);
    checkDetections(
        DetectionDecoder.PUBLISHED.decode(
            trace.features(), Anchors.of(HEIGHT, WIDTH), HEIGHT, WIDTH));
  }

  /** The reference keeps the first channels of the larger tensors. */
  private static void checkTensors(Trace trace) {
    int compared = 0;
    for (Map.Entry<String, Tensor> entry : EXPECTED.entrySet()) {
      if (entry.getValue().shape().rank() == 4) {
        float[] actual = trace.features().get(entry.getKey()).values();
        float[] expected = entry.getValue().values();
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
          largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
        }
        assertThat(largest).as(entry.getKey()).isLessThan(TOLERANCE);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(15);
  }

  private static void checkDetections(List<Detection> detections) {
    Tensor boxes = EXPECTED.get("boxes");
    List<Detection> left = new ArrayList<>(detections);
    assertThat(left).hasSize(boxes.shape().dimension(0));
    for (int i = 0; i < boxes.shape().dimension(0); i++) {
      int index = i;
      int label = (int) EXPECTED.get("labels").values()[i];
      double score = EXPECTED.get("scores").values()[i];
      boolean found =
          left.removeIf(
              detection ->
                  detection.label() == label
                      && Math.abs(detection.score() - score) < TOLERANCE
                      && isNear(detection, boxes, index));
      assertThat(found).as("detection %d of class %d at %f", i, label, score).isTrue();
    }
  }

  private static boolean isNear(Detection detection, Tensor boxes, int index) {
    double[] corners = {
      detection.box().x(), detection.box().y(), detection.box().right(), detection.box().bottom()
    };
    for (int i = 0; i < corners.length; i++) {
      if (Math.abs(corners[i] - boxes.at(index, i)) > PIXELS) {
        return false;
      }
    }
    return true;
  }
}
