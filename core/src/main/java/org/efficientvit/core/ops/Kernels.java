package org.efficientvit.core.ops;

import java.util.List;

/**
 * How one engine carries out each operation.
 *
 * <p>Feature maps are (B, C, H, W) and tokens (B, N, C) to whoever calls; how they lie in memory is
 * the engine's business. A result may share memory with an argument only where that is said.
 */
public interface Kernels<T> {

  T convolution(Convolution operation, T x);

  T transposedConvolution(TransposedConvolution operation, T x);

  T batchNorm(BatchNorm operation, T x);

  T layerNorm(LayerNorm operation, T x);

  T linear(Linear operation, T x);

  T matMul(MatMul operation, T first, T second);

  T positionBias(PositionBias operation, T scores);

  T softmax(Softmax operation, T scores);

  T activation(Activation operation, T x);

  T add(Add operation, T first, T second);

  /** May overwrite {@code branch}, which nobody reads again. */
  T residual(Residual operation, T x, T branch);

  T gate(Gate operation, T x, T factors);

  T average(Average operation, T first, T second);

  T globalPool(GlobalPool operation, T x);

  T upsample(Upsample operation, T x);

  /** A view where the engine has views. */
  T everySecond(EverySecond operation, T x);

  T flatten(Flatten operation, T x);

  /** A view where the engine has views. */
  T slice(Slice operation, T x);

  T concat(Concat operation, List<T> parts);

  /** A view where the engine lays channels last. */
  T tokens(Tokens operation, T x);

  /** A view where the engine lays channels last. */
  T grid(Grid operation, T tokens);

  T windows(Windows operation, T x);

  T unwindow(Unwindow operation, T windows);

  T prependToken(PrependToken operation, T tokens);

  T positionEmbedding(PositionEmbedding operation, T tokens);

  /** Of one image, a view where the engine has views. */
  T splitHeads(SplitHeads operation, T tokens);

  T mergeHeads(MergeHeads operation, T heads);

  /** A view where the engine has views. */
  T takeToken(TakeToken operation, T tokens);
}
