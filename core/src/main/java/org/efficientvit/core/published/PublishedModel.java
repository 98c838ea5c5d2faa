package org.efficientvit.core.published;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What others printed of one model.
 *
 * @param name in the resource: {@code m0}, {@code mobilenet_v2_1.0}
 * @param displayName as they call it: {@code MobileNetV2 1.0}
 * @param figures by column
 */
public record PublishedModel(
    String name, String displayName, Map<Column, PublishedFigure> figures) {

  /** A column of the paper's tables. */
  public enum Column {
    /** Per cent of ImageNet's validation pictures whose likeliest class is right. */
    TOP1("top1", "top-1"),
    /** Per cent of them whose class is among the five likeliest. */
    TOP5("top5", "top-5"),
    /** Images/s on a V100: mixed precision, batch 2048. */
    V100("v100", "V100"),
    /** Images/s on one thread of an Intel Xeon E5-2690 v4: PyTorch, batch 16. */
    XEON("xeon", "Xeon"),
    /** Images/s of ONNX Runtime on a CPU. */
    ONNX("onnx", "ONNX"),
    /** Millions of multiply-accumulates. */
    MMACS("mmacs", "MMACs"),
    /** Millions of parameters. */
    PARAMETERS("params_m", "parameters");

    private final String key;
    private final String words;

    Column(String key, String words) {
      this.key = key;
      this.words = words;
    }

    /** The name in the resource. */
    String key() {
      return key;
    }

    /** The words that a person reads. */
    public String words() {
      return words;
    }
  }

  public PublishedModel {
    requireNonNull(name, "name is null");
    requireNonNull(displayName, "displayName is null");
    figures = figures.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(figures));
  }

  /** What stands in a column, if anything does. */
  public Optional<PublishedFigure> figure(Column column) {
    return Optional.ofNullable(figures.get(column));
  }
}
