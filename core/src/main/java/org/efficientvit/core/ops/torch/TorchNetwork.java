package org.efficientvit.core.ops.torch;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.efficientvit.core.ops.BatchNorm;
import org.efficientvit.core.ops.Operation;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.tensor.Tensor;

/** Weights in PyTorch's memory, ready for passes from any thread; closing frees them. */
public final class TorchNetwork implements AutoCloseable {

  /** How feature maps lie in memory. */
  public enum Layout {
    /** (B, H, W, C), the fast form. */
    CHANNELS_LAST,
    /** (B, C, H, W), PyTorch's default. */
    CHANNELS_FIRST;

    TorchKernels kernels(Predicate<BatchNorm> training) {
      return switch (this) {
        case CHANNELS_LAST -> new ChannelsLastKernels(training);
        case CHANNELS_FIRST -> new ChannelsFirstKernels(training);
      };
    }
  }

  private final NDManager manager;
  private final TorchKernels kernels;
  private final boolean folded;
  private final int threads;

  /**
   * Copies weights into PyTorch's memory.
   *
   * @param operations those that will run, {@code folded} or not
   * @param weights what they read, by name
   * @param threads that work inside one operation
   * @param gpu whether on the first GPU
   */
  public TorchNetwork(
      Collection<Operation> operations,
      Map<String, Tensor> weights,
      boolean folded,
      Layout layout,
      int threads,
      boolean gpu) {
    this.folded = folded;
    this.threads = threads;
    this.kernels = layout.kernels(norm -> false);
    this.manager = Torch.newManager(gpu);
    Torch.prepareThread(threads, false);
    for (Operation operation : operations) {
      kernels.prepare(
          manager,
          operation,
          name -> TorchKernels.create(manager, requireNonNull(weights.get(name), name)));
    }
  }

  /**
   * One forward pass, whose memory is free when this returns.
   *
   * @param images (B, 3, S, S)
   * @param listener is offered every tapped value
   * @param body runs the network on the interpreter and the images that it is given
   */
  public void run(Tensor images, TapListener listener, BiConsumer<Ops<NDArray>, NDArray> body) {
    Torch.prepareThread(threads, false);
    try (NDManager pass = manager.newSubManager()) {
      body.accept(new TorchOps(kernels, folded, listener), kernels.input(pass, images));
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
