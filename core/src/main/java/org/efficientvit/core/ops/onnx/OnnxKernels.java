package org.efficientvit.core.ops.onnx;

import static java.util.Objects.requireNonNull;
import static org.efficientvit.core.ops.onnx.Attributes.integer;
import static org.efficientvit.core.ops.onnx.Attributes.integers;
import static org.efficientvit.core.ops.onnx.Attributes.number;
import static org.efficientvit.core.ops.onnx.Attributes.string;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Add;
import org.efficientvit.core.ops.Average;
import org.efficientvit.core.ops.BatchNorm;
import org.efficientvit.core.ops.Concat;
import org.efficientvit.core.ops.Convolution;
import org.efficientvit.core.ops.EverySecond;
import org.efficientvit.core.ops.Flatten;
import org.efficientvit.core.ops.Gate;
import org.efficientvit.core.ops.GlobalPool;
import org.efficientvit.core.ops.Grid;
import org.efficientvit.core.ops.Kernels;
import org.efficientvit.core.ops.LayerNorm;
import org.efficientvit.core.ops.Linear;
import org.efficientvit.core.ops.MatMul;
import org.efficientvit.core.ops.MergeHeads;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.PositionBias;
import org.efficientvit.core.ops.PositionEmbedding;
import org.efficientvit.core.ops.PrependToken;
import org.efficientvit.core.ops.Residual;
import org.efficientvit.core.ops.Slice;
import org.efficientvit.core.ops.Softmax;
import org.efficientvit.core.ops.SplitHeads;
import org.efficientvit.core.ops.TakeToken;
import org.efficientvit.core.ops.Tokens;
import org.efficientvit.core.ops.TransposedConvolution;
import org.efficientvit.core.ops.Unwindow;
import org.efficientvit.core.ops.Upsample;
import org.efficientvit.core.ops.Windows;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;

/**
 * Writes each operation as nodes. The last bears the operation's name, those before it the name, a
 * stroke and what they do.
 *
 * <p>Feature maps are (B, C, H, W) and tokens (B, N, C). In the target of a reshape 0 keeps an
 * extent and −1 takes what is left, so that the number of images stays open.
 */
final class OnnxKernels implements Kernels<GraphValue> {

  private static final int MAPS = 4;

  private final OnnxGraph graph;
  private final Map<String, Tensor> weights;

  OnnxKernels(OnnxGraph graph, Map<String, Tensor> weights) {
    this.graph = graph;
    this.weights = weights;
  }

  @Override
  public GraphValue convolution(Convolution operation, GraphValue x) {
    List<String> inputs = new ArrayList<>(List.of(x.name(), weight(operation.weight())));
    String bias = operation.bias();
    if (bias != null) {
      inputs.add(weight(bias));
    }
    int kernel = operation.kernel();
    int stride = operation.stride();
    int padding = operation.padding();
    String result =
        graph.node(
            "Conv",
            operation.name(),
            inputs,
            integers("kernel_shape", kernel, kernel),
            integers("strides", stride, stride),
            integers("pads", padding, padding, padding, padding),
            integer("group", operation.groups()));
    return value(operation, result, x);
  }

  @Override
  public GraphValue transposedConvolution(TransposedConvolution operation, GraphValue x) {
    int patch = TransposedConvolution.PATCH;
    List<String> inputs = List.of(x.name(), weight(operation.weight()), weight(operation.bias()));
    String result =
        graph.node(
            "ConvTranspose",
            operation.name(),
            inputs,
            integers("kernel_shape", patch, patch),
            integers("strides", patch, patch));
    return value(operation, result, x);
  }

  @Override
  public GraphValue upsample(Upsample operation, GraphValue x) {
    String name = operation.name();
    int height = 2 * x.shape().dimension(2);
    int width = 2 * x.shape().dimension(3);
    boolean whole = height == operation.height() && width == operation.width();
    String fine =
        graph.node(
            "Resize",
            whole ? name : name + "/whole",
            List.of(x.name(), "", scales(name)),
            string("mode", "nearest"),
            string("coordinate_transformation_mode", "asymmetric"),
            string("nearest_mode", "floor"));
    if (!whole) {
      String rows = graph.slice(name + "/rows", fine, 2, 0, operation.height());
      fine = graph.slice(name, rows, 3, 0, operation.width());
    }
    return value(operation, fine, x);
  }

