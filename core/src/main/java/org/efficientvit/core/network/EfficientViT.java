package org.efficientvit.core.network;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;

/**
 * Microsoft's EfficientViT (arXiv 2305.07027, Fig. 6): overlapping patches, three stages of
 * sandwich blocks with cascaded group attention, subsampling between them, a linear classifier. A
 * {@link Architecture} other than the paper's changes what these are made of.
 *
 * <p>Operations and parameters carry the names of the official checkpoints.
 */
public final class EfficientViT implements Network {

  private final EfficientViTConfig config;
  private final Backbone backbone;
  private final ClassifierHead head;

  public EfficientViT(EfficientViTConfig config) {
    this.config = requireNonNull(config, "config is null");
    List<StageConfig> plan = config.stages();
    Layers layers = new Layers(config.architecture());
    this.backbone = new Backbone(config, "");
    this.head =
        new ClassifierHead(
            layers, plan.get(plan.size() - 1).width(), config.classes(), config.distilled());
  }

  public EfficientViTConfig config() {
    return config;
  }

  @Override
  public String name() {
    return config.name();
  }

  @Override
  public int imageSize() {
    return config.imageSize();
  }

  @Override
  public int classes() {
    return config.classes();
  }

  @Override
  public <T> T forward(Ops<T> ops, T image) {
    List<T> stages = backbone.forward(ops, image);
    T logits = head.forward(ops, stages.get(stages.size() - 1));
    ops.tap(Tap.logits(), logits);
    return logits;
  }
}
