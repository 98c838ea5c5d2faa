package org.efficientvit.core.network;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.InspectorException;

/**
 * What makes one RetinaNet on EfficientViT differ from another (official code: {@code
 * retinanet_efficientvit_m4_fpn_1x_coco.py}).
 *
 * @param name what a person calls it
 * @param backbone whose image size is {@value #BACKBONE_IMAGE}, so that every stage has whole
 *     windows; its classes are not used
 * @param classes L
 * @param width channels of the pyramid and of the head
 * @param convolutions of each branch of the head before its last one
 */
public record RetinaNetConfig(
    String name, EfficientViTConfig backbone, int classes, int width, int convolutions) {

  /** Classes of the published detector: COCO's. */
  public static final int COCO_CLASSES = 80;

  /** Anchors of a cell: three ratios and three scales. */
  public static final int ANCHORS = 9;

  /** Numbers of a box: shifts of its centre and changes of its sides. */
  public static final int DELTAS = 4;

  /** Pixels between the cells of each level of the pyramid, from the finest. */
  public static final int FINEST_STRIDE = 8;

  /** How many levels the pyramid has; each has half as many rows as the one before. */
  public static final int LEVELS = 5;

  /**
   * The size for which the official code builds the backbone: every grid holds a window of 7, so
   * that the tables of position biases are whole, whatever the pictures' size is.
   */
  public static final int BACKBONE_IMAGE = 512;

  private static final int PUBLISHED_WIDTH = 256;
  private static final int PUBLISHED_CONVOLUTIONS = 4;
  private static final int SMALL_WIDTH = 64;
  private static final int SMALL_CONVOLUTIONS = 2;

  /**
   * Checks the figures and sizes the backbone.
   *
   * @throws InspectorException if no network can be made of these figures
   */
  public RetinaNetConfig {
    requireNonNull(name, "name is null");
    // What no layer uses makes no two detectors different.
    backbone = backbone.withImageSize(BACKBONE_IMAGE).withQueryKernels(backbone.usedQueryKernels());
    if (classes < 1 || width < 1 || convolutions < 1) {
      throw new InspectorException(
          "A detector needs at least one class, one channel and one convolution in a branch.");
    }
  }

  /**
   * A detector that two cores train within hours: a pyramid of 64 channels and two convolutions in
   * each branch of the head.
   */
  public static RetinaNetConfig small(EfficientViTConfig backbone, int classes) {
    return new RetinaNetConfig(
        "retinanet-" + backbone.name(), backbone, classes, SMALL_WIDTH, SMALL_CONVOLUTIONS);
  }

  /** The same detector under another name. */
  public RetinaNetConfig withName(String other) {
    return new RetinaNetConfig(other, backbone, classes, width, convolutions);
  }

  /** The published design on one of the six backbones: 80 classes, 256 channels, four layers. */
  public static RetinaNetConfig published(Variant variant) {
    return new RetinaNetConfig(
        "retinanet-" + variant.id(),
        variant.config(),
        COCO_CLASSES,
        PUBLISHED_WIDTH,
        PUBLISHED_CONVOLUTIONS);
  }
}
