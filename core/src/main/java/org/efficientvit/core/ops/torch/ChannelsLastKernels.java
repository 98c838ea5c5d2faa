package org.efficientvit.core.ops.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Predicate;
import org.efficientvit.core.ops.BatchNorm;
import org.efficientvit.core.ops.Convolution;
import org.efficientvit.core.ops.EverySecond;
import org.efficientvit.core.ops.Flatten;
import org.efficientvit.core.ops.GlobalPool;
import org.efficientvit.core.ops.Grid;
import org.efficientvit.core.ops.LayerNorm;
import org.efficientvit.core.ops.Residual;
import org.efficientvit.core.ops.Tokens;
import org.efficientvit.core.ops.TransposedConvolution;
import org.efficientvit.core.ops.Unwindow;
import org.efficientvit.core.ops.Upsample;
import org.efficientvit.core.ops.Windows;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;

/**
 * Feature maps as arrays (B, H, W, C): the channels of a token lie together.
 *
 * <p>A 1x1 convolution is then a matrix product over tokens, and tokens, grids and splits of
 * channels are views of one memory. Larger kernels run on the transposed view, which PyTorch knows
 * as its channels-last format and does not copy.
 */
final class ChannelsLastKernels extends TorchKernels {

  ChannelsLastKernels(Predicate<BatchNorm> training) {
    super(3, training);
  }

  @Override
  NDArray input(NDManager manager, Tensor images) {
    Shape shape = images.shape();
    return create(
        manager,
        interleave(images),
        shape.dimension(0),
        shape.dimension(2),
        shape.dimension(3),
        shape.dimension(1));
  }

  /** The numbers of maps (B, C, H, W) in the order (B, H, W, C). */
  private static float[] interleave(Tensor maps) {
    Shape shape = maps.shape();
    int channels = shape.dimension(1);
    int pixels = shape.dimension(2) * shape.dimension(3);
    float[] from = maps.values();
    float[] to = new float[from.length];
    for (int base = 0; base < from.length; base += channels * pixels) {
      for (int channel = 0; channel < channels; channel++) {
        int plane = base + channel * pixels;
        for (int pixel = 0; pixel < pixels; pixel++) {
          to[base + pixel * channels + channel] = from[plane + pixel];
        }
      }
    }
    return to;
  }

  @Override
  Shape shape(NDArray value) {
    Shape shape = toShape(value);
    return shape.rank() == 4
        ? Shape.of(shape.dimension(0), shape.dimension(3), shape.dimension(1), shape.dimension(2))
        : shape;
  }

  @Override
  float[] values(NDArray value) {
    if (value.getShape().dimension() != 4) {
      return value.toFloatArray();
    }
    try (NDArray maps = channelsFirst(value)) {
      return maps.toFloatArray();
    }
  }

  @Override
  NDArray lay(Convolution operation, NDArray kernel) {
    if (operation.isPointwise()) {
      return kernel.reshape(operation.out(), operation.in());
    }
    // A kernel (out, in, k, k) whose numbers lie as (out, k, k, in), as those of its input do.
    ai.djl.ndarray.types.Shape shape = kernel.getShape();
    try (NDArray back = channelsBack(kernel);
        NDArray rows = back.reshape(shape.get(0), shape.size() / shape.get(0));
        NDArray laid = rows.reshape(shape.get(0), shape.get(2), shape.get(3), shape.get(1))) {
      return channelsFirst(laid);
    }
  }

  private static NDArray channelsFirst(NDArray maps) {
    return maps.transpose(0, 3, 1, 2);
  }

  private static NDArray channelsBack(NDArray maps) {
    return maps.transpose(0, 2, 3, 1);
  }

  @Override
  public NDArray convolution(Convolution operation, NDArray x) {
    if (operation.isPointwise()) {
      return Linear.linear(x, array(operation.weight()), arrayOrNull(operation.bias()))
          .singletonOrThrow();
    }
    try (NDArray maps = channelsFirst(x);
        NDArray result = convolve(operation, maps)) {
      return channelsBack(result);
    }
  }

