package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.onnx.OnnxRuntime;
import org.efficientvit.core.ops.torch.Torch;
import org.efficientvit.core.ops.torch.TorchNetwork;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.OnnxRunner;
import org.efficientvit.core.trace.OnnxSampler;
import org.efficientvit.core.trace.PassSampler;
import org.efficientvit.core.trace.Precision;
import org.efficientvit.core.trace.ScriptRunner;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.trace.TorchSampler;

/**
 * On what a model runs.
 *
 * @param engine that runs it
 * @param precision in which numbers it computes
 * @param gpu whether on the first GPU
 * @param threads that work inside one operation
 */
public record EngineOptions(Engine engine, Precision precision, boolean gpu, int threads) {

  /** What runs a network. */
  public enum Engine {
    /** One operation after another, as the network is written: each can be watched and timed. */
    PYTORCH,
    /** The whole network at once, with operations merged: the fastest answer. */
    ONNX;

    /**
     * The engine of a name.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Engine of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether it computes in such numbers. */
    public boolean knows(Precision precision) {
      return this == PYTORCH || precision == Precision.FP32;
    }

    /**
     * The version of its library.
     *
     * @throws InspectorException if it does not load here
     */
    public String version() {
      return switch (this) {
        case PYTORCH -> Torch.version();
        case ONNX -> OnnxRuntime.version();
      };
    }

    /** The name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Checks that the engine runs where it is asked to.
   *
   * @throws InspectorException if it does not
   */
  public EngineOptions {
    requireNonNull(engine, "engine is null");
    requireNonNull(precision, "precision is null");
    if (!engine.knows(precision)) {
      throw new InspectorException(
          "ONNX Runtime has no bfloat16 for processors; use --engine pytorch with --precision bf16.");
    }
    if (gpu && engine == Engine.ONNX) {
      throw new InspectorException(
          "ONNX Runtime comes for the CPU alone here; use --engine pytorch with --device gpu.");
    }
  }

  /**
   * PyTorch on the CPU with one thread: the operations of a single picture are too small for more
   * to help (docs/decisions/0005), and the other cores are then free for the screen.
   */
  public static EngineOptions standard() {
    return new EngineOptions(Engine.PYTORCH, Precision.FP32, false, 1);
  }

  /**
   * Begins to load the engine's library on another thread, which takes as long as to read a model:
   * who then calls {@link #start} waits for less.
   */
  public void prepare() {
    Thread loading = new Thread(this::load, "engine");
    loading.setDaemon(true);
    loading.start();
  }

  private void load() {
    try {
      String unused = engine.version();
    } catch (InspectorException e) {
      // Whoever starts a model meets the same, and says it.
    }
  }

  /** Gets a model ready to run; the caller closes it. */
  public NetworkRunner start(Model model) {
    return switch (engine) {
      case PYTORCH -> startTorch(model);
      case ONNX -> new OnnxRunner(model.network(), model.weights(), threads);
    };
  }

  /**
   * Gets a network ready for its passes to be timed on the CPU in 32 bits; the caller closes it.
   *
   * @param weights all that the network reads, by name
   * @param folded whether normalisation is folded into the layer beside it; always on ONNX Runtime
   */
  public PassSampler sampler(Network network, Map<String, Tensor> weights, boolean folded) {
    TorchRunner.Options fast = TorchRunner.Options.fast(threads);
    return switch (engine) {
      case PYTORCH -> new TorchSampler(network, weights, folded ? fast : fast.unfolded());
      case ONNX -> new OnnxSampler(network, weights, threads);
    };
  }

  private NetworkRunner startTorch(Model model) {
    return switch (precision) {
      case FP32 ->
          new TorchRunner(
              model.network(),
              model.weights(),
              new TorchRunner.Options(true, TorchNetwork.Layout.CHANNELS_LAST, threads, gpu));
      case BF16 -> new ScriptRunner(model.network(), model.weights(), threads, gpu);
    };
  }
}
