package org.efficientvit.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.EfficientViT;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.Folding;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.SeededWeights;

/**
 * A network with its weights, the names of its classes and what happens to a picture before it.
 *
 * @param weights all that the network reads, by name, in order
 * @param labels one for each class
 */
public record Model(
    Network network,
    Map<String, Tensor> weights,
    List<String> labels,
    Preprocessing preprocessing,
    Provenance provenance) {

  private static final int IMAGENET_CLASSES = 1000;

  /**
   * Checks that the parts belong together.
   *
   * @throws IllegalArgumentException if they do not
   */
  public Model {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    labels = List.copyOf(labels);
    if (labels.size() != network.classes()) {
      throw new IllegalArgumentException(
          labels.size() + " labels for " + network.classes() + " classes");
    }
    if (preprocessing.imageSize() != network.imageSize()) {
      throw new IllegalArgumentException(
          "pictures of %d for a network that takes %d"
              .formatted(preprocessing.imageSize(), network.imageSize()));
    }
  }

  /** A network whose weights nobody trained, the same for each seed on every machine. */
  public static Model random(EfficientViTConfig config, long seed) {
    return random(new EfficientViT(config), seed);
  }

  /** A network of any family whose weights nobody trained. */
  public static Model random(Network network, long seed) {
    return new Model(
        network,
        SeededWeights.of(network, seed),
        defaultLabels(network.classes()),
        defaultPreprocessing(network),
        Provenance.random(seed));
  }

  /** What published weights of a network are evaluated with. */
  static Preprocessing defaultPreprocessing(Network network) {
    return Designs.find(network.name())
        .map(design -> Preprocessing.imageNet(network.imageSize(), design.crop()))
        .orElseGet(() -> Preprocessing.imageNet(network.imageSize()));
  }

  /** ImageNet's labels where there are as many classes, else numbers. */
  static List<String> defaultLabels(int classes) {
    return classes == IMAGENET_CLASSES ? Labels.imageNet() : Labels.numbered(classes);
  }

  /** The same model whose classes have other names. */
  public Model withLabels(List<String> names) {
    return new Model(network, weights, names, preprocessing, provenance);
  }

  /** The same model with other weights. */
  public Model withWeights(Map<String, Tensor> others) {
    return new Model(network, others, labels, preprocessing, provenance);
  }

  /** The same model, known to come from elsewhere. */
  public Model withProvenance(Provenance origin) {
    return new Model(network, weights, labels, preprocessing, origin);
  }

  /** Whether the weights came with normalisation folded, so that it cannot be run unfolded. */
  public boolean isFolded() {
    return Folding.isFolded(Blueprint.of(network, 1, true).layers(), weights.keySet());
  }
}
