package org.efficientvit.core.ops.script;

import static java.util.Objects.requireNonNull;
import static org.efficientvit.core.ops.script.ScriptCode.list;
import static org.efficientvit.core.ops.script.ScriptCode.number;

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
import org.jspecify.annotations.Nullable;

/**
 * Writes each operation as statements: products and what lies between them in bfloat16, and in 32
 * bits what is small or loses by it, which is attention from the position bias to softmax,
 * normalisation, pooling and the classifier.
 *
 * <p>Feature maps lie as (B, H, W, C) and tokens as (B, N, C). In a reshape −1 takes what is left,
 * so that the number of images stays open.
 */
final class ScriptKernels implements Kernels<ScriptValue> {

  private static final int MAPS = 4;
  private static final int CHANNELS = 3;
  private static final int TOKEN_CHANNELS = 2;
  private static final int REST = -1;

  private final ScriptCode code;
  private final Map<String, Tensor> weights;

  ScriptKernels(ScriptCode code, Map<String, Tensor> weights) {
    this.code = code;
    this.weights = weights;
  }

  /** Pictures (B, C, H, W) in 32 bits as they come in. */
  ScriptValue input(Shape shape) {
    return new ScriptValue(code.permute(ScriptCode.INPUT, 0, 2, 3, 1), shape, true);
  }

  @Override
  public ScriptValue convolution(Convolution operation, ScriptValue x) {
    String bias = operation.bias() == null ? "None" : narrow(operation.bias());
    if (operation.isPointwise()) {
      Tensor kernel = weight(operation.weight()).reshape(operation.out(), operation.in());
      String matrix = code.constant(new ScriptConstant(kernel, false));
      String tokens = rows(narrow(x), matrix, bias, operation.in());
      Shape shape = x.shape();
      String maps =
          code.reshape(tokens, REST, shape.dimension(2), shape.dimension(3), operation.out());
      return narrow(operation, maps, x);
    }
    String maps =
        code.call(
            "conv2d",
            channelsFirst(narrow(x)),
            narrow(operation.weight()),
            bias,
            list(operation.stride(), operation.stride()),
            list(operation.padding(), operation.padding()),
            list(1, 1),
            operation.groups());
    return narrow(operation, channelsLast(maps), x);
  }

  /**
   * A linear layer on rows of numbers. PyTorch takes one on more dimensions for a product of many
   * matrices when the rows do not lie evenly, and copies the weights for each.
   */
  private String rows(String x, String matrix, String bias, int in) {
    return code.call("linear", code.reshape(x, REST, in), matrix, bias);
  }

  private String channelsFirst(String maps) {
    return code.permute(maps, 0, 3, 1, 2);
  }

  private String channelsLast(String maps) {
    return code.permute(maps, 0, 2, 3, 1);
  }

  @Override
  public ScriptValue transposedConvolution(TransposedConvolution operation, ScriptValue x) {
    int patch = TransposedConvolution.PATCH;
    String maps =
        code.call(
            "conv_transpose2d",
            channelsFirst(narrow(x)),
            narrow(operation.weight()),
            narrow(operation.bias()),
            list(patch, patch),
            list(0, 0),
            list(0, 0),
            1,
            list(1, 1));
    return narrow(operation, channelsLast(maps), x);
  }

  @Override
  public ScriptValue upsample(Upsample operation, ScriptValue x) {
    String maps =
        code.call(
            "upsample_nearest2d",
            channelsFirst(x.name()),
            list(operation.height(), operation.width()),
            "None",
            "None");
    return moved(operation, channelsLast(maps), x);
  }

  @Override
  public ScriptValue everySecond(EverySecond operation, ScriptValue x) {
    Shape shape = x.shape();
    String rows = code.call("slice", x.name(), 1, 0, shape.dimension(2), 2);
    return moved(operation, code.call("slice", rows, 2, 0, shape.dimension(3), 2), x);
  }

  @Override
  public ScriptValue batchNorm(BatchNorm operation, ScriptValue x) {
    boolean maps = x.shape().rank() == MAPS;
    String input = maps ? channelsFirst(wide(x)) : wide(x);
    String result =
        code.call(
            "batch_norm",
            input,
            wide(operation.weight()),
            wide(operation.bias()),
            wide(operation.runningMean()),
            wide(operation.runningVariance()),
            "False",
            number(0),
            number(operation.epsilon()),
            "False");
    return wide(operation, maps ? channelsLast(result) : result, x);
  }

  @Override
  public ScriptValue layerNorm(LayerNorm operation, ScriptValue x) {
    String result =
        code.call(
            "layer_norm",
            wide(x),
            list(operation.channels()),
            wide(operation.weight()),
            wide(operation.bias()),
            number(operation.epsilon()),
            "False");
    return wide(operation, result, x);
  }

