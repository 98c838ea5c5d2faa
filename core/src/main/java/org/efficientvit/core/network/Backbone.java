package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;

/**
 * EfficientViT without its classifier: overlapping patches and the stages (arXiv 2305.07027, Fig.
 * 6).
 */
final class Backbone {

  private final String path;
  private final Block patchEmbedding;
  private final List<Stage> stages = new ArrayList<>();

  /**
   * A backbone.
   *
   * @param config whose image size says only how large the windows are at most
   * @param path before the names of its parameters, {@code backbone.}, or nothing
   */
  Backbone(EfficientViTConfig config, String path) {
    this.path = path;
    this.patchEmbedding =
        new PatchEmbedding(
            new Layers(config.architecture()),
            path + "patch_embed",
            config.stages().get(0).width());
    for (int i = 0; i < config.stages().size(); i++) {
      stages.add(Stage.of(config, path, i));
    }
  }

  /**
   * Runs it.
   *
   * @param image (B, 3, H, W)
   * @return what each stage gives, from the finest grid to the coarsest
   */
  <T> List<T> forward(Ops<T> ops, T image) {
    T x = patchEmbedding.forward(ops, image);
    ops.tap(Tap.features(path + "patch_embed"), x);
    List<T> results = new ArrayList<>();
    for (Stage stage : stages) {
      x = stage.forward(ops, x);
      ops.tap(Tap.features(stage.name()), x);
      results.add(x);
    }
    return results;
  }
}
