package org.efficientvit.core.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.Parameter;
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
   * @param variant the network it must fit; empty for the one that its shapes say
   * @param imageSize pictures of another size than the weights were made for
   * @throws InspectorException in one sentence, if the file cannot be read, is refused, or does not
   *     fit; when it fits another variant, the sentence says which
   */
  public static Model load(Path file, Optional<Variant> variant, OptionalInt imageSize) {
    Checkpoint checkpoint = NameScheme.toOfficial(CheckpointReader.read(file));
    Map<String, Shape> shapes = new LinkedHashMap<>();
    checkpoint.tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    Optional<EfficientViTConfig> inferred = ConfigInference.infer(shapes);
    EfficientViTConfig config = choose(checkpoint, inferred, variant, imageSize);

    EfficientViT network = new EfficientViT(config);
    Map<String, Tensor> weights = match(network, shapes, checkpoint, inferred);
    Map<String, String> metadata = checkpoint.metadata();
    return new Model(
        network,
        weights,
        ModelMetadata.labels(metadata, config.classes())
            .orElseGet(() -> Model.defaultLabels(config.classes())),
        ModelMetadata.preprocessing(metadata, config.imageSize()),
        Provenance.of(file, metadata));
  }

  private static EfficientViTConfig choose(
      Checkpoint checkpoint,
      Optional<EfficientViTConfig> inferred,
      Optional<Variant> variant,
      OptionalInt imageSize) {
    if (variant.isEmpty() && inferred.isEmpty()) {
      throw new InspectorException(
          "%s holds no EfficientViT: its tensors have other names or shapes; give weights of M0 to M5, or choose a network with --model to see what does not fit."
              .formatted(checkpoint.name()));
    }
    EfficientViTConfig config = variant.map(Variant::config).or(() -> inferred).orElseThrow();
    if (variant.isPresent() && inferred.isPresent()) {
      EfficientViTConfig found = inferred.get();
      config =
          config
              .withClasses(found.classes())
              .withDistillation(found.distilled())
              .withImageSize(found.imageSize());
    }
    if (imageSize.isPresent()) {
      return config.withImageSize(imageSize.getAsInt());
    }
    String said = checkpoint.metadata().get(ModelMetadata.IMAGE_SIZE);
    return said == null ? config : sized(checkpoint, config, said);
  }

  private static EfficientViTConfig sized(
      Checkpoint checkpoint, EfficientViTConfig config, String said) {
    try {
      return config.withImageSize(Integer.parseInt(said));
    } catch (NumberFormatException | InspectorException e) {
      throw new InspectorException(
          "%s says that it is for pictures of %s pixels, a size that EfficientViT does not take; mend its metadata or give the size with --image-size."
              .formatted(checkpoint.name(), said),
          e);
    }
  }

  private static Map<String, Tensor> match(
      EfficientViT network,
      Map<String, Shape> shapes,
      Checkpoint checkpoint,
      Optional<EfficientViTConfig> inferred) {
    boolean folded = shapes.containsKey("patch_embed.0.weight");
    Map<String, Shape> expected = new LinkedHashMap<>();
    for (Parameter parameter : Blueprint.of(network, 1, folded).parameters()) {
      expected.put(parameter.name(), parameter.shape());
    }
    try {
      return WeightMatcher.match(expected, checkpoint);
    } catch (InspectorException e) {
      throw hint(checkpoint.name(), network.config(), inferred)
          .map(hint -> new InspectorException(hint + "\n" + e.getMessage(), e))
          .orElse(e);
    }
  }

  /** What would fit, where the shapes say so. */
  private static Optional<String> hint(
      String file, EfficientViTConfig chosen, Optional<EfficientViTConfig> inferred) {
    if (inferred.isEmpty()) {
      return Optional.empty();
    }
    EfficientViTConfig found = inferred.get();
    if (!found.stages().equals(chosen.stages())) {
      return Optional.of(
          "%s holds weights of %s, not of %s; choose %s, or leave the choice to the file."
              .formatted(file, found.name(), chosen.name(), found.name()));
    }
    if (found.imageSize() != chosen.imageSize()) {
      return Optional.of(
          "%s is for pictures of %d pixels, and its attention biases do not fit pictures of %d; leave the size to the file."
              .formatted(file, found.imageSize(), chosen.imageSize()));
    }
    return Optional.empty();
  }
}
