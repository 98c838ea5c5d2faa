package org.efficientvit.core.ops.onnx;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.DeitTiny;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.MobileNetV3Large;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.BatchNorm;
import org.efficientvit.core.ops.Folding;
import org.efficientvit.core.ops.Forward;
import org.efficientvit.core.ops.GraphSource;
import org.efficientvit.core.ops.Linear;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.TinyNetworks;
import org.efficientvit.core.ops.Tokens;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnnxModelTest {

  private static final Network TINY = TinyNetworks.efficientViT(5);

  private static GraphSource source(Network network) {
    return new GraphSource(
        network.name(),
        network.imageSize(),
        network::forward,
        Folding.fold(Blueprint.of(network, 1, true).layers(), SeededWeights.of(network, 0)));
  }

  private static ModelProto written(Network network, boolean tapped)
      throws InvalidProtocolBufferException {
    return ModelProto.parseFrom(OnnxModel.of(source(network), tap -> tapped, Map.of()).bytes());
  }

  private static List<String> outputs(ModelProto model) {
    return model.getGraph().getOutputList().stream().map(ValueInfoProto::getName).toList();
  }

  @ParameterizedTest
  @EnumSource
  void everyVariantKeepsTheRulesOfOnnx(Variant variant) throws IOException {
    OnnxRules.check(written(new EfficientViT(variant.config()), false));
    OnnxRules.check(written(new EfficientViT(variant.config()), true));
  }

  @Test
  void networksOfOtherFamiliesKeepThem() throws IOException {
    for (Design design : Designs.rivals()) {
      OnnxRules.check(written(design.network(), false));
      OnnxRules.check(written(design.network(), true));
    }
  }

  @Test
  void allHeadsAreOneOutputAndTokensComeAsMaps() throws IOException {
    ModelProto model = written(new DeitTiny(32, 5), true);
    Map<String, List<String>> shapes = new HashMap<>();
    for (ValueInfoProto output : model.getGraph().getOutputList()) {
      shapes.put(
          output.getName(),
          output.getType().getTensorType().getShape().getDimList().stream()
              .map(one -> one.hasDimParam() ? one.getDimParam() : Long.toString(one.getDimValue()))
              .toList());
    }

    assertThat(shapes)
        .containsEntry("blocks.0.attention", List.of("batch_x3", "5", "5"))
        .containsEntry("blocks.11.scores", List.of("batch_x3", "5", "5"))
        .containsEntry("patch_embed", List.of("batch", "192", "2", "2"))
        .containsEntry("blocks.2", List.of("batch", "192", "2", "2"));
  }

  @Test
  void paddedWindowsAndASecondHeadKeepThem() throws IOException {
    OnnxRules.check(written(TINY, true));
    OnnxRules.check(
        written(
            new EfficientViT(TinyNetworks.efficientViT(5).config().withDistillation(true)), true));
  }

  @Test
  void everyOperationIsANodeOfItsName() throws IOException {
    Set<String> nodes = new HashSet<>();
    written(TINY, false).getGraph().getNodeList().stream()
        .map(NodeProto::getName)
        .forEach(nodes::add);

    assertThat(nodes)
        .containsAll(
            Blueprint.of(TINY, 1, true).steps().stream()
                .map(Blueprint.Step::operation)
                .map(Operation::name)
                .toList());
  }

  @Test
  void everyParameterIsAnInitializerOfItsNameAndItsNumbers() throws IOException {
    Map<String, TensorProto> initializers = new HashMap<>();
    written(TINY, false)
        .getGraph()
        .getInitializerList()
        .forEach(tensor -> initializers.put(tensor.getName(), tensor));

    source(TINY)
        .weights()
        .forEach(
            (name, tensor) -> {
              TensorProto initializer = requireNonNull(initializers.get(name), name);
              float[] numbers = new float[tensor.elements()];
              FloatBuffer buffer =
                  initializer
                      .getRawData()
                      .asReadOnlyByteBuffer()
                      .order(ByteOrder.LITTLE_ENDIAN)
                      .asFloatBuffer();
              assertThat(buffer.remaining()).as(name).isEqualTo(numbers.length);
              buffer.get(numbers);
              assertThat(numbers).as(name).isEqualTo(tensor.values());
              assertThat(initializer.getDimsList())
                  .as(name)
                  .isEqualTo(LongStream.of(tensor.shape().toLongArray()).boxed().toList());
            });
  }

  @Test
  void theLogitsAreTheOnlyOutputUnlessMoreIsAskedFor() throws IOException {
    Blueprint draft = Blueprint.of(TINY, 1, true);

    assertThat(outputs(written(TINY, false))).containsExactly("logits");
    assertThat(outputs(written(TINY, true)))
        .contains(
            "logits",
            "patch_embed",
            "blocks2",
            "blocks1.0.attention.1",
            "blocks1.0.scores.0",
            "blocks1.0.head_input.0",
            "blocks1.0.head_output.0",
            "patch_embed.0.output")
        .hasSize(draft.taps().size() + draft.operations().size());
  }

  @Test
  void fullOptimisationFindsNothingToRemarkOn(@TempDir Path folder) throws Exception {
    List<Path> files =
        List.of(
            Files.write(folder.resolve("tiny.onnx"), written(TINY, true).toByteArray()),
            Files.write(
                folder.resolve("deit.onnx"), written(new DeitTiny(32, 5), true).toByteArray()),
            Files.write(
                folder.resolve("mobile.onnx"),
                written(new MobileNetV3Large(64, 5), true).toByteArray()),
            Files.write(
                folder.resolve("m0.onnx"),
                written(new EfficientViT(Variant.M0.config()), false).toByteArray()));

    assertThat(remarks(files)).isEmpty();
  }

  /** So that silence means something. */
  @Test
  void aSuperfluousTensorIsRemarkedOn(@TempDir Path folder) throws Exception {
    ModelProto.Builder model = written(TINY, false).toBuilder();
    model
        .getGraphBuilder()
        .addInitializer(model.getGraph().getInitializer(0).toBuilder().setName("superfluous"));
    Path file = Files.write(folder.resolve("more.onnx"), model.build().toByteArray());

    assertThat(remarks(List.of(file))).contains("superfluous");
  }

  /** What another process says that loads these models; it has to end well. */
  private static String remarks(List<Path> files) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        Stream.concat(
                Stream.of(
                    java,
                    "-cp",
                    System.getProperty("java.class.path"),
                    OnnxLoading.class.getName()),
                files.stream().map(Path::toString))
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  /** What EfficientViT has no use for: normalisation alone, and a linear layer on tokens. */
  @Test
  void tokensThroughNormalisationAndALinearLayerAreWhatTheFormulaSays() {
    BatchNorm norm = BatchNorm.of("norm", 3);
    Linear linear = new Linear("linear", "linear.weight", "linear.bias", 3, 2);
    Forward forward =
        new Forward() {
          @Override
          public <T> T forward(Ops<T> ops, T image) {
            T tokens = ops.apply(new Tokens("tokens"), ops.apply(norm, image));
            T result = ops.apply(linear, tokens);
            ops.tap(Tap.logits(), result);
            return result;
          }
        };
    Map<String, Tensor> weights =
        Map.of(
            "norm.weight", vector(1, 2, 3),
            "norm.bias", vector(0.5f, 0, -1),
            "norm.running_mean", vector(0, 0.25f, 0.5f),
            "norm.running_var", vector(1, 4, 0.25f),
            "linear.weight", new Tensor(Shape.of(2, 3), new float[] {1, 2, 3, 4, 5, 6}),
            "linear.bias", vector(10, 20));
    Tensor images = SeededWeights.uniform("input", Shape.of(2, 3, 2, 2), 0);

    try (OnnxNetwork network = new OnnxNetwork(new GraphSource("small", 2, forward, weights), 1)) {
      Tensor result = requireNonNull(network.run(images, Set.of(Tap.logits())).get(Tap.logits()));

      assertThat(result.shape()).isEqualTo(Shape.of(2, 4, 2));
      for (int image = 0; image < 2; image++) {
        for (int token = 0; token < 4; token++) {
          double a = images.at(image, 0, token / 2, token % 2) / Math.sqrt(1 + 1e-5) + 0.5;
          double b = (images.at(image, 1, token / 2, token % 2) - 0.25) / Math.sqrt(4 + 1e-5) * 2;
          double c =
              (images.at(image, 2, token / 2, token % 2) - 0.5) / Math.sqrt(0.25 + 1e-5) * 3 - 1;
          assertThat((double) result.at(image, token, 0))
              .isCloseTo(a + 2 * b + 3 * c + 10, within(1e-5));
          assertThat((double) result.at(image, token, 1))
              .isCloseTo(4 * a + 5 * b + 6 * c + 20, within(2e-5));
        }
      }
    }
  }

  @Test
  void twoValuesOfOneNameAreRefused() {
    OnnxGraph graph = new OnnxGraph("graph");
    graph.input("x", Shape.of(1, 3));

    assertThatThrownBy(() -> graph.input("x", Shape.of(1, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x");
    assertThatThrownBy(() -> graph.node("Relu", "y", List.of("z")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("z");
  }

  private static Tensor vector(float... values) {
    return new Tensor(Shape.of(values.length), values);
  }
}
