package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.ops.Activation.Function;
import org.efficientvit.core.ops.ConvNorm;
import org.efficientvit.core.ops.Flatten;
import org.efficientvit.core.ops.GlobalPool;
import org.efficientvit.core.ops.Linear;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;

/**
 * MobileNetV2 1.0 (arXiv 1801.04381, Table 2; timm: {@code mobilenetv2_100}): inverted residuals
 * with ReLU6.
 *
 * <p>Operations and parameters carry timm's names.
 */
public final class MobileNetV2 implements Network {

  /** One row of the table: blocks of one width, the first of which has the stride. */
  private record Row(int expansion, int width, int blocks, int stride) {}

  private static final List<Row> TABLE =
      List.of(
          new Row(1, 16, 1, 1),
          new Row(6, 24, 2, 2),
          new Row(6, 32, 3, 2),
          new Row(6, 64, 4, 2),
          new Row(6, 96, 3, 1),
          new Row(6, 160, 3, 2),
          new Row(6, 320, 1, 1));

  private static final int STEM = 32;
  private static final int KERNEL = 3;
  private static final int HEAD = 1280;
  private static final Function FUNCTION = Function.RELU6;

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
  public MobileNetV2(int imageSize, int classes) {
    ImageSize.require(
        "MobileNetV2", imageSize, 1, MobileTrunk.SMALLEST_IMAGE, MobileTrunk.LARGEST_IMAGE);
    this.imageSize = imageSize;
    this.classes = classes;
    int in = STEM;
    for (Row row : TABLE) {
      List<InvertedResidual> blocks = new ArrayList<>();
      for (int i = 0; i < row.blocks; i++) {
        int stride = i == 0 ? row.stride : 1;
        blocks.add(
            new InvertedResidual(
                in, in * row.expansion, row.width, KERNEL, stride, FUNCTION, null));
        in = row.width;
      }
      trunk.add(blocks);
    }
    this.last =
        new ActivatedConvolution(ConvNorm.of("conv_head", "bn2", in, HEAD, 1, 1, 1), FUNCTION);
    this.classifier =
        new Linear("classifier", "classifier.weight", "classifier.bias", HEAD, classes);
  }

  @Override
  public String name() {
    return "mobilenetv2";
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
