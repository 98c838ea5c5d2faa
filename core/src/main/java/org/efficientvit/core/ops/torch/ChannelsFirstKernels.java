package org.efficientvit.core.ops.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
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
import org.efficientvit.core.ops.Tokens;
import org.efficientvit.core.ops.TransposedConvolution;
import org.efficientvit.core.ops.Unwindow;
import org.efficientvit.core.ops.Upsample;
import org.efficientvit.core.ops.Windows;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;

/**
 * Feature maps as arrays (B, C, H, W), PyTorch's own default: nothing is laid out for speed and
 * nothing is written in place. The measure that the other layout is held against.
 */
final class ChannelsFirstKernels extends TorchKernels {

  private static final int MAPS = 4;

  ChannelsFirstKernels(Predicate<BatchNorm> training) {
    super(1, training);
  }

  @Override
  NDArray input(NDManager manager, Tensor images) {
    return create(manager, images);
  }

  @Override
  Shape shape(NDArray value) {
    return toShape(value);
  }

  @Override
  float[] values(NDArray value) {
    return value.toFloatArray();
  }

  @Override
  NDArray lay(Convolution operation, NDArray kernel) {
    return kernel;
  }

  @Override
  public NDArray convolution(Convolution operation, NDArray x) {
    return convolve(operation, x);
  }

  @Override
  public NDArray transposedConvolution(TransposedConvolution operation, NDArray x) {
    try (NDArray cells = x.transpose(0, 2, 3, 1);
        NDArray patches = spread(operation, cells)) {
      return patches.transpose(0, 3, 1, 2);
    }
  }

  @Override
  public NDArray upsample(Upsample operation, NDArray x) {
    return interpolate(operation, x);
  }

  @Override
  public NDArray everySecond(EverySecond operation, NDArray x) {
    return everySecond(x, 2, 3);
  }

  @Override
  public NDArray batchNorm(BatchNorm operation, NDArray x) {
    return normalise(operation, x);
  }

  @Override
  public NDArray layerNorm(LayerNorm operation, NDArray x) {
    if (x.getShape().dimension() != MAPS) {
      return normaliseRows(operation, x);
    }
    try (NDArray tokens = x.transpose(0, 2, 3, 1);
        NDArray result = normaliseRows(operation, tokens)) {
      return result.transpose(0, 3, 1, 2);
    }
  }

  @Override
  public NDArray globalPool(GlobalPool operation, NDArray x) {
    ai.djl.ndarray.types.Shape shape = x.getShape();
    try (NDArray tokens = x.reshape(shape.get(0), shape.get(1), shape.get(2) * shape.get(3), 1)) {
      return tokens.mean(new int[] {2}, true);
    }
  }

  @Override
  public NDArray flatten(Flatten operation, NDArray x) {
    return x.reshape(x.getShape().get(0), x.getShape().get(1));
  }

  @Override
  public NDArray tokens(Tokens operation, NDArray x) {
    ai.djl.ndarray.types.Shape shape = x.getShape();
    try (NDArray rows = x.reshape(shape.get(0), shape.get(1), shape.get(2) * shape.get(3))) {
      return rows.transpose(0, 2, 1);
    }
  }

  @Override
  public NDArray grid(Grid operation, NDArray tokens) {
    ai.djl.ndarray.types.Shape shape = tokens.getShape();
    try (NDArray channels = tokens.transpose(0, 2, 1)) {
      return channels.reshape(shape.get(0), shape.get(2), operation.height(), operation.width());
    }
  }

  @Override
  public NDArray windows(Windows operation, NDArray x) {
    WindowGrid grid = operation.grid();
    long batch = x.getShape().get(0);
    long channels = x.getShape().get(1);
    int side = grid.side();
    try (NDArray padded =
            x.pad(
                extents(
                    0, grid.paddedWidth() - grid.width(), 0, grid.paddedHeight() - grid.height()),
                0);
        NDArray parts = padded.reshape(batch, channels, grid.rows(), side, grid.columns(), side);
        NDArray ordered = parts.transpose(0, 2, 4, 1, 3, 5)) {
      return ordered.reshape(batch * grid.windows(), channels, side, side);
    }
  }

  @Override
  public NDArray unwindow(Unwindow operation, NDArray windows) {
    WindowGrid grid = operation.grid();
    long batch = windows.getShape().get(0) / grid.windows();
    long channels = windows.getShape().get(1);
    int side = grid.side();
    try (NDArray parts = windows.reshape(batch, grid.rows(), grid.columns(), channels, side, side);
        NDArray ordered = parts.transpose(0, 3, 1, 4, 2, 5);
        NDArray padded = ordered.reshape(batch, channels, grid.paddedHeight(), grid.paddedWidth());
        NDArray rows = JniUtils.slice((PtNDArray) padded, 2, 0, grid.height(), 1)) {
      return JniUtils.slice((PtNDArray) rows, 3, 0, grid.width(), 1);
    }
  }
}
