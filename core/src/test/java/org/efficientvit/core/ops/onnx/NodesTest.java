package org.efficientvit.core.ops.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Add;
import org.efficientvit.core.ops.Convolution;
import org.efficientvit.core.ops.Forward;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Residual;
import org.efficientvit.core.ops.Slice;
import org.efficientvit.core.tensor.Shape;
import org.junit.jupiter.api.Test;

class NodesTest {

  /** Two convolutions, a ReLU between, a residual sum, and the two halves of it added. */
  private static final Forward NETWORK =
      new Forward() {
        @Override
        public <T> T forward(Ops<T> ops, T image) {
          T x = ops.apply(conv("conv1"), image);
          T y = ops.apply(conv("conv2"), ops.apply(Activation.relu("conv1.act"), x));
          T sum = ops.apply(new Residual("sum"), image, y);
          T half = ops.apply(new Slice("half.0", 0, 1), sum);
          T other = ops.apply(new Slice("half.1", 1, 2), sum);
          return ops.apply(new Add("last"), half, other);
        }
      };

  private static final Wiring WIRING = Wiring.of(NETWORK, Shape.of(1, 2, 4, 4));

  private static Convolution conv(String name) {
    return new Convolution(name, name + ".weight", name + ".bias", 2, 2, 1, 1, 0, 1);
  }

  @Test
  void aNodeBelongsToTheOperationWhoseWholeNameItBears() {
    NodeOwners owners = new NodeOwners(List.of("conv1", "conv1.act", "conv11", "a_token", "a"));

    assertThat(owners.of("conv1")).contains("conv1");
    assertThat(owners.of("conv1/scaled")).contains("conv1");
    assertThat(owners.of("conv1.act_nchwc")).contains("conv1.act");
    assertThat(owners.of("conv11_token_17")).contains("conv11");
    assertThat(owners.of("fused conv1.act")).contains("conv1.act");
    assertThat(owners.of("conv1/MatMulScaleFusion/")).contains("conv1");
    assertThat(owners.of("a_token")).contains("a_token");
    assertThat(owners.of("conv12")).isEmpty();
    assertThat(owners.of("ReorderInput_token_3")).isEmpty();
  }

  @Test
  void whatWasMergedIsFoundByWhatReadsWhat() {
    assertThat(MergedOperations.of(WIRING, Set.of("conv1.act", "conv2", "half.1", "last")))
        .isEqualTo(
            Map.of(
                "conv1.act", List.of("conv1", "conv1.act"),
                "conv2", List.of("conv2", "sum"),
                "half.1", List.of("half.0", "half.1"),
                "last", List.of("last")));
  }

  @Test
  void operationsThatWereAllMergedIntoALaterOneAreFoundThere() {
    assertThat(MergedOperations.of(WIRING, Set.of("sum", "last")))
        .isEqualTo(
            Map.of(
                "sum", List.of("conv1", "conv1.act", "conv2", "sum", "half.0", "half.1"),
                "last", List.of("last")));
    assertThat(MergedOperations.of(WIRING, Set.of("conv1")))
        .isEqualTo(
            Map.of(
                "conv1",
                List.of("conv1", "conv1.act", "conv2", "sum", "half.0", "half.1", "last")));
  }

  @Test
  void stepsCarryTheBytesOfTheirNodesAndTheTimesOfEachPass() {
    List<NodeTime> first =
        List.of(
            new NodeTime("ReorderInput_token_1", "ReorderInput", 2, 128, 0, 128),
            new NodeTime("conv1.act_nchwc", "Conv", 9, 128, 24, 128),
            new NodeTime("conv2_nchwc", "Conv", 7, 256, 24, 128),
            new NodeTime("ReorderOutput_token_9", "ReorderOutput", 1, 128, 0, 128),
            new NodeTime("half.1/split", "Split", 3, 128, 0, 128),
            new NodeTime("last/rows", "Reshape", 1, 64, 8, 64),
            new NodeTime("last", "Add", 2, 128, 0, 64));
    List<NodeTime> second = first.stream().map(NodesTest::later).toList();

    List<OnnxStep> steps = StepBuilder.steps(WIRING, List.of(first, second));

    assertThat(steps)
        .extracting(OnnxStep::name)
        .containsExactly(
            "reorder before conv1.act",
            "conv1.act",
            "conv2",
            "reorder after conv2",
            "half.1",
            "last");
    assertThat(steps)
        .extracting(OnnxStep::kind)
        .containsExactly(
            OperationKind.COPY,
            OperationKind.CONVOLUTION_1X1,
            OperationKind.CONVOLUTION_1X1,
            OperationKind.COPY,
            OperationKind.COPY,
            OperationKind.ADDITION);
    assertThat(steps.get(2))
        .isEqualTo(
            new OnnxStep(
                "conv2",
                List.of("conv2", "sum"),
                OperationKind.CONVOLUTION_1X1,
                256 + 24,
                24,
                128,
                List.of(7500L, 17_500L)));
    assertThat(steps.get(5).bytesRead()).isEqualTo(128);
    assertThat(steps.get(5).nanoseconds()).containsExactly(1500L + 2500, 11_500L + 12_500);
  }

  @Test
  void weightsThatTheProfileDoesNotShowAreThoseOfTheNetwork() {
    List<NodeTime> pass = List.of(new NodeTime("conv1", "Conv", 1, 128, 8, 128));

    OnnxStep step = StepBuilder.steps(WIRING, List.of(pass)).get(0);

    // Two convolutions of 2 × 2 weights and 2 biases.
    assertThat(step.weightBytes()).isEqualTo(2 * 4 * (4 + 2));
    assertThat(step.bytesRead()).isEqualTo(128 + step.weightBytes());
  }

  @Test
  void passesOfDifferentNodesAreRefused() {
    NodeTime one = new NodeTime("conv1", "Conv", 1, 1, 1, 1);
    NodeTime other = new NodeTime("conv2", "Conv", 1, 1, 1, 1);

    assertThatThrownBy(() -> StepBuilder.steps(WIRING, List.of(List.of(one), List.of(other))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProfileIsReadPassByPass() throws IOException {
    String node =
        "{'cat':'Node','name':'%s_kernel_time','dur':%d,'args':{'op_name':'Conv',"
            + "'activation_size':'128','parameter_size':'24','output_size':'64'}}";
    String run = "{'cat':'Session','name':'model_run','dur':99,'args':{}}";
    String text =
        "[{'cat':'Session','name':'session_initialization','dur':5,'args':{}},%s,%s,%s,%s,%s]"
            .formatted(
                node.formatted("a", 3), node.formatted("b", 4), run, node.formatted("a", 5), run)
            .replace('\'', '"');

    List<List<NodeTime>> passes = NodeProfile.read(new StringReader(text));

    assertThat(passes).hasSize(2);
    assertThat(passes.get(0)).extracting(NodeTime::node).containsExactly("a", "b");
    assertThat(passes.get(1)).containsExactly(new NodeTime("a", "Conv", 5, 128, 24, 64));
    assertThatThrownBy(() -> NodeProfile.read(new StringReader("[{\"name\":\"model_run\"}]")))
        .isInstanceOf(JsonParseException.class);
  }

  private static NodeTime later(NodeTime node) {
    return new NodeTime(
        node.node(),
        node.operator(),
        node.microseconds() + 10,
        node.activationBytes(),
        node.parameterBytes(),
        node.outputBytes());
  }
}