  private String scales(String name) {
    return graph.initializer(
        name + "/scales", new Tensor(Shape.of(MAPS), new float[] {1, 1, 2, 2}));
  }

  /** As the largest of single cells, which one node takes. */
  @Override
  public GraphValue everySecond(EverySecond operation, GraphValue x) {
    return node(
        "MaxPool",
        operation,
        List.of(x),
        integers("kernel_shape", 1, 1),
        integers("strides", 2, 2));
  }

  @Override
  public GraphValue batchNorm(BatchNorm operation, GraphValue x) {
    List<String> inputs =
        List.of(
            x.name(),
            weight(operation.weight()),
            weight(operation.bias()),
            weight(operation.runningMean()),
            weight(operation.runningVariance()));
    AttributeProto epsilon = number("epsilon", operation.epsilon());
    return value(operation, graph.node("BatchNormalization", operation.name(), inputs, epsilon), x);
  }

  /** Maps are turned so that a token's channels lie last, which the operator asks for. */
  @Override
  public GraphValue layerNorm(LayerNorm operation, GraphValue x) {
    String name = operation.name();
    boolean maps = x.shape().rank() == MAPS;
    String rows = maps ? graph.transpose(name + "/tokens", x.name(), 0, 2, 3, 1) : x.name();
    List<String> inputs = List.of(rows, weight(operation.weight()), weight(operation.bias()));
    String normalised =
        graph.node(
            "LayerNormalization",
            maps ? name + "/normalised" : name,
            inputs,
            integer("axis", -1),
            number("epsilon", operation.epsilon()));
    String result = maps ? graph.transpose(name, normalised, 0, 3, 1, 2) : normalised;
    return value(operation, result, x);
  }

  @Override
  public GraphValue linear(Linear operation, GraphValue x) {
    String matrix = weight(operation.weight());
    String bias = weight(operation.bias());
    String name = operation.name();
    if (x.shape().rank() == 2) {
      List<String> inputs = List.of(x.name(), matrix, bias);
      return value(operation, graph.node("Gemm", name, inputs, integer("transB", 1)), x);
    }
    String transposed = graph.transpose(name + "/transposed", matrix, 1, 0);
    String product = graph.node("MatMul", name + "/product", List.of(x.name(), transposed));
    return value(operation, graph.node("Add", name, List.of(product, bias)), x);
  }

  @Override
  public GraphValue matMul(MatMul operation, GraphValue first, GraphValue second) {
    String name = operation.name();
    String left = first.name();
    if (operation.scale() != 1) {
      String scale = constant(name + "/scale", operation.scale());
      left = graph.node("Mul", name + "/scaled", List.of(left, scale));
    }
    String right = second.name();
    if (operation.transposeSecond()) {
      right = graph.transpose(name + "/transposed", right, 0, 2, 1);
    }
    return value(operation, graph.node("MatMul", name, List.of(left, right)), first, second);
  }

  /** The table goes into the model as it is; whoever loads it can look the pairs up once. */
  @Override
  public GraphValue positionBias(PositionBias operation, GraphValue scores) {
    String name = operation.name();
    String table = weight(operation.table());
    String head = graph.initializer(name + "/head", new long[] {operation.head()}, 1);
    String row = graph.node("Gather", name + "/row", List.of(table, head), integer("axis", 0));
    String pairs =
        graph.node("Gather", name + "/pairs", List.of(row, places(operation)), integer("axis", 1));
    return value(operation, graph.node("Add", name, List.of(scores.name(), pairs)), scores);
  }

  /** Where each pair of tokens stands in a head's row, once for all windows of one size. */
  private String places(PositionBias operation) {
    String name = "position_pairs/" + operation.side();
    if (graph.has(name)) {
      return name;
    }
    long tokens = (long) operation.side() * operation.side();
    long[] indices = Arrays.stream(operation.indices()).asLongStream().toArray();
    return graph.initializer(name, indices, tokens, tokens);
  }

  @Override
  public GraphValue softmax(Softmax operation, GraphValue scores) {
    return node("Softmax", operation, List.of(scores), integer("axis", -1));
  }

