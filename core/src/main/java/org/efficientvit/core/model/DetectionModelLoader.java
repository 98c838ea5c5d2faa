package org.efficientvit.core.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.EfficientViTConfig;
import org.efficientvit.core.network.RetinaNet;
import org.efficientvit.core.network.RetinaNetConfig;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.weights.Checkpoint;
import org.efficientvit.core.weights.CheckpointReader;
import org.efficientvit.core.weights.WeightMatcher;

/**
 * Opens a file of weights as the detector that it belongs to: mmdetection's checkpoints ({@code
 * state_dict} with {@code backbone.}, {@code neck.} and {@code bbox_head.}) and this program's own.
 */
public final class DetectionModelLoader {

  private static final String BACKBONE = "backbone.";
  private static final String CLASS_BIAS = "bbox_head.retina_cls.bias";
  private static final String LATERAL_BIAS = "neck.lateral_convs.0.conv.bias";
  private static final String BRANCH_BIAS = "bbox_head.cls_convs.%d.conv.bias";

  private DetectionModelLoader() {}

  /**
   * Opens a file of weights.
   *
   * @throws InspectorException in one sentence, if the file cannot be read, is refused, or holds no
   *     detector that is known
   */
  public static DetectionModel load(Path file) {
    Checkpoint checkpoint = CheckpointReader.read(file);
    Map<String, Shape> shapes = new LinkedHashMap<>();
    checkpoint.tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    RetinaNetConfig config =
        infer(shapes)
            .orElseThrow(
                () ->
                    new InspectorException(
                        "%s holds no RetinaNet on EfficientViT: its tensors have other names or shapes; give a detector's weights."
                            .formatted(checkpoint.name())));
    int side = RetinaNetConfig.BACKBONE_IMAGE;
    Map<String, Shape> expected =
        ExpectedTensors.closest(new RetinaNet(config, side, side), shapes).shapes();
    Map<String, Tensor> weights = WeightMatcher.match(expected, checkpoint);
    Map<String, String> metadata = checkpoint.metadata();
    return new DetectionModel(
        config,
        weights,
        ModelMetadata.labels(metadata, config.classes())
            .orElseGet(() -> DetectionModel.defaultLabels(config.classes())),
        ModelMetadata.detection(metadata),
        Provenance.of(file, metadata));
  }

  /** The detector that tensors of these shapes belong to; empty where they are of none. */
  private static Optional<RetinaNetConfig> infer(Map<String, Shape> shapes) {
    Shape classes = shapes.get(CLASS_BIAS);
    Shape lateral = shapes.get(LATERAL_BIAS);
    if (classes == null || lateral == null || classes.elements() < RetinaNetConfig.ANCHORS) {
      return Optional.empty();
    }
    int convolutions = 0;
    while (shapes.containsKey(BRANCH_BIAS.formatted(convolutions))) {
      convolutions++;
    }
    int branch = Math.max(1, convolutions);
    return backbone(shapes)
        .map(
            backbone ->
                new RetinaNetConfig(
                    "retinanet-" + backbone.name(),
                    backbone,
                    classes.elements() / RetinaNetConfig.ANCHORS,
                    Math.max(1, lateral.elements()),
                    branch));
  }

  private static Optional<EfficientViTConfig> backbone(Map<String, Shape> shapes) {
    Map<String, Shape> backbone = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) -> {
          if (name.startsWith(BACKBONE)) {
            backbone.put(name.substring(BACKBONE.length()), shape);
          }
        });
    // A backbone has no classifier, which is asked for its classes.
    backbone.put("head.bias", Shape.of(1));
    return ConfigInference.infer(backbone).map(config -> config.withClasses(Design.CLASSES));
  }
}
