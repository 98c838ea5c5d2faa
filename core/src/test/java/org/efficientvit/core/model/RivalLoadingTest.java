package org.efficientvit.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Folding;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.DType;
import org.efficientvit.core.weights.SafetensorsWriter;
import org.efficientvit.core.weights.SeededWeights;
import org.efficientvit.core.weights.TorchFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights of networks of other families, under timm's names. */
class RivalLoadingTest {

  @TempDir private Path folder;

  static Stream<Design> rivals() {
    return Designs.rivals().stream();
  }

  @ParameterizedTest
  @MethodSource("rivals")
  void aNetworkIsKnownByItsTensorsAlone(Design design) {
    Network made = design.network(design.imageSize(), 7);
    Map<String, Tensor> weights = SeededWeights.of(made, 1);

    Model loaded = ModelLoader.load(safetensors(weights));

    assertThat(loaded.network().name()).isEqualTo(design.id());
    assertThat(loaded.network().imageSize()).isEqualTo(224);
    assertThat(loaded.labels()).hasSize(7);
    assertThat(loaded.isFolded()).isFalse();
    assertSame(loaded.weights(), weights);
  }

  @ParameterizedTest
  @MethodSource("rivals")
  void aFileOfPyTorchLoadsWithTheCountersThatNobodyReads(Design design) throws IOException {
    Map<String, Tensor> weights = SeededWeights.of(design.network(), 1);
    List<String> counters =
        weights.keySet().stream()
            .filter(name -> name.endsWith("running_var"))
            .map(name -> name.replace("running_var", "num_batches_tracked"))
            .toList();
    Path file = folder.resolve("weights.pth");
    Files.write(file, TorchFiles.stateDict(weights, counters));

    Model loaded = ModelLoader.load(file);

    assertThat(loaded.network().name()).isEqualTo(design.id());
    assertThat(loaded.labels()).contains("tench, Tinca tinca");
    assertSame(loaded.weights(), weights);
  }

  @ParameterizedTest
  @CsvSource({"mobilenetv2", "mobilenetv3-large", "efficientnet-b0"})
  void foldedWeightsAreKnownAsSuch(String id) {
    Network network = design(id).network();
    Map<String, Tensor> folded =
        Folding.fold(Blueprint.of(network, 1, true).layers(), SeededWeights.of(network, 1));

    Model loaded = ModelLoader.load(safetensors(folded));

    assertThat(loaded.network().name()).isEqualTo(id);
    assertThat(loaded.isFolded()).isTrue();
    assertThat(loaded.weights()).containsKey("conv_stem.bias").doesNotContainKey("bn1.weight");
  }

  @Test
  void deitForAnotherSizeIsKnownByWhatItLearnedOfPlaces() {
    Path file = safetensors(SeededWeights.of(design("deit-tiny").network(96, 5), 1));

    assertThat(ModelLoader.load(file).network().imageSize()).isEqualTo(96);
    assertThatThrownBy(() -> ModelLoader.load(file, Optional.empty(), OptionalInt.of(224)))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith("weights.safetensors is for pictures of 96 pixels")
        .hasMessageContaining("224");
  }

  @Test
  void convolutionsTakePicturesOfAnySize() {
    Path file = safetensors(SeededWeights.of(design("mobilenetv2").network(), 1));

    Model loaded = ModelLoader.load(file, Optional.of(design("mobilenetv2")), OptionalInt.of(100));

    assertThat(loaded.network().imageSize()).isEqualTo(100);
    assertThat(loaded.preprocessing().imageSize()).isEqualTo(100);
    assertThatThrownBy(() -> ModelLoader.load(file, Optional.empty(), OptionalInt.of(31)))
        .isInstanceOf(InspectorException.class)
        .hasMessage("MobileNetV2 takes pictures whose side is from 32 to 4096, not 31.");
  }

