package org.efficientvit.core.ops.torch;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Add;
import org.efficientvit.core.ops.Average;
import org.efficientvit.core.ops.BatchNorm;
import org.efficientvit.core.ops.Concat;
import org.efficientvit.core.ops.Convolution;
import org.efficientvit.core.ops.Gate;
import org.efficientvit.core.ops.Kernels;
import org.efficientvit.core.ops.LayerNorm;
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
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What is the same however feature maps lie in memory; the layouts differ in the rest.
 *
 * <p>Kernels hold the weights and are shared by all passes. An array that a kernel makes on the way
 * is closed by that kernel; its result is closed by whoever runs the pass.
 */
abstract class TorchKernels implements Kernels<NDArray> {

  /**
   * What running statistics keep of themselves; the rest is the batch's. PyTorch's default, whose
   * own argument is the rest.
   */
  private static final float KEPT = 0.9f;

  private static final float SIX = 6;

  private static final int MAPS = 4;
  private static final int TOKEN_CHANNEL_AXIS = 2;

  private final int channelAxis;
  private final Predicate<BatchNorm> training;
  private final Map<String, NDArray> arrays = new HashMap<>();

  /**
   * Kernels of one layout.
   *
   * @param channelAxis where the channels of feature maps stand
   * @param training which normalisations take the batch's statistics, and move the running ones a
   *     tenth of the way to them
   */
  TorchKernels(int channelAxis, Predicate<BatchNorm> training) {
    this.channelAxis = channelAxis;
    this.training = training;
  }

  /** Reads a picture, (B, C, H, W), into this layout. */
  abstract NDArray input(NDManager manager, Tensor images);

  /** The shape as the network sees it, feature maps (B, C, H, W). */
  abstract Shape shape(NDArray value);

  /** The numbers as the network sees them, feature maps (B, C, H, W) row-major. */
  abstract float[] values(NDArray value);

  /** A convolution's kernel, (out, in, k, k), in the form in which this layout reads it. */
  abstract NDArray lay(Convolution operation, NDArray kernel);

  /**
   * Brings what an operation reads from the weights into the form in which this layout reads it.
   *
   * <p>The form follows from the parameters by operations that have gradients, so that it can be
   * made once for many passes, or in each step of a training anew.
   *
   * @param manager owns the constants
   * @param weights the parameters by name; what is made of one belongs to the one's manager
   */
  final void prepare(NDManager manager, Operation operation, Function<String, NDArray> weights) {
    if (operation instanceof Convolution convolution) {
      put(convolution.weight(), lay(convolution, weights.apply(convolution.weight())));
      String bias = convolution.bias();
      if (bias != null) {
        put(bias, weights.apply(bias));
      }
    } else if (operation instanceof MatMul product) {
      // As an array: a product with a Java number costs PyTorch four times as much.
      put(operation.name(), create(manager, new float[] {(float) product.scale()}, 1));
    } else if (operation instanceof Average) {
      put(operation.name(), create(manager, new float[] {0.5f}, 1));
    } else if (operation instanceof PositionBias bias) {
      put(operation.name(), expand(manager, bias, weights.apply(bias.table())));
    } else {
      operation.parameters().forEach(p -> put(p.name(), weights.apply(p.name())));
    }
  }

  final void put(String name, NDArray array) {
    arrays.put(name, array);
  }

  final NDArray array(String name) {
    return requireNonNull(arrays.get(name), name);
  }

  final @Nullable NDArray arrayOrNull(@Nullable String name) {
    return name == null ? null : array(name);
  }

  /**
   * A copy in memory that PyTorch itself holds. One that wraps a Java buffer is not aligned, and
   * its memory is gone with the buffer even when a backward pass is still to read it.
   */
  static NDArray create(NDManager manager, Tensor tensor) {
    return create(manager, tensor.values(), tensor.shape().toLongArray());
  }

  static NDArray create(NDManager manager, float[] values, long... dimensions) {
    try (NDArray wrapped = manager.create(FloatBuffer.wrap(values), extents(dimensions))) {
      return wrapped.duplicate();
    }
  }

  /** The numbers of an array as they lie by rows. */
  static Tensor copy(NDArray array) {
    return new Tensor(toShape(array), array.toFloatArray());
  }

  static ai.djl.ndarray.types.Shape extents(long... dimensions) {
    return new ai.djl.ndarray.types.Shape(dimensions);
  }

  static Shape toShape(NDArray value) {
    long[] dimensions = value.getShape().getShape();
    int[] extents = new int[dimensions.length];
    for (int i = 0; i < extents.length; i++) {
      extents[i] = Math.toIntExact(dimensions[i]);
    }
    return Shape.of(extents);
  }

  /** One head's row of the table, (heads, side²), at each pair of tokens: (1, N, N). */
  private static NDArray expand(NDManager manager, PositionBias bias, NDArray table) {
    int tokens = bias.side() * bias.side();
    long[] indices = Arrays.stream(bias.indices()).asLongStream().toArray();
    try (NDArray wrapped = manager.create(LongBuffer.wrap(indices), extents(1, indices.length));
        NDArray places = wrapped.duplicate();
        NDArray row = JniUtils.slice((PtNDArray) table, 0, bias.head(), bias.head() + 1, 1);
        NDArray pairs = row.gather(places, 1)) {
      return pairs.reshape(1, tokens, tokens);
    }
  }

