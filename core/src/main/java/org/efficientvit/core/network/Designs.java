package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The networks that the program knows by name. A network of another family is added by a line in
 * {@link #RIVALS}; everything else follows from what it does.
 */
public final class Designs {

  /** 224 of 256 pixels, as most networks are evaluated. */
  private static final double USUAL_CROP = 0.875;

  private static final int IMAGE_SIZE = 224;

  /** Crops: timm's configurations of the weights {@code .fb_in1k} and {@code .ra_in1k}. */
  private static final List<Design> RIVALS =
      List.of(
          new Design("deit-tiny", "DeiT-Tiny", "DeiT", IMAGE_SIZE, 0.9, DeitTiny::new),
          new Design(
              "mobilenetv2", "MobileNetV2", "MobileNet", IMAGE_SIZE, USUAL_CROP, MobileNetV2::new),
          new Design(
              "mobilenetv3-large",
              "MobileNetV3-Large",
              "MobileNet",
              IMAGE_SIZE,
              USUAL_CROP,
              MobileNetV3Large::new),
          new Design(
              "efficientnet-b0",
              "EfficientNet-B0",
              "EfficientNet",
              IMAGE_SIZE,
              USUAL_CROP,
              EfficientNetB0::new));

  private static final List<Design> ALL = all(RIVALS);

  private Designs() {}

  /** EfficientViT M0 to M5, then the networks of other families. */
  public static List<Design> all() {
    return ALL;
  }

  /** The networks of other families. */
  public static List<Design> rivals() {
    return RIVALS;
  }

  /** The network of a name, in either case. */
  public static Optional<Design> find(String id) {
    return ALL.stream().filter(design -> design.id().equalsIgnoreCase(id)).findFirst();
  }

  /** One of EfficientViT's six. */
  public static Design of(Variant variant) {
    return find(variant.id()).orElseThrow();
  }

  /** All names with commas between them, for a sentence. */
  public static String names() {
    return ALL.stream().map(Design::id).collect(Collectors.joining(", "));
  }

  /**
   * A network of this program for pictures of another size.
   *
   * @throws org.efficientvit.core.InspectorException if it does not take pictures of this size
   */
  public static Network sized(Network network, int imageSize) {
    if (network.imageSize() == imageSize) {
      return network;
    }
    if (network instanceof EfficientViT own) {
      return new EfficientViT(own.config().withImageSize(imageSize));
    }
    return find(network.name()).orElseThrow().network(imageSize, network.classes());
  }

  private static List<Design> all(List<Design> rivals) {
    List<Design> all = new ArrayList<>();
    Arrays.stream(Variant.values()).map(Designs::published).forEach(all::add);
    all.addAll(rivals);
    return List.copyOf(all);
  }

  private static Design published(Variant variant) {
    EfficientViTConfig config = variant.config();
    return new Design(
        variant.id(),
        "EfficientViT-" + variant.name(),
        "EfficientViT",
        config.imageSize(),
        USUAL_CROP,
        (size, classes) -> new EfficientViT(config.withImageSize(size).withClasses(classes)));
  }
}
