package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far two profiles of one network agree on what bounds its operations.
 *
 * @param share of the time of both on whose bound they agree, 0 to 1
 * @param disagreements on the rest, that which takes longest first
 */
public record BoundAgreement(double share, List<Disagreement> disagreements) {

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
  }

  /**
   * Holds two profiles against one another, operation by operation.
   *
   * @throws IllegalArgumentException if they are not of the same operations on the same engine
   */
  public static BoundAgreement between(Profile one, Profile other) {
    Map<String, ProfiledOperation> others = new HashMap<>();
    other.operations().forEach(operation -> others.put(operation.name(), operation));
    if (!one.isOfTheSameAs(other) || one.operations().size() != others.size()) {
      throw new IllegalArgumentException("profiles of different networks, engines or settings");
    }
    double all = 0;
    double agreed = 0;
    List<Disagreement> disagreements = new ArrayList<>();
    for (ProfiledOperation operation : one.operations()) {
      ProfiledOperation its = others.get(operation.name());
      if (its == null) {
        throw new IllegalArgumentException(operation.name() + " is in one profile alone");
      }
      Disagreement pair = new Disagreement(operation, its);
      all += pair.time();
      if (operation.bound() == its.bound()) {
        agreed += pair.time();
      } else {
        disagreements.add(pair);
      }
    }
    disagreements.sort(Comparator.comparingDouble(Disagreement::time).reversed());
    return new BoundAgreement(agreed / all, disagreements);
  }
}
