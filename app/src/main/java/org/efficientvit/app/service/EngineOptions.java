package org.efficientvit.app.service;

import org.efficientvit.core.model.Model;
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

  /** The CPU with all its cores. */
  public static EngineOptions standard() {
    return new EngineOptions(false, Runtime.getRuntime().availableProcessors());
  }

  /** Gets a model ready to run; the caller closes it. */
  public NetworkRunner start(Model model) {
    return new TorchRunner(
        model.network(),
        model.weights(),
        new TorchRunner.Options(true, TorchNetwork.Layout.CHANNELS_LAST, threads, gpu));
  }
}
