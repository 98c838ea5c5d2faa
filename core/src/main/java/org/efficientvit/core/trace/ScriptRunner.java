package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.VisionNetwork;
import org.efficientvit.core.ops.Folding;
import org.efficientvit.core.ops.GraphSource;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.script.ScriptNetwork;
import org.efficientvit.core.tensor.Tensor;

/**
 * A network on PyTorch in {@linkplain Precision#BF16 bfloat16}, with normalisation folded: faster
 * where a processor multiplies such numbers, with answers that differ in the third digit.
 */
public final class ScriptRunner implements NetworkRunner {

  private final VisionNetwork network;
  private final ScriptNetwork script;

  /**
   * Copies weights into PyTorch's memory.
   *
   * @param weights all that the network reads, by name: as trained, or already folded
   * @param threads that work inside one operation
   * @param gpu whether on the first GPU
   * @throws InspectorException if PyTorch does not start or does not take the network
   */
  public ScriptRunner(
      VisionNetwork network, Map<String, Tensor> weights, int threads, boolean gpu) {
    this.network = requireNonNull(network, "network is null");
    Map<String, Tensor> folded = Folding.fold(Blueprint.of(network, 1, true).layers(), weights);
    this.script =
        new ScriptNetwork(
            new GraphSource(network.name(), network.input(1), network::forward, folded),
            threads,
            gpu);
  }

  @Override
  public String engine() {
    return "pytorch";
  }

  @Override
  public Precision precision() {
    return Precision.BF16;
  }

  /** The network runs as a whole. */
  @Override
  public boolean timesOperations() {
    return false;
  }

  /**
   * {@inheritDoc}
   *
   * @throws InspectorException if single operations are to be timed
   */
  @Override
  public List<Trace> run(Tensor images, Taps taps) {
    if (taps.times()) {
      throw new InspectorException(
          "In bfloat16 the network runs as a whole, and no single operation can be timed; use --precision fp32 for times.");
    }
    TraceRecorder recorder = new TraceRecorder(taps, Pictures.count(network, images));
    long start = System.nanoTime();
    for (Map.Entry<Tap, Tensor> value : script.run(images, taps.kinds()).entrySet()) {
      recorder.tapped(value.getKey(), value::getValue);
    }
    return recorder.traces(network.name(), List.of(), System.nanoTime() - start);
  }

  @Override
  public void close() {
    script.close();
  }
}
