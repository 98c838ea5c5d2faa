package org.efficientvit.core.network;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.tensor.Shape;

/**
 * RetinaNet (arXiv 1708.02002) on EfficientViT: its backbone, a pyramid of five levels and a head
 * that they share (official code: {@code downstream/}; head: mmdetection 2's {@code RetinaHead}).
 *
 * <p>Level i answers {@code cls.i}, (B, A·L, H, W), the class scores of each anchor before sigmoid,
 * and {@code reg.i}, (B, A·4, H, W), its box deltas; the anchors of a cell stand one after another.
 */
public final class RetinaNet implements VisionNetwork {

  /** A picture's sides are a multiple of this. */
  public static final int MULTIPLE = 32;

  private static final int SMALLEST = 64;
  private static final int LARGEST = 4096;

  private final RetinaNetConfig config;
  private final int height;
  private final int width;
  private final Backbone backbone;
  private final FeaturePyramid neck;
  private final RetinaHead head;

  /**
   * The network for pictures of a size.
   *
   * @param height rows in pixels, a multiple of {@value #MULTIPLE} from 64 to 4096
   * @param width columns in pixels, the same
   * @throws InspectorException if it does not take pictures of this size
   */
  public RetinaNet(RetinaNetConfig config, int height, int width) {
    this.config = requireNonNull(config, "config is null");
    this.height = side(height);
    this.width = side(width);
    this.backbone = new Backbone(config.backbone(), "backbone.");
    this.neck = new FeaturePyramid(config);
    this.head = new RetinaHead(config);
  }

  private static int side(int pixels) {
    if (pixels < SMALLEST || pixels > LARGEST || pixels % MULTIPLE != 0) {
      throw new InspectorException(
          "RetinaNet takes pictures whose sides are a multiple of %d from %d to %d, not %d; pad them."
              .formatted(MULTIPLE, SMALLEST, LARGEST, pixels));
    }
    return pixels;
  }

  public RetinaNetConfig config() {
    return config;
  }

  @Override
  public String name() {
    return config.name();
  }

  @Override
  public Shape input(int batch) {
    return Shape.of(batch, COLOURS, height, width);
  }

  @Override
  public <T> T forward(Ops<T> ops, T image) {
    List<T> levels = neck.forward(ops, backbone.forward(ops, image));
    T last = image;
    for (int level = 0; level < levels.size(); level++) {
      ops.tap(Tap.features("neck." + level), levels.get(level));
      ops.tap(Tap.answer(classes(level)), head.classes(ops, levels.get(level), level));
      last = head.deltas(ops, levels.get(level), level);
      ops.tap(Tap.answer(deltas(level)), last);
    }
    return last;
  }

  /** The name of the class scores of a level. */
  public static String classes(int level) {
    return "cls." + level;
  }

  /** The name of the box deltas of a level. */
  public static String deltas(int level) {
    return "reg." + level;
  }
}