  /** A convolution of arrays whose second axis is the channel, however they lie in memory. */
  final NDArray convolve(Convolution operation, NDArray maps) {
    int stride = operation.stride();
    int padding = operation.padding();
    return Conv2d.conv2d(
            maps,
            array(operation.weight()),
            arrayOrNull(operation.bias()),
            extents(stride, stride),
            extents(padding, padding),
            extents(1, 1),
            operation.groups())
        .singletonOrThrow();
  }

  /** (x − mean) / √(variance + ε) · weight + bias for arrays whose second axis is the channel. */
  final NDArray normalise(BatchNorm operation, NDArray x) {
    return ai.djl.nn.norm.BatchNorm.batchNorm(
            x,
            array(operation.runningMean()),
            array(operation.runningVariance()),
            array(operation.weight()),
            array(operation.bias()),
            1,
            KEPT,
            (float) operation.epsilon(),
            training.test(operation))
        .singletonOrThrow();
  }

  /** The same for arrays whose last axis is the channel, each row by itself. */
  final NDArray normaliseRows(LayerNorm operation, NDArray x) {
    return JniUtils.layerNorm(
        (PtNDArray) x,
        extents(operation.channels()),
        (PtNDArray) array(operation.weight()),
        (PtNDArray) array(operation.bias()),
        operation.epsilon());
  }

  @Override
  public final NDArray linear(org.efficientvit.core.ops.Linear operation, NDArray x) {
    return Linear.linear(x, array(operation.weight()), array(operation.bias())).singletonOrThrow();
  }

  @Override
  public final NDArray matMul(MatMul operation, NDArray first, NDArray second) {
    if (operation.scale() == 1) {
      return product(operation, first, second);
    }
    // The first is the smaller: N·K numbers where the product has N·N.
    // A scale of 0 is an intervention's, for which nothing was prepared.
    try (NDArray scaled =
        operation.scale() == 0 ? first.zerosLike() : first.mul(array(operation.name()))) {
      return product(operation, scaled, second);
    }
  }

  private static NDArray product(MatMul operation, NDArray first, NDArray second) {
    if (!operation.transposeSecond()) {
      return first.batchMatMul(second);
    }
    try (NDArray transposed = second.transpose(0, 2, 1)) {
      return first.batchMatMul(transposed);
    }
  }

  @Override
  public final NDArray positionBias(PositionBias operation, NDArray scores) {
    return scores.add(array(operation.name()));
  }

  @Override
  public final NDArray softmax(Softmax operation, NDArray scores) {
    return scores.softmax(-1);
  }

  @Override
  public final NDArray activation(Activation operation, NDArray x) {
    return switch (operation.function()) {
      case RELU -> x.getNDArrayInternal().relu();
      case RELU6 -> x.clip(0, SIX);
      case SIGMOID -> ai.djl.nn.Activation.sigmoid(x);
      case HARD_SIGMOID -> hardSigmoid(x);
      case SILU -> gated(x, ai.djl.nn.Activation.sigmoid(x));
      case HARD_SWISH -> gated(x, hardSigmoid(x));
      case GELU -> JniUtils.gelu((PtNDArray) x);
    };
  }

  private static NDArray hardSigmoid(NDArray x) {
    try (NDArray shifted = x.add(SIX / 2)) {
      return shifted.clip(0, SIX).divi(SIX);
    }
  }

  private static NDArray gated(NDArray x, NDArray gate) {
    return gate.muli(x);
  }

  @Override
  public final NDArray add(Add operation, NDArray first, NDArray second) {
    return first.add(second);
  }

  @Override
  public NDArray residual(Residual operation, NDArray x, NDArray branch) {
    return x.add(branch);
  }

  @Override
  public final NDArray gate(Gate operation, NDArray x, NDArray factors) {
    return x.mul(factors);
  }

  @Override
  public final NDArray slice(Slice operation, NDArray x) {
    int axis = x.getShape().dimension() == MAPS ? channelAxis : TOKEN_CHANNEL_AXIS;
    return JniUtils.slice((PtNDArray) x, axis, operation.from(), operation.to(), 1);
  }

  @Override
  public final NDArray concat(Concat operation, List<NDArray> parts) {
    return NDArrays.concat(new NDList(parts), channelAxis);
  }

  @Override
  public final NDArray average(Average operation, NDArray first, NDArray second) {
    try (NDArray sum = first.add(second)) {
      return sum.mul(array(operation.name()));
    }
  }

  @Override
  public final NDArray prependToken(PrependToken operation, NDArray tokens) {
    return TokenArrays.prepend(array(operation.token()), tokens);
  }

  @Override
  public final NDArray positionEmbedding(PositionEmbedding operation, NDArray tokens) {
    return tokens.add(array(operation.embedding()));
  }

  @Override
  public final NDArray splitHeads(SplitHeads operation, NDArray tokens) {
    return TokenArrays.split(tokens, operation.heads());
  }

  @Override
  public final NDArray mergeHeads(MergeHeads operation, NDArray heads) {
    return TokenArrays.merge(heads, operation.heads());
  }

  @Override
  public final NDArray takeToken(TakeToken operation, NDArray tokens) {
    return TokenArrays.take(tokens, operation.index());
  }
}
