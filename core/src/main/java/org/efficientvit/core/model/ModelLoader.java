package org.efficientvit.core.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.Checkpoint;
import org.efficientvit.core.weights.CheckpointReader;
import org.efficientvit.core.weights.NameScheme;
import org.efficientvit.core.weights.WeightMatcher;

/** Opens a file of weights as the model that it belongs to. */
public final class ModelLoader {

  private ModelLoader() {}

  /** Opens a file as the network that its shapes and its metadata say. */
  public static Model load(Path file) {
    return load(file, Optional.empty(), OptionalInt.empty());
  }

  /**
   * Opens a file of weights.
   *
   * @param design the network it must fit; empty for the one that its shapes say
   * @param imageSize pictures of another size than the weights were made for
   * @throws InspectorException in one sentence, if the file cannot be read, is refused, or does not
   *     fit; when it fits another network, the sentence says which
   */
  public static Model load(Path file, Optional<Design> design, OptionalInt imageSize) {
    Checkpoint checkpoint = NameScheme.toOfficial(CheckpointReader.read(file));
    Map<String, Shape> shapes = new LinkedHashMap<>();
    checkpoint.tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    Optional<Network> found =
        ConfigInference.infer(shapes)
            .<Network>map(EfficientViT::new)
            .or(() -> DesignInference.infer(shapes));

    Network network = choose(checkpoint, found, design, imageSize);
    Map<String, Tensor> weights = match(network, shapes, checkpoint, found);
    Map<String, String> metadata = checkpoint.metadata();
    return new Model(
        network,
        weights,
        ModelMetadata.labels(metadata, network.classes())
            .orElseGet(() -> Model.defaultLabels(network.classes())),
        ModelMetadata.preprocessing(metadata, Model.defaultPreprocessing(network)),
        Provenance.of(file, metadata));
  }

  private static Network choose(
      Checkpoint checkpoint,
      Optional<Network> found,
      Optional<Design> design,
      OptionalInt imageSize) {
    if (design.isEmpty() && found.isEmpty()) {
      throw new InspectorException(
          "%s holds no network that is known here: its tensors have other names or shapes; give weights of one of %s, or choose it with --model to see what does not fit."
              .formatted(checkpoint.name(), Designs.names()));
    }
    Network network = design.map(asked -> asked(asked, found)).or(() -> found).orElseThrow();
    if (imageSize.isPresent()) {
      return Designs.sized(network, imageSize.getAsInt());
    }
    String said = checkpoint.metadata().get(ModelMetadata.IMAGE_SIZE);
    return said == null ? network : sized(checkpoint, network, said);
  }

  /** The network that a person asked for, in all that may vary as the file has it. */
  private static Network asked(Design design, Optional<Network> found) {
    Network published = design.network();
    if (found.isEmpty()) {
      return published;
    }
    Network there = found.get();
    if (published instanceof EfficientViT asked && there instanceof EfficientViT other) {
      return new EfficientViT(
          asked
              .config()
              .withClasses(other.classes())
              .withDistillation(other.config().distilled())
              .withImageSize(other.imageSize()));
    }
    return there.name().equals(design.id()) ? there : published;
  }

  private static Network sized(Checkpoint checkpoint, Network network, String said) {
    try {
      return Designs.sized(network, Integer.parseInt(said));
    } catch (NumberFormatException | InspectorException e) {
      throw new InspectorException(
          "%s says that it is for pictures of %s pixels, a size that %s does not take; mend its metadata or give the size with --image-size."
              .formatted(checkpoint.name(), said, network.name()),
          e);
    }
  }

  private static Map<String, Tensor> match(
      Network network, Map<String, Shape> shapes, Checkpoint checkpoint, Optional<Network> found) {
    Map<String, Shape> expected = ExpectedTensors.closest(network, shapes).shapes();
    try {
      return WeightMatcher.match(expected, checkpoint);
    } catch (InspectorException e) {
      throw hint(checkpoint.name(), network, found)
          .map(hint -> new InspectorException(hint + "\n" + e.getMessage(), e))
          .orElse(e);
    }
  }

  /** What would fit, where the shapes say so. */
  private static Optional<String> hint(String file, Network chosen, Optional<Network> found) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Network there = found.get();
    if (!there.name().equals(chosen.name())) {
      String choice =
          Designs.find(there.name()).map(one -> "choose " + one.id() + ", or ").orElse("");
      return Optional.of(
          "%s holds weights of %s, not of %s; %sleave the choice to the file."
              .formatted(file, name(there), chosen.name(), choice));
    }
    if (there.imageSize() != chosen.imageSize()) {
      return Optional.of(
          "%s is for pictures of %d pixels, and what it learned of places does not fit pictures of %d; leave the size to the file."
              .formatted(file, there.imageSize(), chosen.imageSize()));
    }
    return Optional.empty();
  }

  private static String name(Network network) {
    return Designs.find(network.name()).map(Design::id).orElse("an EfficientViT of other figures");
  }
}
