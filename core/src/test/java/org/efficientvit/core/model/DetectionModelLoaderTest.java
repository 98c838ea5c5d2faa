package org.efficientvit.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.DetectionPreprocessing;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.RetinaNetConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.DType;
import org.efficientvit.core.weights.SafetensorsWriter;
import org.efficientvit.core.weights.SeededWeights;
import org.efficientvit.core.weights.TorchFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionModelLoaderTest {

  private static final RetinaNetConfig CONFIG =
      new RetinaNetConfig("retinanet-m0", Variant.M0.config(), 80, 16, 2);

  @TempDir private Path folder;

  @Test
  void mmdetectionsNamesAreKnownWithTheirBuffers() throws IOException {
    DetectionModel random = DetectionModel.random(CONFIG, 1);
    Path file = folder.resolve("detector.pth");
    Files.write(
        file,
        TorchFiles.stateDict(
            random.weights(), List.of("backbone.patch_embed.0.bn.num_batches_tracked")));

    DetectionModel loaded = DetectionModelLoader.load(file);

    assertThat(loaded.config()).isEqualTo(CONFIG);
    assertThat(loaded.labels()).startsWith("person", "bicycle").endsWith("toothbrush").hasSize(80);
    assertThat(loaded.preprocessing()).isEqualTo(DetectionPreprocessing.published());
    assertThat(loaded.weights().keySet()).containsExactlyElementsOf(random.weights().keySet());
    loaded
        .weights()
        .forEach(
            (name, tensor) ->
                assertThat(tensor.values()).isEqualTo(random.weights().get(name).values()));
  }

  @Test
  void whatThisProgramWritesSaysItsLabelsAndSizes() {
    RetinaNetConfig small = RetinaNetConfig.small(Variant.M1.config(), 2);
    DetectionModel model =
        new DetectionModel(
            small,
            DetectionModel.random(small, 1).weights(),
            List.of("cat", "dog"),
            DetectionPreprocessing.imageNet(320, 533),
            Provenance.trained(Map.of(Provenance.TRAINED_ON, Provenance.RENDERED_OBJECTS)));
    Path file = folder.resolve("model.safetensors");

    ModelWriter.write(model, file, DType.FLOAT16);
    DetectionModel loaded = DetectionModelLoader.load(file);

    assertThat(loaded.config()).isEqualTo(small);
    assertThat(loaded.labels()).containsExactly("cat", "dog");
    assertThat(loaded.preprocessing()).isEqualTo(model.preprocessing());
    assertThat(loaded.provenance().isDemonstration()).isTrue();
  }

  @Test
  void aClassifierAndABrokenDetectorAreRefusedInOneSentence() {
    Path classifier = folder.resolve("classifier.safetensors");
    EfficientViT network = new EfficientViT(Variant.M0.config());
    SafetensorsWriter.write(classifier, SeededWeights.of(network, 0), DType.FLOAT32, Map.of());
    assertThatThrownBy(() -> DetectionModelLoader.load(classifier))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("classifier.safetensors holds no RetinaNet on EfficientViT");

    Map<String, Tensor> weights = new LinkedHashMap<>(DetectionModel.random(CONFIG, 1).weights());
    weights.remove("neck.fpn_convs.1.conv.bias");
    Path broken = folder.resolve("broken.safetensors");
    SafetensorsWriter.write(broken, weights, DType.FLOAT32, Map.of());
    assertThatThrownBy(() -> DetectionModelLoader.load(broken))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("neck.fpn_convs.1.conv.bias is missing");
  }

  /** The last stage of a classifier for 224 pixels has windows of 4; the detector's are of 7. */
  @Test
  void aClassifierGoesUnderADetectorWithItsBiasTablesResized() {
    Map<String, Tensor> classifier = SeededWeights.of(new EfficientViT(Variant.M0.config()), 0);

    Map<String, Tensor> backbone = BackboneWeights.of(classifier, CONFIG);

    String table = "blocks3.3.mixer.m.attn.attention_biases";
    assertThat(classifier.get(table).shape()).isEqualTo(Shape.of(4, 16));
    assertThat(backbone.get("backbone." + table).shape()).isEqualTo(Shape.of(4, 49));
    String kernel = "blocks1.0.dw0.m.c.weight";
    assertThat(backbone.get("backbone." + kernel)).isSameAs(classifier.get(kernel));
    assertThat(backbone.keySet()).allMatch(name -> name.startsWith("backbone."));
  }

  /** OpenCV 5.0's {@code INTER_CUBIC}, which has PyTorch's kernel and centres. */
  @Test
  void tablesAreResizedBicubically() {
    float[] values = new float[16];
    for (int i = 0; i < 16; i++) {
      int column = i % 4;
      values[i] = (7 * (i / 4) + 3 * column * column) % 11 / 4f;
    }

    Tensor resized = BackboneWeights.resized(new Tensor(Shape.of(1, 16), values), 4, 7);

    assertThat(resized.values()).containsExactly(EXPECTED, within(1e-5f));
    Tensor same = BackboneWeights.resized(new Tensor(Shape.of(1, 16), values), 4, 4);
    assertThat(same.values()).containsExactly(values, within(1e-6f));
  }

  private static final float[] EXPECTED = {
    -0.248041f,
    0.112678f,
    0.556555f,
    0.277354f,
    0.126102f,
    0.884754f,
    1.475504f,
    0.583387f,
    0.944106f,
    1.387983f,
    1.238064f,
    0.878629f,
    0.807061f,
    0.791102f,
    1.621652f,
    1.982371f,
    2.426248f,
    2.427597f,
    1.824575f,
    0.781603f,
    0.055759f,
    1.150008f,
    1.624155f,
    2.223246f,
    2.161621f,
    1.698510f,
    1.309878f,
    1.062215f,
    0.745135f,
    1.036629f,
    1.385779f,
    1.096495f,
    0.937980f,
    1.608843f,
    2.135439f,
    1.947664f,
    1.510755f,
    0.863159f,
    0.319989f,
    0.323042f,
    1.019246f,
    1.564361f,
    2.899132f,
    1.929920f,
    0.553922f,
    -0.156046f,
    -0.065097f,
    0.529291f,
    1.000000f
  };
}
