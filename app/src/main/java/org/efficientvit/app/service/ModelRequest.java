package org.efficientvit.app.service;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.catalogue.WeightStore;
import org.efficientvit.core.model.Labels;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.ModelLoader;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.network.Variant;

/**
 * Which model a person asks for.
 *
 * @param design the network; empty for what the weights say, or M0
 * @param weights those it runs on
 * @param imageSize side of the pictures in pixels; empty for the weights' own
 * @param labels file of labels; empty for the weights' own
 */
public record ModelRequest(
    Optional<Design> design, WeightsChoice weights, OptionalInt imageSize, Optional<Path> labels) {

  /** A variant on random weights. */
  public static ModelRequest random(Variant variant) {
    return random(Designs.of(variant));
  }

  /** A network on random weights. */
  public static ModelRequest random(Design design) {
    return of(Optional.of(design), new WeightsChoice.Random(0));
  }

  /** What a file of weights says it is. */
  public static ModelRequest of(Path weights) {
    return of(Optional.empty(), new WeightsChoice.InFile(weights));
  }

  /** A network on the demonstration weights, or on random ones where none come with the program. */
  public static ModelRequest usual(Design design) {
    return demonstration(design).isPresent()
        ? of(Optional.of(design), new WeightsChoice.Demonstration())
        : random(design);
  }

  private static ModelRequest of(Optional<Design> design, WeightsChoice weights) {
    return new ModelRequest(design, weights, OptionalInt.empty(), Optional.empty());
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
      return ModelLoader.load(chosen.file(), design, imageSize);
    }
    if (weights instanceof WeightsChoice.Random random) {
      return Model.random(published(), random.seed());
    }
    return ModelLoader.load(demonstration(), design, imageSize);
  }

  private Path demonstration() {
    Design wanted = wanted();
    return demonstration(wanted)
        .orElseThrow(
            () ->
                new InspectorException(
                    "No trained weights of %s come with the program; %s, or see random ones with --weights random."
                        .formatted(wanted.id(), otherWeights(wanted))));
  }

  private static Optional<Path> demonstration(Design design) {
    return design.variant().flatMap(Installation::demonstration);
  }

  private static String otherWeights(Design design) {
    String id = design.id();
    return design.variant().isPresent()
        ? "fetch the published ones with 'inspector weights fetch %s' and name them with --weights %s, or name a file"
            .formatted(id, id)
        : "name a file of timm's with --weights FILE";
  }

  /**
   * The network alone, for work that needs no weights, as published where no file is named; those
   * of a file are read even so, to learn which network they belong to.
   *
   * @throws InspectorException in one sentence, if a file is refused or does not fit
   */
  public Network network() {
    return file().isPresent() ? open().network() : published();
  }

  private Network published() {
    Design wanted = wanted();
    return imageSize.isPresent() ? wanted.network(imageSize.getAsInt()) : wanted.network();
  }

  private Design wanted() {
    return design.orElse(Designs.of(Variant.M0));
  }
}
