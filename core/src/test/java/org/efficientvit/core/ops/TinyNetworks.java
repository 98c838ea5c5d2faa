package org.efficientvit.core.ops;

import java.util.List;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;

/** Networks with every kind of operation, small enough to be run thousands of times. */
public final class TinyNetworks {

  private TinyNetworks() {}

  /** Pictures of 128 pixels; the first stage has windows of 3 on a grid of 8, which are padded. */
  public static EfficientViT efficientViT(int classes) {
    return new EfficientViT(
        new EfficientViTConfig(
            "tiny",
            128,
            classes,
            List.of(
                new StageConfig(8, 1, 2, 4, 3),
                new StageConfig(16, 1, 2, 4, 2),
                new StageConfig(24, 1, 3, 4, 2)),
            List.of(5, 3, 3),
            false,
            1));
  }
}
