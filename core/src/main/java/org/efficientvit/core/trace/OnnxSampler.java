package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.VisionNetwork;
import org.efficientvit.core.ops.Folding;
import org.efficientvit.core.ops.GraphSource;
import org.efficientvit.core.ops.onnx.OnnxNetwork;
import org.efficientvit.core.ops.onnx.OnnxProfiler;
import org.efficientvit.core.ops.onnx.OnnxStep;
import org.efficientvit.core.tensor.Tensor;

/**
 * Times passes on ONNX Runtime, with normalisation folded: untimed ones as everywhere else, timed
 * ones with its profiler on. After the operations were asked for, no timed pass can follow.
 */
public final class OnnxSampler implements PassSampler {

  private final VisionNetwork network;
  private final int threads;
  private final OnnxNetwork plain;
  private final OnnxProfiler profiled;

  /**
   * Copies weights into ONNX Runtime's memory, twice.
   *
   * @param weights all that the network reads, by name: as trained, or already folded
   * @param threads that work inside one operation
   * @throws InspectorException if ONNX Runtime does not start or does not take the network
   */
  public OnnxSampler(VisionNetwork network, Map<String, Tensor> weights, int threads) {
    this.network = requireNonNull(network, "network is null");
    this.threads = threads;
    Map<String, Tensor> folded = Folding.fold(Blueprint.of(network, 1, true).layers(), weights);
    GraphSource source =
        new GraphSource(network.name(), network.input(1), network::forward, folded);
    this.plain = new OnnxNetwork(source, threads);
    try {
      this.profiled = new OnnxProfiler(source, threads);
    } catch (RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  @Override
  public String engine() {
    return "onnx";
  }

  @Override
  public boolean runsAsWritten() {
    return false;
  }

  @Override
  public int threads() {
    return threads;
  }

  /** {@inheritDoc} Reading is part of the pass and is not told apart. */
  @Override
  public PassTime untimed(Tensor images) {
    return time(images, () -> plain.run(images, plain.answers()));
  }

  @Override
  public PassTime timed(Tensor images) {
    return time(images, () -> profiled.run(images));
  }

  private PassTime time(Tensor images, Runnable pass) {
    int unused = Pictures.count(network, images);
    long start = System.nanoTime();
    pass.run();
    return new PassTime(System.nanoTime() - start, 0);
  }

  @Override
  public List<OperationSamples> operations(int passes) {
    return profiled.steps(passes).stream().map(OnnxSampler::samples).toList();
  }

  private static OperationSamples samples(OnnxStep step) {
    return new OperationSamples(
        step.name(),
        step.members(),
        Optional.of(
            new OperationSamples.Traffic(
                step.kind(), step.bytesRead(), step.weightBytes(), step.bytesWritten())),
        step.nanoseconds());
  }

  @Override
  public void close() {
    plain.close();
    profiled.close();
  }
}
