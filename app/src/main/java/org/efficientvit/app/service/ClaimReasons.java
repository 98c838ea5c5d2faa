package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.core.claims.Participant;
import org.efficientvit.core.claims.Statement;
import org.efficientvit.core.cost.Bound;
import org.efficientvit.core.cost.Grouping;
import org.efficientvit.core.cost.Median;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfilePair;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.published.PublishedNetwork;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.core.trace.Precision;
import org.efficientvit.core.trace.ProfileTimer;

/**
 * Why the networks of claims differ in speed here.
 *
 * @param reasons in the order of the claims, each in all settings
 * @param memoryShares parts, 0 to 1, of the time of networks that operations take which the paper
 *     calls memory-bound: of those that a claim about them names
 * @param isWhole whether all that was asked for was measured to the end
 */
public record ClaimReasons(
    List<Reason> reasons, Map<String, Estimate> memoryShares, boolean isWhole) {

  private static final List<Integer> BATCHES = List.of(16, 1);

  /** Two seconds a profile, and five passes of those that take longer. */
  private static final ProfileTimer TIMER = new ProfileTimer(2, 101, 5, Duration.ofSeconds(2));

  /** The networks of a claim side by side in one setting. */
  public record Reason(String id, ProfilePair pair) {

    public Reason {
      requireNonNull(id, "id is null");
      requireNonNull(pair, "pair is null");
    }
  }

  public ClaimReasons {
    reasons = List.copyOf(reasons);
    memoryShares = Map.copyOf(memoryShares);
  }

  /** Where nobody asked why. */
  public static ClaimReasons none() {
    return new ClaimReasons(List.of(), Map.of(), true);
  }

  /** The claims whose networks are all, or whose one network is, in this program. */
  public static List<String> explained(List<Statement> statements) {
    return statements.stream()
        .filter(Statement::isOfNetworksHere)
        .map(Statement::id)
        .distinct()
        .toList();
  }

  /**
   * Profiles the networks of claims on both engines.
   *
   * @param statements of the claims
   * @param profiling measures by a plan
   */
  public static ClaimReasons measured(
      List<Statement> statements, Function<ProfilePlan, Profiling.Result> profiling) {
    Set<String> alone = new LinkedHashSet<>();
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    for (Statement statement : statements) {
      if (statement.isOfNetworksHere()) {
        List<String> ids =
            statement.participants().stream()
                .map(Participant::network)
                .flatMap(Optional::stream)
                .map(PublishedNetwork::id)
                .toList();
        if (ids.size() == 1) {
          alone.add(ids.get(0));
        } else {
          pairs.putIfAbsent(statement.id(), ids);
        }
      }
    }
    List<String> paired = pairs.values().stream().flatMap(List::stream).distinct().toList();
    List<ProfilePlan> plans = new ArrayList<>();
    if (!paired.isEmpty()) {
      for (Engine engine : Engine.values()) {
        plans.add(plan(paired, engine, BATCHES));
      }
    }
    List<String> rest = alone.stream().filter(id -> !paired.contains(id)).toList();
    if (!rest.isEmpty()) {
      plans.add(plan(rest, Engine.PYTORCH, BATCHES.subList(0, 1)));
    }
    List<Profile> profiles = new ArrayList<>();
    boolean isWhole = true;
    for (ProfilePlan plan : plans) {
      if (isWhole) {
        Profiling.Result result = profiling.apply(plan);
        profiles.addAll(result.profiles());
        isWhole = result.isWhole();
      }
    }
    return new ClaimReasons(reasons(pairs, profiles), shares(alone, profiles), isWhole);
  }

  private static ProfilePlan plan(List<String> models, Engine engine, List<Integer> batches) {
    return new ProfilePlan(
        models.stream().map(id -> ModelRequest.random(Designs.find(id).orElseThrow())).toList(),
        batches,
        new EngineOptions(engine, Precision.FP32, false, 1),
        true,
        Optional.empty(),
        TIMER,
        MachineCeilings.Choice.KEPT);
  }

  private static List<Reason> reasons(Map<String, List<String>> pairs, List<Profile> profiles) {
    List<Reason> reasons = new ArrayList<>();
    pairs.forEach(
        (id, networks) -> {
          for (int batch : BATCHES) {
            for (Engine engine : Engine.values()) {
              Optional<Profile> one = find(profiles, networks.get(0), engine, batch);
              Optional<Profile> other = find(profiles, networks.get(1), engine, batch);
              if (one.isPresent() && other.isPresent()) {
                reasons.add(new Reason(id, new ProfilePair(one.get(), other.get())));
              }
            }
          }
        });
    return reasons;
  }

  private static Optional<Profile> find(
      List<Profile> profiles, String network, Engine engine, int batch) {
    return profiles.stream()
        .filter(one -> one.cost().network().equals(network))
        .filter(one -> one.engine().equals(engine.toString()) && one.cost().batch() == batch)
        .findFirst();
  }

  private static Map<String, Estimate> shares(Set<String> networks, List<Profile> profiles) {
    Map<String, Estimate> shares = new LinkedHashMap<>();
    for (String network : networks) {
      find(profiles, network, Engine.PYTORCH, BATCHES.get(0))
          .ifPresent(profile -> shares.put(network, memoryShare(profile)));
    }
    return shares;
  }

  /**
   * By the paper's grouping; the ends of the interval are those of all operations' own intervals at
   * once, which is wider than it need be.
   */
  static Estimate memoryShare(Profile profile) {
    double value = profile.shares(Grouping.PAPER).of(Bound.MEMORY);
    double low = share(profile, Median::low, Median::high);
    double high = share(profile, Median::high, Median::low);
    return new Estimate(value, new Interval(low, high));
  }

  private static double share(
      Profile profile, Function<Median, Double> memory, Function<Median, Double> other) {
    double bound = sum(profile, Bound.MEMORY, memory);
    return bound / (bound + sum(profile, Bound.COMPUTE, other));
  }

  private static double sum(Profile profile, Bound bound, Function<Median, Double> time) {
    Stream<ProfiledOperation> operations =
        profile.operations().stream().filter(one -> Grouping.PAPER.of(one) == bound);
    return operations.mapToDouble(one -> time.apply(one.nanoseconds())).sum();
  }
}
