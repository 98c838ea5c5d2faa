package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Activation.Function;
import org.efficientvit.core.ops.EverySecond;
import org.efficientvit.core.ops.Flatten;
import org.efficientvit.core.ops.GlobalPool;
import org.efficientvit.core.ops.Grid;
import org.efficientvit.core.ops.LayerNorm;
import org.efficientvit.core.ops.Linear;
import org.efficientvit.core.ops.MergeHeads;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.PositionEmbedding;
import org.efficientvit.core.ops.PrependToken;
import org.efficientvit.core.ops.Slice;
import org.efficientvit.core.ops.SplitHeads;
import org.efficientvit.core.ops.TakeToken;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.Tokens;
import org.efficientvit.core.ops.TransposedConvolution;
import org.efficientvit.core.ops.Upsample;
import org.efficientvit.core.ops.torch.TorchNetwork.Layout;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operation by itself on every engine, against its definition. */
class OperationsOnEnginesTest {

  private static final int SIDE = 4;
  private static final int COLOURS = 3;

  /** A few operations on pictures, one after another; the mean of maps is the answer. */
  private record Chain(List<Operation> operations) implements Network {

    @Override
    public String name() {
      return "chain";
    }

    @Override
    public int imageSize() {
      return SIDE;
    }

    @Override
    public int classes() {
      return COLOURS;
    }

    @Override
    public <T> T forward(Ops<T> ops, T image) {
      T x = image;
      for (Operation operation : operations) {
        x = ops.apply(operation, x);
      }
      boolean maps = ops.shape(x).rank() == 4;
      T logits = maps ? ops.apply(new Flatten("flatten"), ops.apply(new GlobalPool("pool"), x)) : x;
      ops.tap(Tap.logits(), logits);
      return logits;
    }
  }