  @Override
  public GraphValue activation(Activation operation, GraphValue x) {
    return switch (operation.function()) {
      case RELU -> node("Relu", operation, List.of(x));
      case RELU6 -> relu6(operation, x);
      case SIGMOID -> node("Sigmoid", operation, List.of(x));
      case HARD_SIGMOID ->
          node("HardSigmoid", operation, List.of(x), number("alpha", 1 / 6.0), number("beta", 0.5));
      case SILU -> silu(operation, x);
      case HARD_SWISH -> node("HardSwish", operation, List.of(x));
      case GELU -> gelu(operation, x);
    };
  }

  private GraphValue relu6(Activation operation, GraphValue x) {
    String name = operation.name();
    List<String> inputs =
        List.of(x.name(), constant(name + "/smallest", 0), constant(name + "/largest", 6));
    return value(operation, graph.node("Clip", name, inputs), x);
  }

  private GraphValue silu(Activation operation, GraphValue x) {
    String name = operation.name();
    String gate = graph.node("Sigmoid", name + "/gate", List.of(x.name()));
    return value(operation, graph.node("Mul", name, List.of(x.name(), gate)), x);
  }

  /** As x/√2, erf, + 1, · x, · ½, the form that ONNX Runtime knows and merges. */
  private GraphValue gelu(Activation operation, GraphValue x) {
    String name = operation.name();
    String scaled =
        graph.node(
            "Div", name + "/scaled", List.of(x.name(), constant(name + "/root", Math.sqrt(2))));
    String erf = graph.node("Erf", name + "/erf", List.of(scaled));
    String gate = graph.node("Add", name + "/gate", List.of(erf, constant(name + "/one", 1)));
    String product = graph.node("Mul", name + "/product", List.of(x.name(), gate));
    String half = constant(name + "/half", 0.5);
    return value(operation, graph.node("Mul", name, List.of(product, half)), x);
  }

  private String constant(String name, double number) {
    return graph.initializer(name, new Tensor(Shape.of(), new float[] {(float) number}));
  }

  @Override
  public GraphValue add(Add operation, GraphValue first, GraphValue second) {
    return node("Add", operation, List.of(first, second));
  }

  @Override
  public GraphValue residual(Residual operation, GraphValue x, GraphValue branch) {
    return node("Add", operation, List.of(x, branch));
  }

  @Override
  public GraphValue gate(Gate operation, GraphValue x, GraphValue factors) {
    return node("Mul", operation, List.of(x, factors));
  }

  @Override
  public GraphValue average(Average operation, GraphValue first, GraphValue second) {
    return node("Mean", operation, List.of(first, second));
  }

  @Override
  public GraphValue globalPool(GlobalPool operation, GraphValue x) {
    return node("GlobalAveragePool", operation, List.of(x));
  }

  @Override
  public GraphValue flatten(Flatten operation, GraphValue x) {
    return node("Flatten", operation, List.of(x), integer("axis", 1));
  }

  @Override
  public GraphValue slice(Slice operation, GraphValue x) {
    int axis = x.shape().rank() == MAPS ? 1 : 2;
    String result = graph.slice(operation.name(), x.name(), axis, operation.from(), operation.to());
    return value(operation, result, x);
  }

  @Override
  public GraphValue concat(Concat operation, List<GraphValue> parts) {
    return node("Concat", operation, parts, integer("axis", 1));
  }

  @Override
  public GraphValue tokens(Tokens operation, GraphValue x) {
    String rows = graph.reshape(operation.name() + "/rows", x.name(), 0, 0, -1);
    return value(operation, graph.transpose(operation.name(), rows, 0, 2, 1), x);
  }

  @Override
  public GraphValue grid(Grid operation, GraphValue tokens) {
    String channels = graph.transpose(operation.name() + "/channels", tokens.name(), 0, 2, 1);
    String maps =
        graph.reshape(operation.name(), channels, 0, 0, operation.height(), operation.width());
    return value(operation, maps, tokens);
  }

  @Override
  public GraphValue windows(Windows operation, GraphValue x) {
    WindowGrid grid = operation.grid();
    String name = operation.name();
    int side = grid.side();
    String padded = grid.isPadded() ? paddedWindows(operation, x) : x.name();
    String parts =
        graph.reshape(name + "/parts", padded, 0, 0, grid.rows(), side, grid.columns(), side);
    String ordered = graph.transpose(name + "/ordered", parts, 0, 2, 4, 1, 3, 5);
    int channels = x.shape().dimension(1);
    return value(operation, graph.reshape(name, ordered, -1, channels, side, side), x);
  }

