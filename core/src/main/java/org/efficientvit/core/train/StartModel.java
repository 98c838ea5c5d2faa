package org.efficientvit.core.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.Provenance;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.tensor.Tensor;

/** The model with which a training begins. */
public final class StartModel {

  private StartModel() {}

  /**
   * A network that has learned nothing.
   *
   * @param config its classes are replaced by the labels
   */
  public static Model fresh(EfficientViTConfig config, List<String> labels, long seed) {
    EfficientViT network = new EfficientViT(config.withClasses(labels.size()));
    return new Model(
        network,
        InitialWeights.of(network, seed),
        labels,
        Preprocessing.imageNet(network.imageSize()),
        Provenance.random(seed));
  }

  /**
   * A network that has learned other classes: all its weights but those of the classifier, which is
   * a new one with one head. Where the classes are the same, the classifier stays.
   *
   * @throws InspectorException if the model is of another family than EfficientViT, or its
   *     normalisation is folded
   */
  public static Model from(Model learned, List<String> labels, long seed) {
    if (!(learned.network() instanceof EfficientViT network)) {
      throw new InspectorException(
          "Training is for EfficientViT, and these weights (%s) are of %s; begin with weights of m0 to m5."
              .formatted(learned.provenance().description(), learned.network().name()));
    }
    requireUnfolded(learned);
    if (learned.labels().equals(labels)) {
      return learned;
    }
    EfficientViT other =
        new EfficientViT(network.config().withClasses(labels.size()).withDistillation(false));
    Map<String, Tensor> weights = new LinkedHashMap<>(InitialWeights.of(other, seed));
    weights.replaceAll(
        (name, initial) ->
            Trainer.isHead(name) ? initial : learned.weights().getOrDefault(name, initial));
    return new Model(other, weights, labels, learned.preprocessing(), learned.provenance());
  }

  /** Refuses a model that has nothing to normalise batches with. */
  static void requireUnfolded(Model model) {
    if (model.isFolded()) {
      throw new InspectorException(
          "%s come with normalisation folded, so that there is nothing to normalise batches with; begin with weights as they were trained."
              .formatted(model.provenance().description()));
    }
  }
}