  /** From −8 to 8, beyond all bends of the functions. */
  private static Tensor pictures() {
    Tensor uniform = SeededWeights.uniform("pictures", Shape.of(2, COLOURS, SIDE, SIDE), 0);
    float[] values = uniform.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= 4;
    }
    return new Tensor(uniform.shape(), values);
  }

  /** What one operation gave for the second of two pictures, on each engine and layout. */
  private static Map<String, float[]> outputs(
      Network network, Map<String, Tensor> weights, String operation) {
    Map<String, float[]> outputs = new HashMap<>();
    traces(network, weights, pictures())
        .forEach(
            (engine, traces) ->
                outputs.put(
                    engine, requireNonNull(traces.get(1).operations().get(operation)).values()));
    return outputs;
  }

  /** What all operations gave for each picture, on each engine and layout. */
  private static Map<String, List<Trace>> traces(
      Network network, Map<String, Tensor> weights, Tensor pictures) {
    TorchRunner.Options fast = TorchRunner.Options.fast(1);
    Map<String, List<Trace>> traces = new HashMap<>();
    try (NetworkRunner last = new TorchRunner(network, weights, fast);
        NetworkRunner first = new TorchRunner(network, weights, fast.with(Layout.CHANNELS_FIRST));
        NetworkRunner onnx = new OnnxRunner(network, weights, 1)) {
      Map<String, NetworkRunner> runners =
          Map.of("channels last", last, "channels first", first, "onnx", onnx);
      runners.forEach(
          (name, runner) -> traces.put(name, runner.run(pictures, Taps.of(Tap.Kind.OPERATION))));
    }
    return traces;
  }

  private static DoubleUnaryOperator definition(Function function) {
    return switch (function) {
      case RELU -> x -> Math.max(x, 0);
      case RELU6 -> x -> Math.min(Math.max(x, 0), 6);
      case SIGMOID -> x -> 1 / (1 + Math.exp(-x));
      case HARD_SIGMOID -> x -> Math.min(Math.max(x + 3, 0), 6) / 6;
      case SILU -> x -> x / (1 + Math.exp(-x));
      case HARD_SWISH -> x -> x * Math.min(Math.max(x + 3, 0), 6) / 6;
      case GELU -> x -> x * normalBelow(x);
    };
  }

  /** The share of the normal distribution below x, by Simpson's rule. */
  private static double normalBelow(double x) {
    int steps = 2000;
    double step = x / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double t = i * step;
      int weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * Math.exp(-t * t / 2);
    }
    return 0.5 + sum * step / 3 / Math.sqrt(2 * Math.PI);
  }

  @ParameterizedTest
  @EnumSource
  void everyFunctionIsWhatItsDefinitionSays(Function function) {
    DoubleUnaryOperator definition = definition(function);
    float[] input = pictures().get(1).values();

    outputs(new Chain(List.of(new Activation("f", function))), Map.of(), "f")
        .forEach(
            (engine, values) -> {
              for (int i = 0; i < values.length; i++) {
                assertThat((double) values[i])
                    .as("%s of %f on %s", function, input[i], engine)
                    .isCloseTo(definition.applyAsDouble(input[i]), within(2e-6));
              }
            });
  }

  @Test
  void layersAreNormalisedOverTheChannelsOfEachToken() {
    Map<String, Tensor> weights =
        Map.of(
            "norm.weight", new Tensor(Shape.of(COLOURS), new float[] {0.5f, 2, -1}),
            "norm.bias", new Tensor(Shape.of(COLOURS), new float[] {0.1f, 0, 3}));
    LayerNorm norm = new LayerNorm("norm", COLOURS, 1e-6);
    float[] expected = normalised(pictures().get(1).values(), weights);

    outputs(new Chain(List.of(norm)), weights, "norm")
        .forEach(
            (engine, values) ->
                assertThat(values).as(engine).containsExactly(expected, within(5e-6f)));
    outputs(
            new Chain(List.of(new Tokens("tokens"), norm, new Grid("grid", SIDE, SIDE))),
            weights,
            "grid")
        .forEach(
            (engine, values) ->
                assertThat(values).as(engine).containsExactly(expected, within(5e-6f)));
  }

  private static float[] normalised(float[] maps, Map<String, Tensor> weights) {
    int pixels = SIDE * SIDE;
    float[] result = new float[maps.length];
    for (int pixel = 0; pixel < pixels; pixel++) {
      double mean = 0;
      double square = 0;
      for (int channel = 0; channel < COLOURS; channel++) {
        double x = maps[channel * pixels + pixel];
        mean += x / COLOURS;
        square += x * x / COLOURS;
      }
      double deviation = Math.sqrt(square - mean * mean + 1e-6);
      for (int channel = 0; channel < COLOURS; channel++) {
        int i = channel * pixels + pixel;
        result[i] =
            (float)
                ((maps[i] - mean) / deviation * weights.get("norm.weight").values()[channel]
                    + weights.get("norm.bias").values()[channel]);
      }
    }
    return result;
  }

  @Test
  void gridsAreMadeFinerAndCoarserAsTheDefinitionsSay() {
    Map<String, Tensor> weights =
        Map.of(
            "spread.weight", SeededWeights.uniform("spread.weight", Shape.of(COLOURS, 5, 2, 2), 0),
            "spread.bias", SeededWeights.uniform("spread.bias", Shape.of(5), 0));
    Network network =
        new Chain(
            List.of(
                new Upsample("fine", 7, 8),
                new EverySecond("coarse"),
                TransposedConvolution.of("spread", COLOURS, 5)));
    Tensor input = pictures().get(1);

    traces(network, weights, pictures())
        .forEach(
            (engine, traces) -> {
              Map<String, Tensor> given = traces.get(1).operations();
              Tensor fine = given.get("fine").get(0);
              assertThat(fine.shape()).isEqualTo(Shape.of(COLOURS, 7, 8));
              Tensor coarse = given.get("coarse").get(0);
              assertThat(coarse.shape()).isEqualTo(Shape.of(COLOURS, 4, 4));
              Tensor spread = given.get("spread").get(0);
              assertThat(spread.shape()).isEqualTo(Shape.of(5, 8, 8));
              for (int row = 0; row < 7; row++) {
                for (int column = 0; column < 8; column++) {
                  assertThat(fine.at(2, row, column))
                      .as(engine)
                      .isEqualTo(input.at(2, row / 2, column / 2));
                  assertThat(coarse.at(2, row / 2, column / 2))
                      .as(engine)
                      .isEqualTo(fine.at(2, row / 2 * 2, column / 2 * 2));
                  assertThat((double) spread.at(4, row, column))
                      .as(engine)
                      .isCloseTo(spread(coarse, weights, row, column), within(2e-6));
                }
              }
            });
  }

  /** Channel 4 of what a transposed convolution gives at a place. */
  private static double spread(Tensor x, Map<String, Tensor> weights, int row, int column) {
    double sum = weights.get("spread.bias").values()[4];
    for (int channel = 0; channel < COLOURS; channel++) {
      sum +=
          x.at(channel, row / 2, column / 2)
              * weights.get("spread.weight").at(channel, 4, row % 2, column % 2);
    }
    return sum;
  }

  /** From pictures to one token, through all that attention does to tokens besides products. */
  private static final Network TOKENS =
      new Chain(
          List.of(
              new Tokens("tokens"),
              new Linear("wide", "wide.weight", "wide.bias", COLOURS, 12),
              new Slice("part", 4, 10),
              new SplitHeads("split", 3),
              new MergeHeads("merged", 3),
              new PrependToken("prepended", "token", 6),
              new PositionEmbedding("placed", "places", 17, 6),
              new TakeToken("taken", 2)));

  private static final Map<String, Tensor> TOKEN_WEIGHTS =
      Map.of(
          "wide.weight", SeededWeights.uniform("wide.weight", Shape.of(12, COLOURS), 0),
          "wide.bias", SeededWeights.uniform("wide.bias", Shape.of(12), 0),
          "token", SeededWeights.uniform("token", Shape.of(1, 1, 6), 0),
          "places", SeededWeights.uniform("places", Shape.of(1, 17, 6), 0));

  /** One picture goes other ways than several do. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void tokensAreMovedAsTheDefinitionsSay(int batch) {
    Tensor two = pictures();
    Tensor pictures = batch == 2 ? two : two.get(1).reshape(1, COLOURS, SIDE, SIDE);

    traces(TOKENS, TOKEN_WEIGHTS, pictures)
        .forEach((engine, traces) -> checkTokens(engine, traces.get(batch - 1).operations()));
  }

  private static void checkTokens(String engine, Map<String, Tensor> given) {
    Tensor wide = given.get("wide");
    Tensor part = given.get("part");
    assertThat(part.shape()).isEqualTo(Shape.of(1, 16, 6));
    assertThat(given.get("split").shape()).isEqualTo(Shape.of(3, 16, 2));
    assertThat(given.get("placed").shape()).isEqualTo(Shape.of(1, 17, 6));
    for (int token = 0; token < 16; token++) {
      for (int channel = 0; channel < 6; channel++) {
        float value = part.at(0, token, channel);
        assertThat(value).as(engine).isEqualTo(wide.at(0, token, channel + 4));
        assertThat(given.get("split").at(channel / 2, token, channel % 2))
            .as(engine)
            .isEqualTo(value);
        assertThat(given.get("merged").at(0, token, channel)).as(engine).isEqualTo(value);
        assertThat(given.get("prepended").at(0, token + 1, channel)).as(engine).isEqualTo(value);
      }
    }
    for (int channel = 0; channel < 6; channel++) {
      assertThat(given.get("prepended").at(0, 0, channel))
          .as(engine)
          .isEqualTo(TOKEN_WEIGHTS.get("token").values()[channel]);
      assertThat(given.get("taken").at(0, channel))
          .as(engine)
          .isEqualTo(given.get("placed").at(0, 2, channel));
    }
    float[] before = given.get("prepended").values();
    float[] places = TOKEN_WEIGHTS.get("places").values();
    for (int i = 0; i < before.length; i++) {
      assertThat(given.get("placed").values()[i]).as(engine).isEqualTo(before[i] + places[i]);
    }
  }
}
