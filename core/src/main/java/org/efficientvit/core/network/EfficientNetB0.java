package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.network.InvertedResidual.Weighing;
import org.efficientvit.core.ops.Activation.Function;
import org.efficientvit.core.ops.ConvNorm;
import org.efficientvit.core.ops.Flatten;
import org.efficientvit.core.ops.GlobalPool;
import org.efficientvit.core.ops.Linear;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;

/**
 * EfficientNet-B0 (arXiv 1905.11946, Table 1; timm: {@code efficientnet_b0}): inverted residuals
 * with SiLU, all of which weigh their channels.
 *
 * <p>Operations and parameters carry timm's names.
 */
public final class EfficientNetB0 implements Network {

  /** One row of the table: blocks of one width, the first of which has the stride. */
  private record Row(int expansion, int kernel, int width, int blocks, int stride) {}

  private static final List<Row> TABLE =
      List.of(
          new Row(1, 3, 16, 1, 1),
          new Row(6, 3, 24, 2, 2),
          new Row(6, 5, 40, 2, 2),
          new Row(6, 3, 80, 3, 2),
          new Row(6, 5, 112, 3, 1),
          new Row(6, 5, 192, 4, 2),
          new Row(6, 3, 320, 1, 1));

  private static final int STEM = 32;
  private static final int HEAD = 1280;
  private static final Function FUNCTION = Function.SILU;

  private final int imageSize;
  private final int classes;
  private final MobileTrunk trunk = new MobileTrunk(STEM, FUNCTION);
  private final Block last;
  private final GlobalPool pool = new GlobalPool("pool");
  private final Flatten flatten = new Flatten("flatten");
  private final Linear classifier;

  /**
   * The network for pictures of a size.
   *
   * @param imageSize S, from 32 to 4096
   * @param classes L
   * @throws org.efficientvit.core.InspectorException if it does not take pictures of this size
   */
  public EfficientNetB0(int imageSize, int classes) {
    ImageSize.require(
        "EfficientNet-B0", imageSize, 1, MobileTrunk.SMALLEST_IMAGE, MobileTrunk.LARGEST_IMAGE);
    this.imageSize = imageSize;
    this.classes = classes;
    int in = STEM;
    for (Row row : TABLE) {
      List<InvertedResidual> blocks = new ArrayList<>();
      for (int i = 0; i < row.blocks; i++) {
        blocks.add(block(in, row, i == 0 ? row.stride : 1));
        in = row.width;
      }
      trunk.add(blocks);
    }
    this.last =
        new ActivatedConvolution(ConvNorm.of("conv_head", "bn2", in, HEAD, 1, 1, 1), FUNCTION);
    this.classifier =
        new Linear("classifier", "classifier.weight", "classifier.bias", HEAD, classes);
  }

  /** The narrow layer has a quarter of the channels that come in, before they are widened. */
  private static InvertedResidual block(int in, Row row, int stride) {
    Weighing weighing = new Weighing(in / 4, FUNCTION, Function.SIGMOID);
    return new InvertedResidual(
        in, in * row.expansion, row.width, row.kernel, stride, FUNCTION, weighing);
  }

  @Override
  public String name() {
    return "efficientnet-b0";
  }

  @Override
  public int imageSize() {
    return imageSize;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public <T> T forward(Ops<T> ops, T image) {
    T x = last.forward(ops, trunk.forward(ops, image));
    T logits = ops.apply(classifier, ops.apply(flatten, ops.apply(pool, x)));
    ops.tap(Tap.logits(), logits);
    return logits;
  }
}
