package org.efficientvit.core.model;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
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
    /** Read from a file that the person chose. */
    FILE
  }

  public Provenance {
    requireNonNull(kind, "kind is null");
    metadata = Map.copyOf(metadata);
  }

  static Provenance random(long seed) {
    return new Provenance(Kind.RANDOM, "random weights (seed " + seed + ")", null, Map.of());
  }

  static Provenance of(Path file, Map<String, String> metadata) {
    String name = Optional.ofNullable(file.getFileName()).orElse(file).toString();
    return new Provenance(Kind.FILE, name, file, metadata);
  }

  public boolean isRandom() {
    return kind == Kind.RANDOM;
  }
}
