package org.efficientvit.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.TestFiles;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.weights.CheckpointReader;
import org.efficientvit.core.weights.DType;
import org.efficientvit.core.weights.SafetensorsWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelLoaderTest {

  private static final Map<String, Tensor> EXPECTED =
      CheckpointReader.read(TestFiles.checkpoint("expected.safetensors")).floats();

  /** Half has 11 bits of precision and bfloat16 8; the logits move by what that leaves. */
  @ParameterizedTest
  @CsvSource({
    "official.pth, 2e-5",
    "official_training.pth, 2e-5",
    "bare_state_dict.pth, 2e-5",
    "legacy_format.pth, 2e-5",
    "data_parallel_prefix.pth, 2e-5",
    "shared_and_strided.pth, 2e-5",
    "pointwise_as_matrix.pth, 2e-5",
    "fused.pth, 2e-5",
    "timm_names.pth, 2e-5",
    "timm_names.safetensors, 2e-5",
    "official_names.safetensors, 2e-5",
    "half.pth, 5e-3",
    "timm_half.safetensors, 5e-3",
    "bfloat16.pth, 5e-2",
  })
  void everyFormThatPeopleHaveGivesTheOfficialLogits(String file, double tolerance) {
    assertThat(difference(logits(ModelLoader.load(TestFiles.checkpoint(file))), "logits"))
        .isLessThan(tolerance);
  }

  @Test
  void distilledWeightsGiveTheMeanOfBothHeads() {
    Model model = ModelLoader.load(TestFiles.checkpoint("distillation_head.pth"));

    assertThat(((EfficientViT) model.network()).config().distilled()).isTrue();
    assertThat(difference(logits(model), "distillation_logits")).isLessThan(2e-5);
  }

  @Test
  void theConfigurationIsReadFromTheShapes() {
    Model model = ModelLoader.load(TestFiles.checkpoint("official.pth"));
    EfficientViTConfig config = ((EfficientViT) model.network()).config();

    assertThat(config.name()).isEqualTo("custom");
    assertThat(config.imageSize()).isEqualTo(64);
    assertThat(config.classes()).isEqualTo(10);
    assertThat(config.stages())
        .containsExactly(
            new StageConfig(16, 1, 2, 8, 7),
            new StageConfig(32, 2, 2, 8, 7),
            new StageConfig(48, 3, 2, 8, 7));
    assertThat(config.usedQueryKernels()).containsExactly(5, 3);
    assertThat(model.labels()).startsWith("class 0").hasSize(10);
    assertThat(model.isFolded()).isFalse();
    assertThat(ModelLoader.load(TestFiles.checkpoint("fused.pth")).isFolded()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void everyVariantIsKnownByItsShapesAlone(Variant variant, @TempDir Path folder) {
    Model made = Model.random(variant.config().withClasses(7), 1);
    Path file = folder.resolve("weights.safetensors");
    SafetensorsWriter.write(file, made.weights(), DType.FLOAT32, Map.of());

    Model loaded = ModelLoader.load(file);

    assertThat(loaded.network().name()).isEqualTo(variant.id());
    assertThat(loaded.network().imageSize()).isEqualTo(224);
    assertThat(loaded.weights().keySet()).containsExactlyElementsOf(made.weights().keySet());
    made.weights()
        .forEach(
            (name, tensor) ->
                assertThat(Arrays.equals(loaded.weights().get(name).values(), tensor.values()))
                    .as(name)
                    .isTrue());
  }

  @Test
  void labelsSizeAndStatisticsComeFromTheMetadata(@TempDir Path folder) {
    Model made = Model.random(Variant.M0.config().withClasses(2).withImageSize(256), 1);
    Path file = folder.resolve("weights.safetensors");
    SafetensorsWriter.write(
        file,
        made.weights(),
        DType.FLOAT32,
        Map.of(
            "labels", "[\"cat\", \"dog\"]",
            "image_size", "256",
            "mean", "[0.5, 0.5, 0.5]",
            "std", "[0.25, 0.25, 0.25]"));

    Model loaded = ModelLoader.load(file);

    assertThat(loaded.labels()).containsExactly("cat", "dog");
    assertThat(loaded.network().imageSize()).isEqualTo(256);
    assertThat(loaded.preprocessing().mean()).containsExactly(0.5f, 0.5f, 0.5f);
    assertThat(loaded.preprocessing().std()).containsExactly(0.25f, 0.25f, 0.25f);
    assertThat(loaded.provenance().description()).isEqualTo("weights.safetensors");
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT16"})
  void aModelThatIsWrittenComesBackAsItWas(DType dtype, @TempDir Path folder) {
    Model made =
        Model.random(Variant.M0.config().withClasses(2).withImageSize(256), 3)
            .withLabels(List.of("cat", "\"dog\", ünlike"));
    Path file = folder.resolve("model.safetensors");

    ModelWriter.write(made, file, dtype);
    Model loaded = ModelLoader.load(file);

    assertThat(loaded.network().name()).isEqualTo("m0");
    assertThat(loaded.network().imageSize()).isEqualTo(256);
    assertThat(loaded.labels()).isEqualTo(made.labels());
    assertThat(loaded.preprocessing()).isEqualTo(made.preprocessing());
    assertThat(loaded.weights().keySet()).containsExactlyElementsOf(made.weights().keySet());
    assertThat(loaded.provenance().metadata())
        .containsEntry("variant", "m0")
        .containsEntry("provenance", "random weights (seed 3)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0", "65", "32", "-16", "99999999999"})
  void anImageSizeThatNoNetworkHasIsRefused(String size, @TempDir Path folder) {
    Model made = Model.random(Variant.M0.config().withClasses(2), 1);
    Path file = folder.resolve("weights.safetensors");
    SafetensorsWriter.write(file, made.weights(), DType.FLOAT32, Map.of("image_size", size));

    assertThatThrownBy(() -> ModelLoader.load(file))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("weights.safetensors")
        .hasMessageContaining(size);
  }

  @ParameterizedTest
  @CsvSource({
    "hostile_system.pth, never",
    "hostile_plain.pkl.pth, never",
    "truncated.pth, cut short",
    "empty.pth, empty",
    "not_a_checkpoint.pth, web page",
    "offsets_past_end.safetensors, byte",
    "huge_header.safetensors, header",
    "not_finite.pth, head.l.bias",
  })
  void filesThatCannotBeTrustedAreRefusedInOneSentence(String file, String reason) {
    assertThatThrownBy(() -> ModelLoader.load(TestFiles.checkpoint(file)))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining(file)
        .hasMessageContaining(reason)
        .hasMessageNotContaining("\n");
    assertThat(Path.of("EXECUTED")).doesNotExist();
  }

  @Test
  void everyMissingTensorIsNamed() {
    Map<String, Tensor> whole =
        CheckpointReader.read(TestFiles.checkpoint("official_names.safetensors")).floats();
    Map<String, Tensor> left =
        CheckpointReader.read(TestFiles.checkpoint("missing_tensors.pth")).floats();
    List<String> missing = whole.keySet().stream().filter(name -> !left.containsKey(name)).toList();

    assertThat(missing).isNotEmpty();
    assertThatThrownBy(() -> ModelLoader.load(TestFiles.checkpoint("missing_tensors.pth")))
        .isInstanceOf(InspectorException.class)
        .message()
        .contains(missing);
  }

  @Test
  void anUnexpectedTensorIsNamed() {
    Map<String, Tensor> whole =
        CheckpointReader.read(TestFiles.checkpoint("official_names.safetensors")).floats();
    Map<String, Tensor> more =
        new LinkedHashMap<>(
            CheckpointReader.read(TestFiles.checkpoint("unexpected_tensor.pth")).floats());
    more.keySet().removeAll(whole.keySet());

    assertThat(more).isNotEmpty();
    assertThatThrownBy(() -> ModelLoader.load(TestFiles.checkpoint("unexpected_tensor.pth")))
        .isInstanceOf(InspectorException.class)
        .message()
        .contains(more.keySet());
  }

  @Test
  void aWrongShapeIsNamedWithBothShapes() {
    Map<String, Tensor> whole =
        CheckpointReader.read(TestFiles.checkpoint("official_names.safetensors")).floats();
    Map<String, Tensor> wrong =
        CheckpointReader.read(TestFiles.checkpoint("wrong_shape.pth")).floats();
    String name =
        whole.keySet().stream()
            .filter(key -> !whole.get(key).shape().equals(wrong.get(key).shape()))
            .findFirst()
            .orElseThrow();

    assertThatThrownBy(() -> ModelLoader.load(TestFiles.checkpoint("wrong_shape.pth")))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(whole.get(name).shape().toString())
        .hasMessageContaining(wrong.get(name).shape().toString());
  }

  @Test
  void weightsOfAnotherVariantAreCalledByTheirName(@TempDir Path folder) {
    Path file = folder.resolve("weights.safetensors");
    SafetensorsWriter.write(
        file, Model.random(Variant.M1.config(), 0).weights(), DType.FLOAT32, Map.of());

    assertThatThrownBy(
            () -> ModelLoader.load(file, Optional.of(Designs.of(Variant.M0)), OptionalInt.empty()))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith("weights.safetensors holds weights of m1, not of m0");
  }

  @Test
  void weightsForAnotherImageSizeSayForWhich(@TempDir Path folder) {
    Path file = folder.resolve("weights.safetensors");
    SafetensorsWriter.write(
        file, Model.random(Variant.M0.config(), 0).weights(), DType.FLOAT32, Map.of());

    assertThatThrownBy(() -> ModelLoader.load(file, Optional.empty(), OptionalInt.of(384)))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("224")
        .hasMessageContaining("384");
    assertThat(ModelLoader.load(file, Optional.empty(), OptionalInt.of(256)).network().imageSize())
        .isEqualTo(256);
  }

  private static Tensor logits(Model model) {
    var options = TorchRunner.Options.fast(1);
    try (TorchRunner runner = new TorchRunner(model.network(), model.weights(), options)) {
      return runner.run(EXPECTED.get("input"), Taps.logits()).get(0).logits();
    }
  }

  private static double difference(Tensor actual, String name) {
    float[] expected = EXPECTED.get(name).values();
    assertThat(actual.elements()).isEqualTo(expected.length);
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs((double) actual.values()[i] - expected[i]));
    }
    return largest;
  }
}
