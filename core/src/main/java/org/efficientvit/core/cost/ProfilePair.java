package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.efficientvit.core.ops.OperationKind;

/**
 * Two networks side by side in one setting: why one takes longer than the other. They share no
 * operations, so that every operation of either is part of the difference.
 *
 * @param one network
 * @param other network beside it
 */
public record ProfilePair(Profile one, Profile other) {

  /**
   * Operations of one kind in both.
   *
   * @param one nanoseconds in the first network; 0 where it has none
   * @param other nanoseconds in the second
   */
  public record KindTimes(OperationKind kind, double one, double other) {

    /** What the second takes more than the first; negative where it takes less. */
    public double added() {
      return other - one;
    }
  }

  /**
   * An operation of one of the networks.
   *
   * @param profile of the network that it is in
   */
  public record Owned(Profile profile, ProfiledOperation operation) {

    /** The network that it is in. */
    public String network() {
      return profile.cost().network();
    }

    double nanoseconds() {
      return operation.nanoseconds().value();
    }
  }

  /**
   * Checks that both ran alike.
   *
   * @throws IllegalArgumentException if they ran on different engines, threads or numbers of
   *     pictures
   */
  public ProfilePair {
    requireNonNull(one, "one is null");
    requireNonNull(other, "other is null");
    boolean isAlike =
        one.engine().equals(other.engine())
            && one.threads() == other.threads()
            && one.cost().batch() == other.cost().batch();
    if (!isAlike) {
      throw new IllegalArgumentException(
          "%s and %s did not run alike".formatted(one.cost().network(), other.cost().network()));
    }
  }

  /** Both networks. */
  public List<Profile> profiles() {
    return List.of(one, other);
  }

  /** The time of each kind of operation in both, that which differs most first. */
  public List<KindTimes> byKind() {
    Map<OperationKind, Double> first = times(one);
    Map<OperationKind, Double> second = times(other);
    List<KindTimes> kinds = new ArrayList<>();
    for (OperationKind kind : OperationKind.values()) {
      if (first.containsKey(kind) || second.containsKey(kind)) {
        kinds.add(
            new KindTimes(kind, first.getOrDefault(kind, 0.0), second.getOrDefault(kind, 0.0)));
      }
    }
    kinds.sort(Comparator.comparingDouble((KindTimes each) -> Math.abs(each.added())).reversed());
    return kinds;
  }

  private static Map<OperationKind, Double> times(Profile profile) {
    Map<OperationKind, Double> times = new EnumMap<>(OperationKind.class);
    for (ProfiledOperation operation : profile.operations()) {
      times.merge(operation.cost().kind(), operation.nanoseconds().value(), Double::sum);
    }
    return times;
  }

  /** The operations that make most of the difference: the slowest of both, the slowest first. */
  public List<Owned> largest(int count) {
    return Stream.of(one, other)
        .flatMap(
            profile ->
                profile.operations().stream().map(operation -> new Owned(profile, operation)))
        .sorted(Comparator.comparingDouble(Owned::nanoseconds).reversed())
        .limit(count)
        .toList();
  }
}
