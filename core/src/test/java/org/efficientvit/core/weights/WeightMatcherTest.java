package org.efficientvit.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.TestFiles;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightMatcherTest {

  @ParameterizedTest
  @ValueSource(strings = {"official.pth", "timm_names.pth", "half.pth", "pointwise_as_matrix.pth"})
  void whatFitsComesInTheOrderAndShapeOfTheNetwork(String name) {
    Map<String, Shape> expected = reversed(expected());

    Map<String, Tensor> matched = WeightMatcher.match(expected, read(name));

    assertThat(matched.keySet()).containsExactlyElementsOf(expected.keySet());
    matched.forEach((key, tensor) -> assertThat(tensor.shape()).isEqualTo(expected.get(key)));
  }

  @Test
  void aMatrixIsTheSamePointwiseConvolution() {
    Map<String, Tensor> matrices = WeightMatcher.match(expected(), read("pointwise_as_matrix.pth"));

    WeightMatcher.match(expected(), read("official.pth"))
        .forEach(
            (name, tensor) -> assertThat(matrices.get(name).values()).isEqualTo(tensor.values()));
  }

  @Test
  void buffersArePassedOver() {
    Checkpoint raw = CheckpointReader.read(TestFiles.checkpoint("official.pth"));

    assertThat(raw.tensors()).containsKey("head.bn.num_batches_tracked");
    assertThat(WeightMatcher.match(expected(), raw)).hasSameSizeAs(expected());
  }

  @Test
  void everyMissingTensorIsNamed() {
    Map<String, Tensor> all = read("official_names.safetensors").floats();
    Map<String, Tensor> there = read("missing_tensors.pth").floats();

    String message = refusal("missing_tensors.pth");

    assertThat(there).hasSizeLessThan(all.size());
    assertThat(all.keySet())
        .filteredOn(name -> !there.containsKey(name))
        .allSatisfy(name -> assertThat(message).contains(name + " is missing"));
    assertThat(message).doesNotContain("unexpected:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unexpected_tensor.pth | is unexpected",
        "wrong_shape.pth | instead of (",
        "not_finite.pth | holds numbers that are not finite (NaN or infinity) in "
      })
  void whatDoesNotFitIsNamedInOneSentence(String name, String reason) {
    assertThat(refusal(name)).startsWith(name + " ").contains(reason).endsWith(".");
  }

  @Test
  void aFileOfAnotherNetworkIsListedBehindTheSentence() {
    Map<String, Shape> other = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      other.put("features." + i + ".weight", Shape.of(1));
    }

    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> WeightMatcher.match(other, read("official.pth")))
        .satisfies(
            e -> {
              assertThat(e.getMessage().lines().findFirst().orElseThrow())
                  .isEqualTo(
                      "official.pth does not fit the network (of 20 tensors 20 are missing and 0 have another shape, 460 are unexpected); choose the network that it was saved from.");
              assertThat(e.getMessage().lines().skip(1)).hasSize(480);
            });
  }

  @Test
  void wholeNumbersAreNoWeights() {
    Checkpoint counts =
        new Checkpoint(
            Path.of("x.pth"),
            CheckpointFormat.TORCH_ZIP,
            Map.of("a", StoredTensor.listed(DType.INT64, Shape.of(2))),
            Map.of());

    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> WeightMatcher.match(Map.of("a", Shape.of(2)), counts))
        .withMessageContaining("a holds int64 numbers, not floats");
  }

  @Test
  void manyTensorsThatAreNotFiniteAreCounted() {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < 8; i++) {
      Tensor broken = new Tensor(Shape.of(1), new float[] {Float.NEGATIVE_INFINITY});
      tensors.put("t" + i, StoredTensor.of(DType.FLOAT32, broken));
    }
    Checkpoint checkpoint =
        new Checkpoint(Path.of("x.pth"), CheckpointFormat.TORCH_ZIP, tensors, Map.of());

    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(checkpoint::requireFinite)
        .withMessageContaining("in t0, t1, t2, t3, t4 and 3 more;");
  }

  private static String refusal(String name) {
    try {
      WeightMatcher.match(expected(), read(name));
    } catch (InspectorException e) {
      return String.valueOf(e.getMessage());
    }
    throw new AssertionError(name + " was not refused");
  }

  private static Checkpoint read(String name) {
    return NameScheme.toOfficial(CheckpointReader.read(TestFiles.checkpoint(name)));
  }

  private static Map<String, Shape> expected() {
    Map<String, Shape> expected = new LinkedHashMap<>();
    read("official_names.safetensors")
        .floats()
        .forEach((name, tensor) -> expected.put(name, tensor.shape()));
    return expected;
  }

  private static Map<String, Shape> reversed(Map<String, Shape> shapes) {
    java.util.List<String> names = new java.util.ArrayList<>(shapes.keySet());
    Collections.reverse(names);
    Map<String, Shape> reversed = new LinkedHashMap<>();
    names.forEach(name -> reversed.put(name, shapes.get(name)));
    return reversed;
  }
}
