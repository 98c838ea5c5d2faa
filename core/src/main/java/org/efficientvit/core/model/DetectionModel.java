package org.efficientvit.core.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.image.DetectionPreprocessing;
import org.efficientvit.core.network.RetinaNet;
import org.efficientvit.core.network.RetinaNetConfig;
import org.efficientvit.core.tensor.Tensor;

/**
 * A detector with its weights, the names of its classes and what happens to a picture before it.
 *
 * @param weights all that the network reads, by name, in order
 * @param labels one for each class
 */
public record DetectionModel(
    RetinaNetConfig config,
    Map<String, Tensor> weights,
    List<String> labels,
    DetectionPreprocessing preprocessing,
    Provenance provenance) {

  /**
   * Checks that the parts belong together.
   *
   * @throws IllegalArgumentException if they do not
   */
  public DetectionModel {
    requireNonNull(config, "config is null");
    requireNonNull(preprocessing, "preprocessing is null");
    requireNonNull(provenance, "provenance is null");
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    labels = List.copyOf(labels);
    if (labels.size() != config.classes()) {
      throw new IllegalArgumentException(
          labels.size() + " labels for " + config.classes() + " classes");
    }
  }

  /** What a person calls it: {@code retinanet-m4}. */
  public String name() {
    return config.name();
  }

  /**
   * The network for pictures of a size.
   *
   * @param height in pixels, padding counted
   * @param width in pixels, padding counted
   */
  public RetinaNet network(int height, int width) {
    return new RetinaNet(config, height, width);
  }

  /** The same detector with other weights. */
  public DetectionModel withWeights(Map<String, Tensor> others) {
    return new DetectionModel(config, others, labels, preprocessing, provenance);
  }

  /** The same detector, known to come from elsewhere. */
  public DetectionModel withProvenance(Provenance origin) {
    return new DetectionModel(config, weights, labels, preprocessing, origin);
  }
}
