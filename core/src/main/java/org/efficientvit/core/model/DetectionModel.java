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
import org.efficientvit.core.weights.SeededWeights;

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

  private static final String CLASS_BIAS = "bbox_head.retina_cls.bias";

  /** Its sigmoid is below the threshold. */
  private static final float RARITY = 3;

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

  /**
   * A detector whose weights nobody trained, the same for each seed on every machine. Few of its
   * scores are above the usual threshold, as in one that was trained.
   */
  public static DetectionModel random(RetinaNetConfig config, long seed) {
    int side = RetinaNetConfig.BACKBONE_IMAGE;
    Map<String, Tensor> weights =
        new LinkedHashMap<>(SeededWeights.of(new RetinaNet(config, side, side), seed));
    weights.computeIfPresent(CLASS_BIAS, (name, bias) -> lowered(bias));
    return new DetectionModel(
        config,
        weights,
        defaultLabels(config.classes()),
        DetectionPreprocessing.published(),
        Provenance.random(seed));
  }

  private static Tensor lowered(Tensor bias) {
    float[] values = bias.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] -= RARITY;
    }
    return new Tensor(bias.shape(), values);
  }

  /** COCO's labels where there are as many classes, else numbers. */
  static List<String> defaultLabels(int classes) {
    return classes == RetinaNetConfig.COCO_CLASSES ? Labels.coco() : Labels.numbered(classes);
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