  @Override
  public NDArray transposedConvolution(TransposedConvolution operation, NDArray x) {
    return spread(operation, x);
  }

  @Override
  public NDArray upsample(Upsample operation, NDArray x) {
    try (NDArray maps = channelsFirst(x);
        NDArray result = interpolate(operation, maps)) {
      return channelsBack(result);
    }
  }

  @Override
  public NDArray everySecond(EverySecond operation, NDArray x) {
    return everySecond(x, 1, 2);
  }

  @Override
  public NDArray batchNorm(BatchNorm operation, NDArray x) {
    if (x.getShape().dimension() == 2) {
      return normalise(operation, x);
    }
    try (NDArray maps = channelsFirst(x);
        NDArray result = normalise(operation, maps)) {
      return channelsBack(result);
    }
  }

  @Override
  public NDArray layerNorm(LayerNorm operation, NDArray x) {
    return normaliseRows(operation, x);
  }

  @Override
  public NDArray residual(Residual operation, NDArray x, NDArray branch) {
    branch.addi(x);
    return branch;
  }

  @Override
  public NDArray globalPool(GlobalPool operation, NDArray x) {
    ai.djl.ndarray.types.Shape shape = x.getShape();
    try (NDArray tokens = x.reshape(shape.get(0), shape.get(1) * shape.get(2), 1, shape.get(3))) {
      return tokens.mean(new int[] {1}, true);
    }
  }

  @Override
  public NDArray flatten(Flatten operation, NDArray x) {
    return x.reshape(x.getShape().get(0), x.getShape().get(3));
  }

  @Override
  public NDArray tokens(Tokens operation, NDArray x) {
    ai.djl.ndarray.types.Shape shape = x.getShape();
    return x.reshape(shape.get(0), shape.get(1) * shape.get(2), shape.get(3));
  }

  @Override
  public NDArray grid(Grid operation, NDArray tokens) {
    ai.djl.ndarray.types.Shape shape = tokens.getShape();
    return tokens.reshape(shape.get(0), operation.height(), operation.width(), shape.get(2));
  }

  @Override
  public NDArray windows(Windows operation, NDArray x) {
    WindowGrid grid = operation.grid();
    if (!grid.isPadded()) {
      return cut(grid, x);
    }
    try (NDArray padded =
        x.pad(
            extents(
                0, 0, 0, grid.paddedWidth() - grid.width(), 0, grid.paddedHeight() - grid.height()),
            0)) {
      return cut(grid, padded);
    }
  }

  private static NDArray cut(WindowGrid grid, NDArray x) {
    long batch = x.getShape().get(0);
    long channels = x.getShape().get(3);
    int side = grid.side();
    try (NDArray parts = x.reshape(batch, grid.rows(), side, grid.columns(), side, channels);
        NDArray ordered = parts.transpose(0, 1, 3, 2, 4, 5)) {
      return ordered.reshape(batch * grid.windows(), side, side, channels);
    }
  }

  @Override
  public NDArray unwindow(Unwindow operation, NDArray windows) {
    WindowGrid grid = operation.grid();
    long batch = windows.getShape().get(0) / grid.windows();
    long channels = windows.getShape().get(3);
    int side = grid.side();
    try (NDArray parts = windows.reshape(batch, grid.rows(), grid.columns(), side, side, channels);
        NDArray ordered = parts.transpose(0, 1, 3, 2, 4, 5);
        NDArray padded = ordered.reshape(batch, grid.paddedHeight(), grid.paddedWidth(), channels);
        NDArray rows = JniUtils.slice((PtNDArray) padded, 1, 0, grid.height(), 1)) {
      return JniUtils.slice((PtNDArray) rows, 2, 0, grid.width(), 1);
    }
  }
}
