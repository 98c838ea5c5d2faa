package org.efficientvit.core.train;

import java.util.List;
import org.efficientvit.core.model.Model;

/**
 * What a training came to.
 *
 * @param model after the last whole epoch
 * @param results of the epochs; fewer than were planned where the training was stopped
 */
public record Trained(Model model, List<EpochResult> results) {

  public Trained {
    results = List.copyOf(results);
  }
}
