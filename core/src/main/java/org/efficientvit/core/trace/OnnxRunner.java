package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.VisionNetwork;
import org.efficientvit.core.ops.Folding;
import org.efficientvit.core.ops.GraphSource;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.onnx.OnnxNetwork;
import org.efficientvit.core.tensor.Tensor;

/** A network on ONNX Runtime, on the CPU, with normalisation folded. */
public final class OnnxRunner implements NetworkRunner {

  private final VisionNetwork network;
  private final Set<Tap> places = new LinkedHashSet<>();
  private final OnnxNetwork onnx;

  /**
   * Copies weights into ONNX Runtime's memory.
   *
   * @param weights all that the network reads, by name: as trained, or already folded
   * @param threads that work inside one operation
   * @throws InspectorException if ONNX Runtime does not start or does not take the network
   */
  public OnnxRunner(VisionNetwork network, Map<String, Tensor> weights, int threads) {
    this.network = requireNonNull(network, "network is null");
    Blueprint blueprint = Blueprint.of(network, 1, true);
    places.addAll(blueprint.taps().keySet());
    blueprint.operations().forEach(operation -> places.add(Tap.operation(operation.name())));
    Map<String, Tensor> folded = Folding.fold(blueprint.layers(), weights);
    this.onnx =
        new OnnxNetwork(
            new GraphSource(network.name(), network.input(1), network::forward, folded), threads);
  }

  @Override
  public String engine() {
    return "onnx";
  }

  /** Merged operations have no times of their own. */
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
          "ONNX Runtime merges operations and does not say how long each takes; use --engine pytorch for times.");
    }
    TraceRecorder recorder = new TraceRecorder(taps, Pictures.count(network, images));
    Set<Tap> wanted = new LinkedHashSet<>(places);
    wanted.removeIf(tap -> !taps.wants(tap));
    long start = System.nanoTime();
    onnx.run(images, wanted).forEach((tap, value) -> recorder.tapped(tap, () -> value));
    return recorder.traces(network.name(), List.of(), System.nanoTime() - start);
  }

  @Override
  public void close() {
    onnx.close();
  }
}
