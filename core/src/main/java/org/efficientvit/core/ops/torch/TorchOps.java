package org.efficientvit.core.ops.torch;

import ai.djl.ndarray.NDArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.efficientvit.core.ops.Grid;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.tensor.WindowGrid;

/** One forward pass on PyTorch: runs kernels and frees what a scope leaves behind. */
final class TorchOps implements Ops<NDArray> {

  private final TorchKernels kernels;
  private final boolean folded;
  private final TapListener listener;
  private final Deque<List<NDArray>> scopes = new ArrayDeque<>();

  TorchOps(TorchKernels kernels, boolean folded, TapListener listener) {
    this.kernels = kernels;
    this.folded = folded;
    this.listener = listener;
    scopes.push(new ArrayList<>());
  }

  @Override
  public NDArray apply(Operation operation, List<NDArray> inputs) {
    NDArray result = operation.run(kernels, inputs);
    scopes.element().add(result);
    return result;
  }

  @Override
  public NDArray scope(NDArray input, UnaryOperator<NDArray> body) {
    scopes.push(new ArrayList<>());
    NDArray result = body.apply(input);
    for (NDArray array : scopes.pop()) {
      if (array != result) {
        array.close();
      }
    }
    scopes.element().add(result);
    return result;
  }

  @Override
  public Shape shape(NDArray value) {
    return kernels.shape(value);
  }

  @Override
  public boolean isFolded() {
    return folded;
  }

  @Override
  public void tap(Tap tap, NDArray value) {
    listener.tapped(tap, () -> offered(tap, value));
  }

  /** The value itself, or tokens put back on their grid. */
  private Tensor offered(Tap tap, NDArray value) {
    WindowGrid grid = tap.grid();
    if (grid == null || !tap.isTokens()) {
      return tensor(value);
    }
    try (NDArray cells = TokenArrays.slice(value, grid.leading(), grid.tokens());
        NDArray maps = kernels.grid(new Grid(tap.name(), grid.height(), grid.width()), cells)) {
      return tensor(maps);
    }
  }

  private Tensor tensor(NDArray value) {
    return new Tensor(kernels.shape(value), kernels.values(value));
  }
}
