package org.efficientvit.core.model;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.image.DetectionPreprocessing;
import org.efficientvit.core.image.Preprocessing;
import org.jspecify.annotations.Nullable;

/**
 * What a file of weights says about itself in words: the keys that this program writes beside the
 * tensors and reads again.
 */
final class ModelMetadata {

  static final String VARIANT = "variant";
  static final String IMAGE_SIZE = "image_size";
  static final String SHORTER_SIDE = "shorter_side";
  static final String LONGER_SIDE = "longer_side";
  static final String LABELS = "labels";
  static final String MEAN = "mean";
  static final String STD = "std";
  static final String PROVENANCE = "provenance";

  private static final int COLOURS = 3;
  private static final Gson GSON = new Gson();

  private ModelMetadata() {}

  /** All that a model's tensors do not say, lists as JSON, and how it was trained. */
  static Map<String, String> of(Model model) {
    Map<String, String> metadata = new LinkedHashMap<>(model.provenance().metadata());
    metadata.put(VARIANT, model.network().name());
    metadata.put(IMAGE_SIZE, Integer.toString(model.network().imageSize()));
    metadata.put(LABELS, GSON.toJson(model.labels()));
    metadata.put(MEAN, GSON.toJson(model.preprocessing().mean()));
    metadata.put(STD, GSON.toJson(model.preprocessing().std()));
    metadata.put(PROVENANCE, model.provenance().description());
    return metadata;
  }

  /** The labels, if there is one for each class. */
  static Optional<List<String>> labels(Map<String, String> metadata, int classes) {
    return parse(metadata.get(LABELS), String[].class)
        .filter(labels -> labels.length == classes && !Arrays.asList(labels).contains(null))
        .map(List::of);
  }

  /** A network's usual preprocessing, with the colours' statistics that the file names. */
  static Preprocessing preprocessing(Map<String, String> metadata, Preprocessing standard) {
    return new Preprocessing(
        standard.imageSize(),
        standard.shorterSide(),
        colours(metadata.get(MEAN)).orElse(standard.mean()),
        colours(metadata.get(STD))
            .filter(std -> std.stream().allMatch(value -> value > 0))
            .orElse(standard.std()));
  }

  /** All that a detector's tensors do not say, lists as JSON, and how it was trained. */
  static Map<String, String> of(DetectionModel model) {
    Map<String, String> metadata = new LinkedHashMap<>(model.provenance().metadata());
    metadata.put(VARIANT, model.name());
    metadata.put(SHORTER_SIDE, Integer.toString(model.preprocessing().shorterSide()));
    metadata.put(LONGER_SIDE, Integer.toString(model.preprocessing().longerSide()));
    metadata.put(LABELS, GSON.toJson(model.labels()));
    metadata.put(MEAN, GSON.toJson(model.preprocessing().mean()));
    metadata.put(STD, GSON.toJson(model.preprocessing().std()));
    metadata.put(PROVENANCE, model.provenance().description());
    return metadata;
  }

  /** A detector's preprocessing: what the file names, else the published one. */
  static DetectionPreprocessing detection(Map<String, String> metadata) {
    DetectionPreprocessing standard = DetectionPreprocessing.published();
    int shorter =
        parse(metadata.get(SHORTER_SIDE), Integer.class)
            .filter(side -> side > 0)
            .orElse(standard.shorterSide());
    int longer =
        parse(metadata.get(LONGER_SIDE), Integer.class)
            .filter(side -> side >= shorter)
            .orElse(Math.max(shorter, standard.longerSide()));
    return new DetectionPreprocessing(
        shorter,
        longer,
        colours(metadata.get(MEAN)).orElse(standard.mean()),
        colours(metadata.get(STD))
            .filter(std -> std.stream().allMatch(value -> value > 0))
            .orElse(standard.std()));
  }

  private static Optional<List<Float>> colours(@Nullable String json) {
    return parse(json, Float[].class)
        .filter(values -> values.length == COLOURS && !Arrays.asList(values).contains(null))
        .filter(values -> Arrays.stream(values).allMatch(Float::isFinite))
        .map(List::of);
  }

  /** Empty where there is nothing, or not the list that this program writes. */
  private static <T> Optional<T> parse(@Nullable String json, Class<T> type) {
    try {
      return Optional.ofNullable(GSON.fromJson(json, type));
    } catch (JsonSyntaxException e) {
      return Optional.empty();
    }
  }
}
