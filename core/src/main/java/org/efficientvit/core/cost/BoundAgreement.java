package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far two profiles of one network agree on what bounds its operations.
 *
 * @param share of the time of both on whose bound they agree, 0 to 1
 * @param disagreements on the rest, that which takes longest first
 * @param alone operations that are in one of the two only, on which they cannot agree: ONNX Runtime
 *     does not make the same copies in every run
 */
public record BoundAgreement(
    double share, List<Disagreement> disagreements, List<ProfiledOperation> alone) {

  /** One operation that two profiles say to be bound by different things. */
  public record Disagreement(ProfiledOperation one, ProfiledOperation other) {

    public Disagreement {
      requireNonNull(one, "one is null");
      requireNonNull(other, "other is null");
    }

    /** Nanoseconds of both. */
    double time() {
      return one.nanoseconds().value() + other.nanoseconds().value();
    }
  }

  public BoundAgreement {
    disagreements = List.copyOf(disagreements);
    alone = List.copyOf(alone);
  }

  /**
   * Holds two profiles against one another, operation by operation.
   *
   * @throws IllegalArgumentException if they are not of the same network in the same setting
   */
  public static BoundAgreement between(Profile one, Profile other) {
    if (!one.isOfTheSameAs(other)) {
      throw new IllegalArgumentException("profiles of different networks, engines or settings");
    }
    Map<String, ProfiledOperation> others = new LinkedHashMap<>();
    other.operations().forEach(operation -> others.put(operation.name(), operation));
    List<ProfiledOperation> alone = new ArrayList<>();
    List<Disagreement> disagreements = new ArrayList<>();
    double agreed = 0;
    for (ProfiledOperation operation : one.operations()) {
      ProfiledOperation its = others.remove(operation.name());
      if (its == null) {
        alone.add(operation);
      } else if (operation.bound() == its.bound()) {
        agreed += operation.nanoseconds().value() + its.nanoseconds().value();
      } else {
        disagreements.add(new Disagreement(operation, its));
      }
    }
    alone.addAll(others.values());
    disagreements.sort(Comparator.comparingDouble(Disagreement::time).reversed());
    double differing =
        disagreements.stream().mapToDouble(Disagreement::time).sum()
            + alone.stream().mapToDouble(operation -> operation.nanoseconds().value()).sum();
    return new BoundAgreement(agreed / (agreed + differing), disagreements, alone);
  }
}
