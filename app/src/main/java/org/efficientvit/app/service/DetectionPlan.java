package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.efficientvit.core.image.DetectionPreprocessing;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.core.model.WeightsFingerprint;
import org.efficientvit.core.trace.Precision;

/**
 * What makes two evaluations of a detector the same, so that one goes on where the other was
 * stopped.
 *
 * @param network its name
 * @param weights their fingerprint
 * @param engine that runs it, on what, and in which numbers where they are not of 32 bits
 * @param source of the pictures, and what changes when they do
 */
public record DetectionPlan(
    String network,
    String weights,
    String engine,
    DetectionPreprocessing preprocessing,
    Map<String, Object> source) {

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  public DetectionPlan {
    requireNonNull(network, "network is null");
    requireNonNull(weights, "weights is null");
    requireNonNull(engine, "engine is null");
    requireNonNull(preprocessing, "preprocessing is null");
    source = Collections.unmodifiableMap(new LinkedHashMap<>(source));
  }

  /** The plan of a detector on an engine. */
  public static DetectionPlan of(
      DetectionModel model, EngineOptions options, Map<String, Object> source) {
    String numbers = options.precision() == Precision.FP32 ? "" : " " + options.precision();
    return new DetectionPlan(
        model.name(),
        WeightsFingerprint.of(model.weights()),
        options.engine() + (options.gpu() ? " gpu" : " cpu") + numbers,
        model.preprocessing(),
        source);
  }

  /** As JSON on one line, its keys always in this order. */
  public String json() {
    return GSON.toJson(this);
  }
}
