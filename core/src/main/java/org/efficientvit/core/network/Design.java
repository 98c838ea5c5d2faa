package org.efficientvit.core.network;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A network that the program knows by name: an entry of {@link Designs}.
 *
 * @param id the name on the command line and in reports, {@code m0} or {@code deit-tiny}; that of
 *     the network it makes
 * @param displayName the name in papers, {@code EfficientViT-M0}
 * @param family what its relatives are called together, {@code EfficientViT}
 * @param imageSize side in pixels of the pictures that its published weights are for
 * @param crop share of a resized picture's shorter side that its published weights are evaluated
 *     on, above 0 and at most 1
 * @param maker makes the network
 */
public record Design(
    String id, String displayName, String family, int imageSize, double crop, Maker maker) {

  /** ImageNet's, which published weights tell apart. */
  public static final int CLASSES = 1000;

  /** Makes a network: {@code MobileNetV2::new}. */
  @FunctionalInterface
  public interface Maker {

    /**
     * The network for pictures of a size.
     *
     * @param imageSize S, in pixels
     * @param classes L
     * @throws org.efficientvit.core.InspectorException if it does not take pictures of this size
     */
    Network make(int imageSize, int classes);
  }

  /**
   * Checks what can be checked without making a network.
   *
   * @throws IllegalArgumentException if the crop is none
   */
  public Design {
    requireNonNull(id, "id is null");
    requireNonNull(displayName, "displayName is null");
    requireNonNull(family, "family is null");
    requireNonNull(maker, "maker is null");
    if (!(crop > 0 && crop <= 1)) {
      throw new IllegalArgumentException(id + ": no crop of " + crop);
    }
  }

  /** The network as published. */
  public Network network() {
    return network(imageSize);
  }

  /**
   * The network for pictures of another size.
   *
   * @throws org.efficientvit.core.InspectorException if it does not take pictures of this size
   */
  public Network network(int size) {
    return network(size, CLASSES);
  }

  /**
   * The network for pictures of another size and for other classes.
   *
   * @throws org.efficientvit.core.InspectorException if it does not take pictures of this size
   */
  public Network network(int size, int classes) {
    return maker.make(size, classes);
  }

  /** Which of EfficientViT's six this is; empty for a network of another family. */
  public Optional<Variant> variant() {
    return Variant.of(id);
  }

  /** The id, as messages and choosers show it. */
  @Override
  public String toString() {
    return id;
  }
}
