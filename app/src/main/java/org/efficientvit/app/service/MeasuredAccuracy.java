package org.efficientvit.app.service;

import java.util.Map;
import org.efficientvit.core.compare.Accuracy;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;

/** Which evaluations of the store say how often a model is right on ImageNet. */
final class MeasuredAccuracy {

  private MeasuredAccuracy() {}

  /** By model; empty where a run is not of ImageNet's classes, or not finished. */
  static Map<String, Accuracy> of(Run run, RunStore store) {
    return Map.of();
  }
}
