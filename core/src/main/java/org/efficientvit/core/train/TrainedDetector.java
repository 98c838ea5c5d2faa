package org.efficientvit.core.train;

import java.util.List;
import org.efficientvit.core.model.DetectionModel;

/**
 * What a detector's training came to.
 *
 * @param model after the last whole epoch
 * @param results of the epochs; fewer than were planned where the training was stopped
 */
public record TrainedDetector(DetectionModel model, List<DetectionEpoch> results) {

  public TrainedDetector {
    results = List.copyOf(results);
  }
}
