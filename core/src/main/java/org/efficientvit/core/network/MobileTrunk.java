package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.ops.Activation.Function;
import org.efficientvit.core.ops.ConvNorm;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;

/**
 * What the mobile networks have in common: a convolution that halves the grid and stages of blocks,
 * (B, 3, S, S) to (B, C, ⌈S/32⌉, ⌈S/32⌉), under timm's names. Feature maps are offered after each
 * part: {@code stem}, {@code blocks.0}, ….
 */
final class MobileTrunk {

  /** The smallest picture that leaves a cell for the last stage. */
  static final int SMALLEST_IMAGE = 32;

  /** The largest picture that is taken; beyond it a pass would need gigabytes. */
  static final int LARGEST_IMAGE = 4096;

  private static final int COLOURS = 3;
  private static final int KERNEL = 3;

  private final Block stem;
  private final List<List<Block>> stages = new ArrayList<>();

  /**
   * A trunk that begins with a convolution.
   *
   * @param width channels of the first convolution
   * @param function after it
   */
  MobileTrunk(int width, Function function) {
    this.stem =
        new Sequence(
            List.of(
                new ActivatedConvolution(
                    ConvNorm.of("conv_stem", "bn1", COLOURS, width, KERNEL, 2, 1), function)));
  }

  /** Adds a stage of inverted residuals. */
  void add(List<InvertedResidual> blocks) {
    String name = nextStage();
    List<Block> stage = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      stage.add(blocks.get(i).named(name + "." + i));
    }
    stages.add(stage);
  }

  /** Adds a stage that is one convolution of channels alone. */
  void addPointwise(int in, int out, Function function) {
    String name = nextStage() + ".0";
    ConvNorm convolution = ConvNorm.of(name + ".conv", name + ".bn1", in, out, 1, 1, 1);
    stages.add(List.of(new Sequence(List.of(new ActivatedConvolution(convolution, function)))));
  }

  private String nextStage() {
    return "blocks." + stages.size();
  }

  <T> T forward(Ops<T> ops, T image) {
    T x = stem.forward(ops, image);
    ops.tap(Tap.features("stem"), x);
    for (int i = 0; i < stages.size(); i++) {
      for (Block block : stages.get(i)) {
        x = block.forward(ops, x);
      }
      ops.tap(Tap.features("blocks." + i), x);
    }
    return x;
  }
}
