package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.network.Architecture;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;

/**
 * A network, and how it is run.
 *
 * @param config the network
 * @param folded whether its BatchNorm is folded into the layers beside it, where it has any
 */
public record Setup(EfficientViTConfig config, boolean folded) {

  public Setup {
    requireNonNull(config, "config is null");
  }

  /** A network as it is usually run: folded. */
  public static Setup of(EfficientViTConfig config) {
    return new Setup(config, true);
  }

  /** Another network run the same way. */
  Setup with(EfficientViTConfig other) {
    return new Setup(other, folded);
  }

  /** The same network of another architecture. */
  Setup with(Architecture other) {
    return with(config.withArchitecture(other));
  }

  /** What it costs by its operations. */
  public NetworkCost cost(int batch) {
    return NetworkCost.of(new EfficientViT(config), batch, folded);
  }
}
