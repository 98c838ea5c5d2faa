package org.efficientvit.core.ops.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the ONNX standard asks of a model, for the operators that are used here (opset 17). */
final class OnnxRules {

  /** How many inputs an operator takes, and its attributes with their types. */
  private record Operator(int fewest, int most, Map<String, AttributeType> attributes) {}

  private static final Map<String, Operator> OPERATORS =
      Map.ofEntries(
          Map.entry("Add", new Operator(2, 2, Map.of())),
          Map.entry(
              "BatchNormalization", new Operator(5, 5, Map.of("epsilon", AttributeType.FLOAT))),
          Map.entry("Concat", new Operator(1, 99, Map.of("axis", AttributeType.INT))),
          Map.entry("Clip", new Operator(3, 3, Map.of())),
          Map.entry(
              "Conv",
              new Operator(
                  2,
                  3,
                  Map.of(
                      "kernel_shape",
                      AttributeType.INTS,
                      "strides",
                      AttributeType.INTS,
                      "pads",
                      AttributeType.INTS,
                      "group",
                      AttributeType.INT))),
          Map.entry("Div", new Operator(2, 2, Map.of())),
          Map.entry("Erf", new Operator(1, 1, Map.of())),
          Map.entry("Flatten", new Operator(1, 1, Map.of("axis", AttributeType.INT))),
          Map.entry("Gather", new Operator(2, 2, Map.of("axis", AttributeType.INT))),
          Map.entry("Gemm", new Operator(3, 3, Map.of("transB", AttributeType.INT))),
          Map.entry("GlobalAveragePool", new Operator(1, 1, Map.of())),
          Map.entry(
              "HardSigmoid",
              new Operator(
                  1, 1, Map.of("alpha", AttributeType.FLOAT, "beta", AttributeType.FLOAT))),
          Map.entry("HardSwish", new Operator(1, 1, Map.of())),
          Map.entry("Identity", new Operator(1, 1, Map.of())),
          Map.entry(
              "LayerNormalization",
              new Operator(
                  3, 3, Map.of("axis", AttributeType.INT, "epsilon", AttributeType.FLOAT))),
          Map.entry("MatMul", new Operator(2, 2, Map.of())),
          Map.entry("Mean", new Operator(1, 99, Map.of())),
          Map.entry("Mul", new Operator(2, 2, Map.of())),
          Map.entry("Pad", new Operator(2, 2, Map.of())),
          Map.entry("Relu", new Operator(1, 1, Map.of())),
          Map.entry("Reshape", new Operator(2, 2, Map.of())),
          Map.entry("Sigmoid", new Operator(1, 1, Map.of())),
          Map.entry("Slice", new Operator(4, 4, Map.of())),
          Map.entry("Softmax", new Operator(1, 1, Map.of("axis", AttributeType.INT))),
          Map.entry("Transpose", new Operator(1, 1, Map.of("perm", AttributeType.INTS))));

  private OnnxRules() {}

  static void check(ModelProto model) {
    assertThat(model.getIrVersion()).isEqualTo(8);
    assertThat(model.getOpsetImportList())
        .singleElement()
        .satisfies(
            operators -> {
              assertThat(operators.getDomain()).isEmpty();
              assertThat(operators.getVersion()).isEqualTo(17);
            });
    check(model.getGraph());
  }

  private static void check(GraphProto graph) {
    assertThat(graph.getName()).isNotEmpty();
    Set<String> there = new HashSet<>();
    Set<String> unread = new HashSet<>();
    for (ValueInfoProto input : graph.getInputList()) {
      checkOpenBatch(input);
      define(input.getName(), there, unread);
    }
    for (TensorProto initializer : graph.getInitializerList()) {
      checkNumbers(initializer);
      define(initializer.getName(), there, unread);
    }
    Set<String> nodes = new HashSet<>();
    for (NodeProto node : graph.getNodeList()) {
      assertThat(nodes.add(node.getName())).as(node.getName()).isTrue();
      checkOperator(node);
      assertThat(there).as(node.getName()).containsAll(node.getInputList());
      unread.removeAll(node.getInputList());
      assertThat(node.getOutputList()).isEqualTo(List.of(node.getName()));
      define(node.getName(), there, unread);
    }
    for (ValueInfoProto output : graph.getOutputList()) {
      checkOpenBatch(output);
      assertThat(unread.remove(output.getName())).as(output.getName()).isTrue();
    }
    assertThat(unread).isEmpty();
  }

  private static void define(String name, Set<String> there, Set<String> unread) {
    assertThat(name).isNotEmpty();
    assertThat(there.add(name)).as("%s is there once", name).isTrue();
    unread.add(name);
  }

  private static void checkOperator(NodeProto node) {
    assertThat(OPERATORS).containsKey(node.getOpType());
    assertThat(node.getDomain()).isEmpty();
    Operator operator = OPERATORS.get(node.getOpType());
    assertThat(node.getInputCount()).as(node.getName()).isBetween(operator.fewest, operator.most);
    Set<String> attributes = new HashSet<>();
    for (AttributeProto attribute : node.getAttributeList()) {
      assertThat(attribute.getType())
          .as("%s.%s", node.getName(), attribute.getName())
          .isEqualTo(operator.attributes.get(attribute.getName()));
      attributes.add(attribute.getName());
    }
    assertThat(attributes).hasSize(node.getAttributeCount());
  }

  private static void checkNumbers(TensorProto tensor) {
    long elements =
        tensor.getDimsList().stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
    boolean floats = tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE;
    assertThat(floats || tensor.getDataType() == TensorProto.DataType.INT64_VALUE).isTrue();
    assertThat((long) tensor.getRawData().size())
        .as(tensor.getName())
        .isEqualTo(elements * (floats ? Float.BYTES : Long.BYTES));
  }

  private static void checkOpenBatch(ValueInfoProto info) {
    TypeProto.Tensor type = info.getType().getTensorType();
    assertThat(type.getElemType()).isEqualTo(TensorProto.DataType.FLOAT_VALUE);
    assertThat(type.getShape().getDim(0).getDimParam()).startsWith("batch");
    for (int axis = 1; axis < type.getShape().getDimCount(); axis++) {
      assertThat(type.getShape().getDim(axis).getDimValue()).isPositive();
    }
  }
}
