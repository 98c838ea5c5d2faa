package org.efficientvit.core.ops.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/**
 * A graph that grows node by node. A node has one result, which bears the node's name.
 *
 * <p>The number of images is left open: it is the dimension {@value #BATCH}.
 */
final class OnnxGraph {

  static final String BATCH = "batch";

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Set<String> names = new HashSet<>();

  OnnxGraph(String name) {
    graph.setName(name);
  }

  GraphProto build() {
    return graph.build();
  }

  GraphValue input(String name, Shape shape) {
    GraphValue value = new GraphValue(claim(name), shape);
    graph.addInput(info(value));
    return value;
  }

  /** Gives a value out of the graph under a name of its own; it may be read inside too. */
  GraphValue output(String name, GraphValue value) {
    GraphValue output =
        new GraphValue(node("Identity", name, List.of(value.name())), value.shape());
    graph.addOutput(info(output));
    return output;
  }

  /**
   * Adds a node of ONNX's own operators.
   *
   * @param inputs values or initializers that are there already; an empty name leaves one out
   * @return the name of its result
   */
  String node(String operator, String name, List<String> inputs, AttributeProto... attributes) {
    for (String input : inputs) {
      if (!input.isEmpty() && !names.contains(input)) {
        throw new IllegalArgumentException(name + " reads " + input + ", which is not there");
      }
    }
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(claim(name))
            .addAllInput(inputs)
            .addOutput(name)
            .addAllAttribute(List.of(attributes)));
    return name;
  }

  /**
   * The same numbers under another shape.
   *
   * @param target extents; 0 keeps the input's at that place, −1 takes what is left
   */
  String reshape(String name, String input, long... target) {
    String shape = initializer(name + "/shape", target, target.length);
    return node("Reshape", name, List.of(input, shape));
  }

  String transpose(String name, String input, long... order) {
    return node("Transpose", name, List.of(input), Attributes.integers("perm", order));
  }

  /** What stands from one place, until before another, along one axis. */
  String slice(String name, String input, long axis, long from, long to) {
    return node(
        "Slice",
        name,
        List.of(
            input,
            initializer(name + "/from", new long[] {from}, 1),
            initializer(name + "/to", new long[] {to}, 1),
            initializer(name + "/axis", new long[] {axis}, 1)));
  }

  /**
   * Zeros around.
   *
   * @param counts how many, along each axis before the input, then along each behind it
   */
  String pad(String name, String input, long... counts) {
    return node("Pad", name, List.of(input, initializer(name + "/pads", counts, counts.length)));
  }

  /** Whether something bears this name. */
  boolean has(String name) {
    return names.contains(name);
  }

  /** Adds numbers that are part of the model. */
  String initializer(String name, Tensor tensor) {
    ByteBuffer bytes = littleEndian(tensor.elements(), Float.BYTES);
    bytes.asFloatBuffer().put(tensor.values());
    return initializer(name, TensorProto.DataType.FLOAT, tensor.shape().toLongArray(), bytes);
  }

  /**
   * Adds whole numbers that are part of the model: a row of extents or axes, or indices.
   *
   * @param dimensions their shape
   */
  String initializer(String name, long[] values, long... dimensions) {
    ByteBuffer bytes = littleEndian(values.length, Long.BYTES);
    bytes.asLongBuffer().put(values);
    return initializer(name, TensorProto.DataType.INT64, dimensions, bytes);
  }

  private String initializer(
      String name, TensorProto.DataType type, long[] dimensions, ByteBuffer bytes) {
    // Nobody writes to the bytes any more, so that they need no copy.
    ByteString raw = UnsafeByteOperations.unsafeWrap(bytes);
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(claim(name)).setDataType(type.getNumber()).setRawData(raw);
    for (long dimension : dimensions) {
      tensor.addDims(dimension);
    }
    graph.addInitializer(tensor);
    return name;
  }

  private static ByteBuffer littleEndian(int count, int size) {
    return ByteBuffer.allocate(Math.multiplyExact(count, size)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String claim(String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("two values of the graph are called " + name);
    }
    return name;
  }

  private static ValueInfoProto info(GraphValue value) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int axis = 0; axis < value.shape().rank(); axis++) {
      int extent = value.shape().dimension(axis);
      if (axis > 0) {
        shape.addDimBuilder().setDimValue(extent);
      } else {
        shape.addDimBuilder().setDimParam(extent == 1 ? BATCH : BATCH + "_x" + extent);
      }
    }
    return ValueInfoProto.newBuilder()
        .setName(value.name())
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(shape)))
        .build();
  }
}
