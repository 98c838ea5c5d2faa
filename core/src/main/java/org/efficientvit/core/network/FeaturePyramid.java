package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.network.EfficientViTConfig.StageConfig;
import org.efficientvit.core.ops.Add;
import org.efficientvit.core.ops.Convolution;
import org.efficientvit.core.ops.EverySecond;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.TransposedConvolution;
import org.efficientvit.core.ops.Upsample;
import org.efficientvit.core.tensor.Shape;

/**
 * Levels of one width from stages of several: what coarser stages know is added to finer ones, and
 * one level is made beyond each end (official code: {@code EfficientViTFPN}, after arXiv
 * 1612.03144).
 */
final class FeaturePyramid {

  private static final String NAME = "neck";

  private final List<Convolution> laterals = new ArrayList<>();
  private final List<Add> sums = new ArrayList<>();
  private final List<Convolution> smoothings = new ArrayList<>();
  private final TransposedConvolution finer;
  private final Convolution finerSmoothing;
  private final EverySecond coarser = new EverySecond(NAME + ".coarsest");

  FeaturePyramid(RetinaNetConfig config) {
    int width = config.width();
    List<StageConfig> stages = config.backbone().stages();
    for (int i = 0; i < stages.size(); i++) {
      laterals.add(
          Convolution.pointwise(
              NAME + ".lateral_convs.%d.conv".formatted(i), stages.get(i).width(), width));
      sums.add(new Add(NAME + ".top_down." + i));
      smoothings.add(RetinaHead.convolution(NAME + ".fpn_convs.%d.conv".formatted(i), width));
    }
    this.finer = TransposedConvolution.of(NAME + ".extra_trans_convs.0.conv", width, width);
    this.finerSmoothing = RetinaHead.convolution(NAME + ".extra_fpn_convs.0.conv", width);
  }

  /**
   * The levels, from the finest to the coarsest.
   *
   * @param stages of the backbone, from the finest
   */
  <T> List<T> forward(Ops<T> ops, List<T> stages) {
    List<T> merged = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      merged.add(ops.apply(laterals.get(i), stages.get(i)));
    }
    for (int i = stages.size() - 2; i >= 0; i--) {
      Shape shape = ops.shape(merged.get(i));
      Upsample upsample =
          new Upsample(NAME + ".upsample." + i, shape.dimension(2), shape.dimension(3));
      T coarse = ops.apply(upsample, merged.get(i + 1));
      merged.set(i, ops.apply(sums.get(i), merged.get(i), coarse));
    }
    List<T> levels = new ArrayList<>();
    levels.add(ops.apply(finerSmoothing, ops.apply(finer, merged.get(0))));
    for (int i = 0; i < stages.size(); i++) {
      levels.add(ops.apply(smoothings.get(i), merged.get(i)));
    }
    levels.add(ops.apply(coarser, levels.get(levels.size() - 1)));
    return levels;
  }
}
