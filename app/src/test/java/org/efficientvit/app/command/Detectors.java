package org.efficientvit.app.command;

import java.nio.file.Path;
import java.util.Map;
import org.efficientvit.core.image.DetectionPreprocessing;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.core.model.ModelWriter;
import org.efficientvit.core.model.Provenance;
import org.efficientvit.core.network.RetinaNetConfig;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.weights.DType;

/** Detectors made on the spot. */
final class Detectors {

  private Detectors() {}

  /** A small one for pictures of 96 pixels and the rendered objects, whose answers mean nothing. */
  static Path small(Path folder) {
    RetinaNetConfig config = RetinaNetConfig.small(Variant.M0.config(), ObjectKind.labels().size());
    DetectionModel model =
        new DetectionModel(
            config,
            DetectionModel.random(config, 3).weights(),
            ObjectKind.labels(),
            DetectionPreprocessing.imageNet(96, 160),
            Provenance.trained(Map.of()));
    Path file = folder.resolve("detector.safetensors");
    ModelWriter.write(model, file, DType.FLOAT32);
    return file;
  }
}