  /** The classifier's answer is read as it is: it keeps its 32 bits. */
  @Override
  public ScriptValue linear(Linear operation, ScriptValue x) {
    if (x.shape().rank() == 2) {
      String matrix = wide(operation.weight());
      return wide(operation, code.call("linear", wide(x), matrix, wide(operation.bias())), x);
    }
    String matrix = narrow(operation.weight());
    String rows = rows(narrow(x), matrix, narrow(operation.bias()), operation.in());
    return narrow(operation, code.reshape(rows, REST, x.shape().dimension(1), operation.out()), x);
  }

  /** Products of windows are too small to gain: in bfloat16 they took nine times as long. */
  @Override
  public ScriptValue matMul(MatMul operation, ScriptValue first, ScriptValue second) {
    String left = wide(first);
    if (operation.scale() != 1) {
      left = code.call("mul", left, number(operation.scale()));
    }
    String right = wide(second);
    if (operation.transposeSecond()) {
      right = code.call("transpose", right, 1, 2);
    }
    return wide(operation, code.call("bmm", left, right), first, second);
  }

  @Override
  public ScriptValue positionBias(PositionBias operation, ScriptValue scores) {
    Tensor table = weight(operation.table());
    int row = operation.head() * table.shape().dimension(1);
    int[] places = operation.indices();
    float[] biases = new float[places.length];
    for (int pair = 0; pair < places.length; pair++) {
      biases[pair] = table.values()[row + places[pair]];
    }
    int tokens = operation.side() * operation.side();
    Tensor each = new Tensor(Shape.of(1, tokens, tokens), biases);
    String constant = code.constant(new ScriptConstant(each, true));
    return wide(operation, code.call("add", scores.name(), constant), scores);
  }

  @Override
  public ScriptValue softmax(Softmax operation, ScriptValue scores) {
    return wide(operation, code.call("softmax", wide(scores), -1), scores);
  }

  @Override
  public ScriptValue activation(Activation operation, ScriptValue x) {
    String result =
        switch (operation.function()) {
          case RELU -> code.call("relu", x.name());
          case RELU6 -> code.call("hardtanh", x.name(), number(0), number(6));
          case SIGMOID -> code.call("sigmoid", x.name());
          case HARD_SIGMOID -> code.call("hardsigmoid", x.name());
          case SILU -> code.call("silu", x.name());
          case HARD_SWISH -> code.call("hardswish", x.name());
          case GELU -> code.call("gelu", x.name());
        };
    return value(operation, result, x.isWide(), x);
  }

  @Override
  public ScriptValue add(Add operation, ScriptValue first, ScriptValue second) {
    return narrow(operation, code.call("add", narrow(first), narrow(second)), first, second);
  }

  @Override
  public ScriptValue residual(Residual operation, ScriptValue x, ScriptValue branch) {
    return narrow(operation, code.call("add", narrow(x), narrow(branch)), x, branch);
  }

  @Override
  public ScriptValue gate(Gate operation, ScriptValue x, ScriptValue factors) {
    return narrow(operation, code.call("mul", narrow(x), narrow(factors)), x, factors);
  }

  @Override
  public ScriptValue average(Average operation, ScriptValue first, ScriptValue second) {
    String sum = code.call("add", wide(first), wide(second));
    return wide(operation, code.call("mul", sum, number(0.5)), first, second);
  }

  @Override
  public ScriptValue globalPool(GlobalPool operation, ScriptValue x) {
    return wide(operation, code.call("mean", wide(x), list(1, 2), "True"), x);
  }

  @Override
  public ScriptValue flatten(Flatten operation, ScriptValue x) {
    return moved(operation, code.reshape(x.name(), REST, x.shape().dimension(1)), x);
  }

  @Override
  public ScriptValue slice(Slice operation, ScriptValue x) {
    int axis = x.shape().rank() == MAPS ? CHANNELS : TOKEN_CHANNELS;
    return moved(operation, code.slice(x.name(), axis, operation.from(), operation.to()), x);
  }

  @Override
  public ScriptValue concat(Concat operation, List<ScriptValue> parts) {
    List<String> names = parts.stream().map(this::narrow).toList();
    String result = code.call("cat", "[" + String.join(", ", names) + "]", CHANNELS);
    return narrow(operation, result, parts.toArray(ScriptValue[]::new));
  }

  @Override
  public ScriptValue tokens(Tokens operation, ScriptValue x) {
    Shape shape = x.shape();
    int count = shape.dimension(2) * shape.dimension(3);
    return moved(operation, code.reshape(x.name(), REST, count, shape.dimension(1)), x);
  }

