package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.Provenance;
import org.efficientvit.core.model.WeightsFingerprint;
import org.efficientvit.core.trace.Precision;

/**
 * What makes two evaluations the same, so that one goes on where the other was stopped. How many
 * pictures are taken at a time, and by how many threads, is no part of it.
 *
 * @param network its name
 * @param classes L, how many it tells apart
 * @param weights their fingerprint
 * @param origin of the weights: whether anybody trained them, and on what
 * @param engine that runs it, on what, and in which numbers where they are not of 32 bits
 * @param source of the pictures, and what changes when they do
 */
public record EvaluationPlan(
    String network,
    int classes,
    String weights,
    Provenance.Kind origin,
    String engine,
    Preprocessing preprocessing,
    Map<String, Object> source) {

  /** Digits of a fingerprint that tell weights apart for a person. */
  private static final int FEW = 8;

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  public EvaluationPlan {
    requireNonNull(network, "network is null");
    requireNonNull(weights, "weights is null");
    requireNonNull(origin, "origin is null");
    requireNonNull(engine, "engine is null");
    requireNonNull(preprocessing, "preprocessing is null");
    source = Collections.unmodifiableMap(new LinkedHashMap<>(source));
  }

  /** The plan of a model on an engine. */
  public static EvaluationPlan of(Inspector inspector, Map<String, Object> source) {
    Model model = inspector.model();
    String device = inspector.options().gpu() ? "gpu" : "cpu";
    Precision precision = inspector.options().precision();
    String numbers = precision == Precision.FP32 ? "" : " " + precision;
    return new EvaluationPlan(
        model.network().name(),
        model.network().classes(),
        WeightsFingerprint.of(model.weights()),
        model.provenance().kind(),
        inspector.engine() + " " + device + numbers,
        model.preprocessing(),
        source);
  }

  /** The plan that a store kept. */
  static EvaluationPlan read(String json) {
    return GSON.fromJson(json, EvaluationPlan.class);
  }

  /** Whether the network computed in 32 bits, as published figures are. */
  boolean isFullPrecision() {
    return !engine.endsWith(" " + Precision.BF16);
  }

  /** How many pictures are evaluated. */
  public int pictures() {
    int all = number("pictures");
    return source.containsKey("sample") ? Math.min(all, number("sample")) : all;
  }

  private int number(String key) {
    // A number that was read from JSON is a double.
    return source.get(key) instanceof Number number ? number.intValue() : 0;
  }

  /** Whether the program renders the pictures. */
  public boolean isRendered() {
    return "rendered".equals(source.get("kind"));
  }

  /** The weights in words, as far as they are known without their file. */
  public String weightsWords() {
    return switch (origin) {
      case RANDOM -> "random weights";
      case DEMONSTRATION -> "demonstration weights (rendered objects, not ImageNet)";
      case FILE -> "weights " + weights.substring(0, Math.min(FEW, weights.length()));
    };
  }

  /** The pictures in words: {@code 400 rendered pictures}, {@code val (50,000 pictures)}. */
  public String pictureWords() {
    String count = String.format(Locale.ROOT, "%,d", pictures());
    return source.get("path") instanceof String path
        ? "%s (%s pictures)"
            .formatted(path.substring(path.replace('\\', '/').lastIndexOf('/') + 1), count)
        : count + " rendered pictures";
  }

  /** As JSON on one line, its keys always in this order. */
  public String json() {
    return GSON.toJson(this);
  }
}
