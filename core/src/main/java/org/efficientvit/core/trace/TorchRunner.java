package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Folding;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.TappedOps;
import org.efficientvit.core.ops.TimedOps;
import org.efficientvit.core.ops.torch.TorchNetwork;
import org.efficientvit.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** A network on PyTorch. */
public final class TorchRunner implements NetworkRunner {

  /**
   * How to run it.
   *
   * @param folded whether normalisation is folded into the layer beside it; the answer is the same
   *     and comes sooner
   * @param layout how feature maps lie in memory
   * @param threads that work inside one operation
   * @param gpu whether on the first GPU
   */
  public record Options(boolean folded, TorchNetwork.Layout layout, int threads, boolean gpu) {

    /** Folded, in the fast layout, on the CPU. */
    public static Options fast(int threads) {
      return new Options(true, TorchNetwork.Layout.CHANNELS_LAST, threads, false);
    }

    /** The same with normalisation as trained. */
    public Options unfolded() {
      return new Options(false, layout, threads, gpu);
    }

    /** The same in another layout. */
    public Options with(TorchNetwork.Layout other) {
      return new Options(folded, other, threads, gpu);
    }
  }

  private final Network network;
  private final TorchNetwork torch;

  /**
   * Copies weights into PyTorch's memory.
   *
   * @param weights all that the network reads, by name: as trained, or already folded
   */
  public TorchRunner(Network network, Map<String, Tensor> weights, Options options) {
    this.network = requireNonNull(network, "network is null");
    Blueprint blueprint = Blueprint.of(network, 1, options.folded());
    this.torch =
        new TorchNetwork(
            blueprint.operations(),
            options.folded() ? Folding.fold(blueprint.layers(), weights) : weights,
            options.folded(),
            options.layout(),
            options.threads(),
            options.gpu());
  }

  @Override
  public String engine() {
    return "pytorch";
  }

  @Override
  public boolean intervenes() {
    return true;
  }

  @Override
  public List<Trace> run(Tensor images, Taps taps) {
    return run(images, taps, Interventions.none());
  }

  /** {@inheritDoc} */
  @Override
  public List<Trace> run(Tensor images, Taps taps, Interventions interventions) {
    interventions.requireIn(network);
    TraceRecorder recorder = new TraceRecorder(taps, Pictures.count(network, images));
    List<OperationTime> times = new ArrayList<>();
    long start = System.nanoTime();
    torch.run(
        images,
        recorder::tapped,
        (ops, input) -> {
          Ops<NDArray> offered =
              taps.kinds().contains(Tap.Kind.OPERATION) ? new TappedOps<>(ops) : ops;
          if (taps.times()) {
            TimedOps<NDArray> timed = new TimedOps<>(offered, System::nanoTime);
            network.forward(interventions.over(timed), input);
            times.addAll(timed.times());
          } else {
            network.forward(interventions.over(offered), input);
          }
        });
    return recorder.traces(network.name(), times, System.nanoTime() - start);
  }

  /**
   * A pass that brings back the logits, to be timed.
   *
   * @param times takes the time of each operation; null where none is to be timed
   */
  PassSampler.PassTime pass(Tensor images, @Nullable List<OperationTime> times) {
    TraceRecorder recorder = new TraceRecorder(Taps.logits(), Pictures.count(network, images));
    long[] first = new long[1];
    long start = System.nanoTime();
    torch.run(
        images,
        recorder::tapped,
        (ops, input) -> {
          first[0] = System.nanoTime();
          if (times == null) {
            network.forward(ops, input);
          } else {
            TimedOps<NDArray> timed = new TimedOps<>(ops, System::nanoTime);
            network.forward(timed, input);
            times.addAll(timed.times());
          }
        });
    return new PassSampler.PassTime(System.nanoTime() - start, first[0] - start);
  }

  @Override
  public void close() {
    torch.close();
  }
}