  @Override
  public ScriptValue grid(Grid operation, ScriptValue tokens) {
    int channels = tokens.shape().dimension(2);
    String maps =
        code.reshape(tokens.name(), REST, operation.height(), operation.width(), channels);
    return moved(operation, maps, tokens);
  }

  /** Zeros go below and to the right. */
  @Override
  public ScriptValue windows(Windows operation, ScriptValue x) {
    WindowGrid grid = operation.grid();
    int side = grid.side();
    int channels = x.shape().dimension(1);
    String whole = x.name();
    if (grid.isPadded()) {
      int right = grid.paddedWidth() - grid.width();
      int below = grid.paddedHeight() - grid.height();
      whole = code.call("constant_pad_nd", whole, list(0, 0, 0, right, 0, below), 0);
    }
    String parts = code.reshape(whole, REST, grid.rows(), side, grid.columns(), side, channels);
    String ordered = code.permute(parts, 0, 1, 3, 2, 4, 5);
    return moved(operation, code.reshape(ordered, REST, side, side, channels), x);
  }

  @Override
  public ScriptValue unwindow(Unwindow operation, ScriptValue windows) {
    WindowGrid grid = operation.grid();
    int side = grid.side();
    int channels = windows.shape().dimension(1);
    String parts =
        code.reshape(windows.name(), REST, grid.rows(), grid.columns(), side, side, channels);
    String ordered = code.permute(parts, 0, 1, 3, 2, 4, 5);
    String maps = code.reshape(ordered, REST, grid.paddedHeight(), grid.paddedWidth(), channels);
    if (grid.isPadded()) {
      maps = code.slice(code.slice(maps, 1, 0, grid.height()), 2, 0, grid.width());
    }
    return moved(operation, maps, windows);
  }

  @Override
  public ScriptValue prependToken(PrependToken operation, ScriptValue tokens) {
    String images = code.call("size", tokens.name(), 0);
    String extents = "[%s, 1, %d]".formatted(images, operation.width());
    String each = code.call("expand", narrow(operation.token()), extents);
    String result = code.call("cat", "[%s, %s]".formatted(each, narrow(tokens)), 1);
    return narrow(operation, result, tokens);
  }

  @Override
  public ScriptValue positionEmbedding(PositionEmbedding operation, ScriptValue tokens) {
    String result = code.call("add", narrow(tokens), narrow(operation.embedding()));
    return narrow(operation, result, tokens);
  }

  @Override
  public ScriptValue splitHeads(SplitHeads operation, ScriptValue tokens) {
    int count = tokens.shape().dimension(1);
    int width = tokens.shape().dimension(2) / operation.heads();
    String parts = code.reshape(tokens.name(), REST, count, operation.heads(), width);
    String ordered = code.permute(parts, 0, 2, 1, 3);
    return moved(operation, code.reshape(ordered, REST, count, width), tokens);
  }

  @Override
  public ScriptValue mergeHeads(MergeHeads operation, ScriptValue heads) {
    int count = heads.shape().dimension(1);
    int width = heads.shape().dimension(2);
    String parts = code.reshape(heads.name(), REST, operation.heads(), count, width);
    String ordered = code.permute(parts, 0, 2, 1, 3);
    String merged = code.reshape(ordered, REST, count, operation.heads() * width);
    return moved(operation, merged, heads);
  }

  @Override
  public ScriptValue takeToken(TakeToken operation, ScriptValue tokens) {
    return moved(operation, code.call("select", tokens.name(), 1, operation.index()), tokens);
  }

  /** A value's numbers in 32 bits. */
  String wide(ScriptValue value) {
    return value.isWide() ? value.name() : code.widened(value.name());
  }

  private String narrow(ScriptValue value) {
    return value.isWide() ? code.narrowed(value.name()) : value.name();
  }

  private String wide(String weight) {
    return code.constant(new ScriptConstant(weight(weight), true));
  }

  private String narrow(@Nullable String weight) {
    return code.constant(new ScriptConstant(weight(requireNonNull(weight)), false));
  }

  private Tensor weight(String name) {
    return requireNonNull(weights.get(name), name);
  }

  private static ScriptValue wide(Operation operation, String result, ScriptValue... inputs) {
    return value(operation, result, true, inputs);
  }

  private static ScriptValue narrow(Operation operation, String result, ScriptValue... inputs) {
    return value(operation, result, false, inputs);
  }

  /** The same numbers in other places. */
  private static ScriptValue moved(Operation operation, String result, ScriptValue input) {
    return value(operation, result, input.isWide(), input);
  }

  private static ScriptValue value(
      Operation operation, String result, boolean isWide, ScriptValue... inputs) {
    List<Shape> shapes = Arrays.stream(inputs).map(ScriptValue::shape).toList();
    return new ScriptValue(result, operation.output(shapes), isWide);
  }
}
