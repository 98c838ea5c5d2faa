package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Convolution;
import org.efficientvit.core.ops.Ops;

/**
 * Two branches of 3x3 convolutions with ReLU, one for classes and one for boxes, whose weights all
 * levels share (arXiv 1708.02002, Fig. 3; mmdetection 2: {@code RetinaHead}).
 */
final class RetinaHead {

  private static final String NAME = "bbox_head";
  private static final int KERNEL = 3;

  /** One branch on one level: operations of its own, weights that all levels share. */
  private static final class Branch implements Block {

    private final List<Convolution> convolutions = new ArrayList<>();
    private final List<Activation> activations = new ArrayList<>();
    private final Convolution last;

    Branch(RetinaNetConfig config, String list, String last, int anchorWidth, int level) {
      String place = ".level" + level;
      int width = config.width();
      for (int i = 0; i < config.convolutions(); i++) {
        String name = "%s.%s.%d".formatted(NAME, list, i);
        convolutions.add(convolution(name + ".conv" + place, name + ".conv", width, width));
        activations.add(Activation.relu(name + ".activate" + place));
      }
      String name = NAME + "." + last;
      this.last = convolution(name + place, name, width, RetinaNetConfig.ANCHORS * anchorWidth);
    }

    @Override
    public <T> T forward(Ops<T> ops, T x) {
      return ops.scope(x, input -> run(ops, input));
    }

    private <T> T run(Ops<T> ops, T x) {
      T value = x;
      for (int i = 0; i < convolutions.size(); i++) {
        value = ops.apply(activations.get(i), ops.apply(convolutions.get(i), value));
      }
      return ops.apply(last, value);
    }
  }

  private final List<Block> classes = new ArrayList<>();
  private final List<Block> deltas = new ArrayList<>();

  RetinaHead(RetinaNetConfig config) {
    for (int level = 0; level < RetinaNetConfig.LEVELS; level++) {
      classes.add(new Branch(config, "cls_convs", "retina_cls", config.classes(), level));
      deltas.add(new Branch(config, "reg_convs", "retina_reg", RetinaNetConfig.DELTAS, level));
    }
  }

  /** A 3x3 convolution with a bias that keeps the grid and the width. */
  static Convolution convolution(String name, int width) {
    return convolution(name, name, width, width);
  }

  private static Convolution convolution(String name, String parameters, int in, int out) {
    return new Convolution(
        name, parameters + ".weight", parameters + ".bias", in, out, KERNEL, 1, KERNEL / 2, 1);
  }

  /**
   * The class scores of a level before sigmoid, (B, A·L, H, W).
   *
   * @param x the level, (B, C, H, W)
   */
  <T> T classes(Ops<T> ops, T x, int level) {
    return classes.get(level).forward(ops, x);
  }

  /**
   * The box deltas of a level, (B, A·4, H, W).
   *
   * @param x the level, (B, C, H, W)
   */
  <T> T deltas(Ops<T> ops, T x, int level) {
    return deltas.get(level).forward(ops, x);
  }
}