  /** Zeros below and to the right. */
  private String paddedWindows(Windows operation, GraphValue x) {
    WindowGrid grid = operation.grid();
    long below = (long) grid.paddedHeight() - grid.height();
    long right = (long) grid.paddedWidth() - grid.width();
    return graph.pad(operation.name() + "/padded", x.name(), 0, 0, 0, 0, 0, 0, below, right);
  }

  @Override
  public GraphValue unwindow(Unwindow operation, GraphValue windows) {
    WindowGrid grid = operation.grid();
    String name = operation.name();
    int side = grid.side();
    int channels = windows.shape().dimension(1);
    String parts =
        graph.reshape(
            name + "/parts", windows.name(), -1, grid.rows(), grid.columns(), channels, side, side);
    String ordered = graph.transpose(name + "/ordered", parts, 0, 3, 1, 4, 2, 5);
    String whole = grid.isPadded() ? name + "/whole" : name;
    String maps =
        graph.reshape(whole, ordered, 0, channels, grid.paddedHeight(), grid.paddedWidth());
    if (grid.isPadded()) {
      String rows = graph.slice(name + "/rows", maps, 2, 0, grid.height());
      maps = graph.slice(name, rows, 3, 0, grid.width());
    }
    return value(operation, maps, windows);
  }

  /**
   * A sum of the tokens behind a zero and of the learned one before zeros, which needs no number of
   * images.
   */
  @Override
  public GraphValue prependToken(PrependToken operation, GraphValue tokens) {
    String name = operation.name();
    int count = tokens.shape().dimension(1);
    String behind = graph.pad(name + "/behind", tokens.name(), 0, 1, 0, 0, 0, 0);
    String before = graph.pad(name + "/before", weight(operation.token()), 0, 0, 0, 0, count, 0);
    return value(operation, graph.node("Add", name, List.of(behind, before)), tokens);
  }

  @Override
  public GraphValue positionEmbedding(PositionEmbedding operation, GraphValue tokens) {
    List<String> inputs = List.of(tokens.name(), weight(operation.embedding()));
    return value(operation, graph.node("Add", operation.name(), inputs), tokens);
  }

  @Override
  public GraphValue splitHeads(SplitHeads operation, GraphValue tokens) {
    String name = operation.name();
    Shape one = operation.output(List.of(tokens.shape()));
    String parts =
        graph.reshape(name + "/parts", tokens.name(), 0, 0, operation.heads(), one.dimension(2));
    String ordered = graph.transpose(name + "/ordered", parts, 0, 2, 1, 3);
    String heads = graph.reshape(name, ordered, -1, one.dimension(1), one.dimension(2));
    return value(operation, heads, tokens);
  }

  @Override
  public GraphValue mergeHeads(MergeHeads operation, GraphValue heads) {
    String name = operation.name();
    Shape each = heads.shape();
    String parts =
        graph.reshape(
            name + "/parts",
            heads.name(),
            -1,
            operation.heads(),
            each.dimension(1),
            each.dimension(2));
    String ordered = graph.transpose(name + "/ordered", parts, 0, 2, 1, 3);
    return value(operation, graph.reshape(name, ordered, 0, 0, -1), heads);
  }

  @Override
  public GraphValue takeToken(TakeToken operation, GraphValue tokens) {
    String name = operation.name();
    String index = graph.initializer(name + "/index", new long[] {operation.index()});
    String one = graph.node("Gather", name, List.of(tokens.name(), index), integer("axis", 1));
    return value(operation, one, tokens);
  }

  /** An operation that is one node and reads nothing but its arguments. */
  private GraphValue node(
      String operator,
      Operation operation,
      List<GraphValue> arguments,
      AttributeProto... attributes) {
    List<String> inputs = arguments.stream().map(GraphValue::name).toList();
    String result = graph.node(operator, operation.name(), inputs, attributes);
    return value(operation, result, arguments.toArray(GraphValue[]::new));
  }

  private static GraphValue value(Operation operation, String result, GraphValue... arguments) {
    List<Shape> shapes = Arrays.stream(arguments).map(GraphValue::shape).toList();
    return new GraphValue(result, operation.output(shapes));
  }

  private String weight(String name) {
    return graph.has(name)
        ? name
        : graph.initializer(name, requireNonNull(weights.get(name), name));
  }
}
