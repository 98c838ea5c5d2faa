package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.network.InvertedResidual.Weighing;
import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Activation.Function;
import org.efficientvit.core.ops.Convolution;
import org.efficientvit.core.ops.Flatten;
import org.efficientvit.core.ops.GlobalPool;
import org.efficientvit.core.ops.Linear;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;

/**
 * MobileNetV3-Large 1.0 (arXiv 1905.02244, Table 1; timm: {@code mobilenetv3_large_100}): inverted
 * residuals, some of which weigh their channels, with ReLU in the first half and hard swish in the
 * second.
 *
 * <p>Operations and parameters carry timm's names.
 */
public final class MobileNetV3Large implements Network {

  /** One row of the table: one block. */
  private record Row(
      int kernel, int hidden, int width, boolean weighs, Function function, int stride) {}

  private static final Function RELU = Function.RELU;
  private static final Function SWISH = Function.HARD_SWISH;

  /** The rows of the table; those of one grid, and at 14 x 14 of one kind, make a stage in timm. */
  private static final List<List<Row>> STAGES =
      List.of(
          List.of(new Row(3, 16, 16, false, RELU, 1)),
          List.of(new Row(3, 64, 24, false, RELU, 2), new Row(3, 72, 24, false, RELU, 1)),
          List.of(
              new Row(5, 72, 40, true, RELU, 2),
              new Row(5, 120, 40, true, RELU, 1),
              new Row(5, 120, 40, true, RELU, 1)),
          List.of(
              new Row(3, 240, 80, false, SWISH, 2),
              new Row(3, 200, 80, false, SWISH, 1),
              new Row(3, 184, 80, false, SWISH, 1),
              new Row(3, 184, 80, false, SWISH, 1)),
          List.of(new Row(3, 480, 112, true, SWISH, 1), new Row(3, 672, 112, true, SWISH, 1)),
          List.of(
              new Row(5, 672, 160, true, SWISH, 2),
              new Row(5, 960, 160, true, SWISH, 1),
              new Row(5, 960, 160, true, SWISH, 1)));

  private static final int STEM = 16;
  private static final int LAST = 960;
  private static final int HEAD = 1280;

  private final int imageSize;
  private final int classes;
  private final MobileTrunk trunk = new MobileTrunk(STEM, SWISH);
  private final GlobalPool pool = new GlobalPool("pool");
  private final Convolution widen = Convolution.pointwise("conv_head", LAST, HEAD);
  private final Activation activation = new Activation("conv_head.act", SWISH);
  private final Flatten flatten = new Flatten("flatten");
  private final Linear classifier;

  /**
   * The network for pictures of a size.
   *
   * @param imageSize S, from 32 to 4096
   * @param classes L
   * @throws org.efficientvit.core.InspectorException if it does not take pictures of this size
   */
  public MobileNetV3Large(int imageSize, int classes) {
    ImageSize.require(
        "MobileNetV3-Large", imageSize, 1, MobileTrunk.SMALLEST_IMAGE, MobileTrunk.LARGEST_IMAGE);
    this.imageSize = imageSize;
    this.classes = classes;
    int in = STEM;
    for (List<Row> stage : STAGES) {
      List<InvertedResidual> blocks = new ArrayList<>();
      for (Row row : stage) {
        blocks.add(block(in, row));
        in = row.width;
      }
      trunk.add(blocks);
    }
    trunk.addPointwise(in, LAST, SWISH);
    this.classifier =
        new Linear("classifier", "classifier.weight", "classifier.bias", HEAD, classes);
  }

  private static InvertedResidual block(int in, Row row) {
    Weighing weighing =
        row.weighs ? new Weighing(quarter(row.hidden), RELU, Function.HARD_SIGMOID) : null;
    return new InvertedResidual(
        in, row.hidden, row.width, row.kernel, row.stride, row.function, weighing);
  }

  /**
   * A quarter, rounded to a multiple of 8, or to the next where more than a tenth would be lost (as
   * timm's {@code make_divisible}).
   */
  private static int quarter(int channels) {
    double exact = channels / 4.0;
    int rounded = Math.max(8, (int) (exact + 4) / 8 * 8);
    return rounded < 0.9 * exact ? rounded + 8 : rounded;
  }

  @Override
  public String name() {
    return "mobilenetv3-large";
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
    T pooled = ops.apply(pool, trunk.forward(ops, image));
    T x = ops.apply(flatten, ops.apply(activation, ops.apply(widen, pooled)));
    T logits = ops.apply(classifier, x);
    ops.tap(Tap.logits(), logits);
    return logits;
  }
}
