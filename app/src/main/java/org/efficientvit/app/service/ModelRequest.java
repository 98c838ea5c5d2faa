package org.efficientvit.app.service;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.efficientvit.core.InspectorException;
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
 * @param weights those it runs on
 * @param imageSize side of the pictures in pixels; empty for the weights' own
 * @param labels file of labels; empty for the weights' own
 */
public record ModelRequest(
    Optional<Variant> variant,
    WeightsChoice weights,
    OptionalInt imageSize,
    Optional<Path> labels) {

  /** A variant on random weights. */
  public static ModelRequest random(Variant variant) {
    return of(Optional.of(variant), new WeightsChoice.Random(0));
  }

  /** What a file of weights says it is. */
  public static ModelRequest of(Path weights) {
    return of(Optional.empty(), new WeightsChoice.InFile(weights));
  }

  /** A variant on the demonstration weights, or on random ones where none come with the program. */
  public static ModelRequest usual(Variant variant) {
    return Installation.demonstration(variant).isPresent()
        ? of(Optional.of(variant), new WeightsChoice.Demonstration())
        : random(variant);
  }

  private static ModelRequest of(Optional<Variant> variant, WeightsChoice weights) {
    return new ModelRequest(variant, weights, OptionalInt.empty(), Optional.empty());
  }

  /** The file of weights that a person chose. */
  public Optional<Path> file() {
    return weights instanceof WeightsChoice.InFile chosen
        ? Optional.of(chosen.file())
        : Optional.empty();
  }

  /**
   * Opens the model.
   *
   * @throws InspectorException in one sentence, if a file is refused, does not fit, or was fetched
   *     and has changed since, or no demonstration weights come with the program
   */
  public Model open() {
    Model model = opened();
    return labels
        .map(file -> model.withLabels(Labels.read(file, model.network().classes())))
        .orElse(model);
  }

  private Model opened() {
    if (weights instanceof WeightsChoice.InFile chosen) {
      WeightStore.standard().requireUnchanged(chosen.file());
      return ModelLoader.load(chosen.file(), variant, imageSize);
    }
    if (weights instanceof WeightsChoice.Random random) {
      return Model.random(config(), random.seed());
    }
    return ModelLoader.load(demonstration(), variant, imageSize);
  }

  private Path demonstration() {
    String id = variant.orElse(Variant.M0).id();
    return Installation.demonstration(variant.orElse(Variant.M0))
        .orElseThrow(
            () ->
                new InspectorException(
                    "No trained weights of %s come with the program; fetch the published ones with 'inspector weights fetch %s' and name them with --weights %s, or name a file, or see random ones with --weights random."
                        .formatted(id, id, id)));
  }

  /**
   * The network alone, for work that needs no weights, as published where no file is named; those
   * of a file are read even so, to learn which network they belong to.
   *
   * @throws InspectorException in one sentence, if a file is refused or does not fit
   */
  public Network network() {
    return file().isPresent() ? open().network() : new EfficientViT(config());
  }

  private EfficientViTConfig config() {
    EfficientViTConfig config = variant.orElse(Variant.M0).config();
    return imageSize.isPresent() ? config.withImageSize(imageSize.getAsInt()) : config;
  }
}
