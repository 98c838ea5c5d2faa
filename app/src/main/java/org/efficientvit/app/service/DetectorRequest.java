package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.InspectorException;
import org.efficientvit.core.catalogue.WeightStore;
import org.efficientvit.core.detect.Detector;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.core.model.DetectionModelLoader;
import org.efficientvit.core.network.RetinaNetConfig;
import org.efficientvit.core.network.Variant;

/**
 * Which detector a person asks for.
 *
 * @param backbone what random weights are of; others say it themselves
 * @param weights those it runs on
 */
public record DetectorRequest(Variant backbone, WeightsChoice weights) {

  public DetectorRequest {
    requireNonNull(backbone, "backbone is null");
    requireNonNull(weights, "weights is null");
  }

  /**
   * Opens the detector's weights.
   *
   * @throws InspectorException in one sentence, if a file is refused or was fetched and has changed
   *     since, or no demonstration weights come with the program
   */
  public DetectionModel open() {
    if (weights instanceof WeightsChoice.InFile chosen) {
      WeightStore.standard().requireUnchanged(chosen.file());
      return DetectionModelLoader.load(chosen.file());
    }
    if (weights instanceof WeightsChoice.Random random) {
      return DetectionModel.random(RetinaNetConfig.published(backbone), random.seed());
    }
    return DetectionModelLoader.load(
        Installation.detector()
            .orElseThrow(
                () ->
                    new InspectorException(
                        "No trained detector comes with the program; fetch the published one with 'inspector weights fetch retinanet-m4' and name it with --weights retinanet-m4.")));
  }

  /** A detector on an engine; the caller closes it. */
  public static Detector start(DetectionModel model, EngineOptions engine) {
    return new Detector(model, engine::start);
  }
}