  /** As timm's configurations of the published weights say. */
  @ParameterizedTest
  @CsvSource({
    "deit-tiny, 248",
    "mobilenetv2, 256",
    "mobilenetv3-large, 256",
    "efficientnet-b0, 256",
    "m0, 256"
  })
  void picturesArePreparedAsForThePublishedWeights(String id, int shorterSide) {
    Model model = Model.random(design(id).network(), 0);

    assertThat(model.preprocessing().shorterSide()).isEqualTo(shorterSide);
    assertThat(model.preprocessing().mean()).containsExactly(0.485f, 0.456f, 0.406f);
  }

  @Test
  void aModelThatIsWrittenComesBackAsItWas() {
    Model made = Model.random(design("deit-tiny").network(64, 3), 2);
    Path file = folder.resolve("written.safetensors");

    ModelWriter.write(made, file, DType.FLOAT32);
    Model loaded = ModelLoader.load(file);

    assertThat(loaded.network().name()).isEqualTo("deit-tiny");
    assertThat(loaded.preprocessing()).isEqualTo(made.preprocessing());
    assertSame(loaded.weights(), made.weights());
  }

  @ParameterizedTest
  @CsvSource({"mobilenetv2, efficientnet-b0", "deit-tiny, m0", "m0, mobilenetv3-large"})
  void weightsOfAnotherNetworkAreCalledByTheirName(String held, String asked) {
    Path file = safetensors(SeededWeights.of(design(held).network(), 0));

    assertThatThrownBy(
            () -> ModelLoader.load(file, Optional.of(design(asked)), OptionalInt.empty()))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith(
            "weights.safetensors holds weights of %s, not of %s; choose %s, or leave the choice to the file."
                .formatted(held, asked, held));
  }

  @Test
  void anEfficientViTOfOtherFiguresIsNotCalledByAName() {
    var config = Variant.M0.config();
    var wider = config.withStages(Variant.M1.config().stages());
    Path file = safetensors(SeededWeights.of(new EfficientViT(wider), 0));

    assertThatThrownBy(() -> ModelLoader.load(file, Optional.of(design("m0")), OptionalInt.empty()))
        .hasMessageStartingWith(
            "weights.safetensors holds weights of an EfficientViT of other figures, not of m0; leave the choice to the file.");
  }

  @Test
  void whatIsMissingFromAKnownNetworkIsNamed() {
    Map<String, Tensor> weights =
        new LinkedHashMap<>(SeededWeights.of(design("efficientnet-b0").network(), 0));
    weights.remove("blocks.2.1.se.conv_reduce.bias");
    weights.put("dist_token", new Tensor(Shape.of(1), new float[1]));

    assertThatThrownBy(() -> ModelLoader.load(safetensors(weights)))
        .isInstanceOf(InspectorException.class)
        .hasMessageContainingAll(
            "blocks.2.1.se.conv_reduce.bias is missing", "dist_token is unexpected")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aNetworkThatIsNotKnownIsRefusedInOneSentence() {
    Map<String, Tensor> wider = new LinkedHashMap<>();
    SeededWeights.of(design("deit-tiny").network(32, 5), 0)
        .forEach(
            (name, tensor) ->
                wider.put(name, new Tensor(Shape.of(1, tensor.elements()), tensor.values())));

    assertThatThrownBy(() -> ModelLoader.load(safetensors(wider)))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith("weights.safetensors holds no network that is known here")
        .hasMessageContaining(Designs.names())
        .hasMessageNotContaining("\n");
  }

  private Path safetensors(Map<String, Tensor> weights) {
    Path file = folder.resolve("weights.safetensors");
    SafetensorsWriter.write(file, weights, DType.FLOAT32, Map.of());
    return file;
  }

  private static Design design(String id) {
    return Designs.find(id).orElseThrow();
  }

  private static void assertSame(Map<String, Tensor> actual, Map<String, Tensor> expected) {
    assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
    expected.forEach(
        (name, tensor) ->
            assertThat(Arrays.equals(actual.get(name).values(), tensor.values()))
                .as(name)
                .isTrue());
  }
}
