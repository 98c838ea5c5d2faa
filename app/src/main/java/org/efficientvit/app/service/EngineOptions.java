package org.efficientvit.app.service;

import org.efficientvit.core.InspectorException;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.ops.torch.Torch;
import org.efficientvit.core.ops.torch.TorchNetwork;
import org.efficientvit.core.trace.NetworkRunner;
import org.efficientvit.core.trace.TorchRunner;

/**
 * On what a model runs.
 *
 * @param gpu whether on the first GPU
 * @param threads that work inside one operation
 */
public record EngineOptions(boolean gpu, int threads) {

  /**
   * The CPU with one thread: the operations of a single picture are too small for more to help
   * (docs/decisions/0005), and the other cores are then free for the screen.
   */
  public static EngineOptions standard() {
    return new EngineOptions(false, 1);
  }

  /**
   * Begins to load the engine's library on another thread, which takes as long as to read a model:
   * who then calls {@link #start} waits for less.
   */
  public void prepare() {
    Thread loading = new Thread(EngineOptions::load, "engine");
    loading.setDaemon(true);
    loading.start();
  }

  private static void load() {
    try {
      String unused = Torch.version();
    } catch (InspectorException e) {
      // Whoever starts a model meets the same, and says it.
    }
  }

  /** Gets a model ready to run; the caller closes it. */
  public NetworkRunner start(Model model) {
    return new TorchRunner(
        model.network(),
        model.weights(),
        new TorchRunner.Options(true, TorchNetwork.Layout.CHANNELS_LAST, threads, gpu));
  }
}
