package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * One step of a network as a value: what it is called, what it reads, what comes out, what it
 * costs.
 *
 * <p>The set is closed on purpose: {@link Kernels} has one method for each, so that an interpreter
 * that forgets one does not compile.
 */
public sealed interface Operation
    permits Activation,
        Add,
        Average,
        BatchNorm,
        Concat,
        Convolution,
        EverySecond,
        Flatten,
        Gate,
        GlobalPool,
        Grid,
        LayerNorm,
        Linear,
        MatMul,
        MergeHeads,
        PositionBias,
        PositionEmbedding,
        PrependToken,
        Residual,
        Slice,
        Softmax,
        SplitHeads,
        TakeToken,
        Tokens,
        TransposedConvolution,
        Unwindow,
        Upsample,
        Windows {

  /** The path of the official checkpoint's module, unique within a network. */
  String name();

  OperationKind kind();

  /** What sort of work this is on inputs of these shapes, where that depends on them. */
  default OperationKind kind(List<Shape> inputs) {
    return kind();
  }

  /**
   * The shape of the result.
   *
   * @throws IllegalArgumentException if the inputs do not fit this operation
   */
  Shape output(List<Shape> inputs);

  /** Multiply-accumulates of one run; 0 for what only moves or adds numbers. */
  default long macs(List<Shape> inputs) {
    return 0;
  }

  /**
   * Floating-point operations of one run besides the {@linkplain #macs multiply-accumulates}: each
   * addition, multiplication, comparison, division, root, exponential or error function of a number
   * counts one, as often as the formula in the operation's documentation needs it.
   *
   * @return one for each number of the result where numbers are only added or multiplied, 0 where
   *     they are only moved
   */
  default long arithmetic(List<Shape> inputs) {
    return switch (kind()) {
      case ADDITION, MULTIPLICATION -> output(inputs).elements();
      default -> 0;
    };
  }

  /** What is read from the weights. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** Numbers of the weights that one run reads; a number that is read often counts once. */
  default long weightsRead() {
    return parameters().stream().mapToLong(parameter -> parameter.shape().elements()).sum();
  }

  /** Runs this on one interpreter's values. */
  <T> T run(Kernels<T> kernels, List<T> inputs);
}
