package org.efficientvit.core.model;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where weights come from, in words that stand wherever their answers are shown.
 *
 * @param kind whether anybody trained them
 * @param description what a person reads: "random weights (seed 0)", "efficientvit_m0.pth"
 * @param file that they were read from, or null
 * @param metadata what the file says about itself
 */
public record Provenance(
    Kind kind, String description, @Nullable Path file, Map<String, String> metadata) {

  /** Whether anybody trained the weights. */
  public enum Kind {
    /** Nobody did: what the network says about a picture means nothing. */
    RANDOM,
    /** Trained on pictures that this program renders, so that it knows their few classes alone. */
    DEMONSTRATION,
    /** Read from a file that the person chose. */
    FILE
  }

  public Provenance {
    requireNonNull(kind, "kind is null");
    // In its order, so that the same model is written as the same bytes.
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** Metadata's key for what the weights were trained on. */
  public static final String TRAINED_ON = "trained_on";

  /** What {@link #TRAINED_ON} says of the pictures that this program renders. */
  public static final String RENDERED_OBJECTS = "rendered objects";

  /** Weights that nobody trained. */
  public static Provenance random(long seed) {
    return new Provenance(Kind.RANDOM, "random weights (seed " + seed + ")", null, Map.of());
  }

  /**
   * Weights that this program trained.
   *
   * @param metadata what the training was, {@link #TRAINED_ON} among it
   */
  public static Provenance trained(Map<String, String> metadata) {
    String on = metadata.getOrDefault(TRAINED_ON, "pictures of a folder");
    return new Provenance(kind(metadata), "weights trained on " + on, null, metadata);
  }

  static Provenance of(Path file, Map<String, String> metadata) {
    String name = Optional.ofNullable(file.getFileName()).orElse(file).toString();
    Kind kind = kind(metadata);
    String description =
        kind == Kind.DEMONSTRATION
            ? "demonstration weights (rendered objects, not ImageNet)"
            : name;
    return new Provenance(kind, description, file, metadata);
  }

  private static Kind kind(Map<String, String> metadata) {
    return RENDERED_OBJECTS.equals(metadata.get(TRAINED_ON)) ? Kind.DEMONSTRATION : Kind.FILE;
  }

  /** Whether the weights know the rendered objects alone. */
  public boolean isDemonstration() {
    return kind == Kind.DEMONSTRATION;
  }

  public boolean isRandom() {
    return kind == Kind.RANDOM;
  }
}
