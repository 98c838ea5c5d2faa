package org.efficientvit.app.service;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.efficientvit.core.catalogue.WeightStore;
import org.efficientvit.core.model.Labels;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.ModelLoader;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.network.Variant;

/**
 * Which model a person asks for.
 *
 * @param variant the network; empty for what the weights say, or M0
 * @param weights file of weights; empty for weights that follow from the seed
 * @param imageSize side of the pictures in pixels; empty for the weights' own
 * @param labels file of labels; empty for the weights' own
 * @param seed of random weights
 */
public record ModelRequest(
    Optional<Variant> variant,
    Optional<Path> weights,
    OptionalInt imageSize,
    Optional<Path> labels,
    long seed) {

  /** A variant on random weights. */
  public static ModelRequest random(Variant variant) {
    return new ModelRequest(
        Optional.of(variant), Optional.empty(), OptionalInt.empty(), Optional.empty(), 0);
  }

  /** What a file of weights says it is. */
  public static ModelRequest of(Path weights) {
    return new ModelRequest(
        Optional.empty(), Optional.of(weights), OptionalInt.empty(), Optional.empty(), 0);
  }

  /**
   * Opens the model.
   *
   * @throws org.efficientvit.core.InspectorException in one sentence, if a file is refused, does
   *     not fit, or was fetched and has changed since
   */
  public Model open() {
    Model model = weights.map(this::load).orElseGet(() -> Model.random(config(), seed));
    return labels
        .map(file -> model.withLabels(Labels.read(file, model.network().classes())))
        .orElse(model);
  }

  private Model load(Path file) {
    WeightStore.standard().requireUnchanged(file);
    return ModelLoader.load(file, variant, imageSize);
  }

  /**
   * The network alone, for work that needs no weights; those of a file are read even so, to learn
   * which network they belong to.
   *
   * @throws org.efficientvit.core.InspectorException in one sentence, if a file is refused or does
   *     not fit
   */
  public Network network() {
    return weights.isPresent() ? open().network() : new EfficientViT(config());
  }

  private EfficientViTConfig config() {
    EfficientViTConfig config = variant.orElse(Variant.M0).config();
    return imageSize.isPresent() ? config.withImageSize(imageSize.getAsInt()) : config;
  }
}
