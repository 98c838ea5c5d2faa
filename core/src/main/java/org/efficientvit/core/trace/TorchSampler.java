package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.network.VisionNetwork;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.core.tensor.Tensor;

/** Times passes on PyTorch, which is done with an operation on the CPU when it returns. */
public final class TorchSampler implements PassSampler {

  private final TorchRunner runner;
  private final int threads;
  private final List<List<OperationTime>> passes = new ArrayList<>();

  /**
   * Copies weights into PyTorch's memory.
   *
   * @param weights all that the network reads, by name: as trained, or already folded
   * @param options how to run it, on the CPU
   */
  public TorchSampler(
      VisionNetwork network, Map<String, Tensor> weights, TorchRunner.Options options) {
    this.runner = new TorchRunner(network, weights, options);
    this.threads = options.threads();
  }

  @Override
  public String engine() {
    return runner.engine();
  }

  @Override
  public boolean runsAsWritten() {
    return true;
  }

  @Override
  public int threads() {
    return threads;
  }

  @Override
  public PassTime untimed(Tensor images) {
    return runner.pass(requireNonNull(images, "images is null"), null);
  }

  @Override
  public PassTime timed(Tensor images) {
    List<OperationTime> times = new ArrayList<>();
    PassTime pass = runner.pass(images, times);
    passes.add(times);
    return pass;
  }

  @Override
  public List<OperationSamples> operations(int count) {
    if (count < 1 || count > passes.size()) {
      throw new IllegalArgumentException(count + " of " + passes.size() + " passes");
    }
    List<List<OperationTime>> last = passes.subList(passes.size() - count, passes.size());
    List<OperationSamples> operations = new ArrayList<>();
    for (int i = 0; i < last.get(0).size(); i++) {
      int index = i;
      String name = last.get(0).get(i).name();
      operations.add(
          new OperationSamples(
              name,
              List.of(name),
              Optional.empty(),
              last.stream().map(times -> times.get(index).nanoseconds()).toList()));
    }
    return operations;
  }

  @Override
  public void close() {
    passes.clear();
    runner.close();
  }
}
