package org.efficientvit.core.cost;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.ops.OperationTime;

/**
 * Why two networks cost what they cost: their operations side by side, matched by name, and with
 * times where both were timed.
 */
public final class CostDifference {

  private final List<Part> parts;
  private final boolean timed;

  private CostDifference(List<Part> parts, boolean timed) {
    this.parts = parts;
    this.timed = timed;
  }

  /** One operation, with the nanoseconds that it took in each round, 0 where it is not there. */
  private record Part(
      String name,
      OperationKind kind,
      Load before,
      Load after,
      List<Double> beforeTimes,
      List<Double> afterTimes) {}

  /** Puts the operations of two networks side by side, which nobody timed. */
  public static CostDifference of(NetworkCost before, NetworkCost after) {
    return of(before, List.of(), after, List.of());
  }

  /**
   * Puts the operations of two networks side by side.
   *
   * @param beforeTimes of the baseline's operations in each round
   * @param afterTimes of the changed network's operations in each round; times count only where
   *     there are as many rounds of both
   */
  public static CostDifference of(
      NetworkCost before,
      List<List<OperationTime>> beforeTimes,
      NetworkCost after,
      List<List<OperationTime>> afterTimes) {
    boolean timed = !beforeTimes.isEmpty() && beforeTimes.size() == afterTimes.size();
    Map<String, Load> loadsBefore = loads(before);
    Map<String, Load> loadsAfter = loads(after);
    Times timesBefore = Times.of(timed ? beforeTimes : List.of());
    Times timesAfter = Times.of(timed ? afterTimes : List.of());
    Map<String, OperationKind> kinds = new LinkedHashMap<>();
    Stream.of(before, after)
        .flatMap(cost -> cost.operations().stream())
        .forEach(one -> kinds.putIfAbsent(one.name(), one.kind()));
    List<Part> parts = new ArrayList<>();
    kinds.forEach(
        (name, kind) ->
            parts.add(
                new Part(
                    name,
                    kind,
                    loadsBefore.getOrDefault(name, Load.NOTHING),
                    loadsAfter.getOrDefault(name, Load.NOTHING),
                    timesBefore.of(name),
                    timesAfter.of(name))));
    return new CostDifference(parts, timed);
  }

  private static Map<String, Load> loads(NetworkCost cost) {
    Map<String, Load> loads = new LinkedHashMap<>();
    cost.operations().forEach(one -> loads.put(one.name(), Load.of(one)));
    return loads;
  }

  /** Nanoseconds of each operation in each round. */
  private record Times(int rounds, Map<String, List<Double>> byName) {

    static Times of(List<List<OperationTime>> rounds) {
      Map<String, List<Double>> byName = new LinkedHashMap<>();
      for (List<OperationTime> round : rounds) {
        for (OperationTime time : round) {
          byName
              .computeIfAbsent(time.name(), name -> new ArrayList<>())
              .add((double) time.nanoseconds());
        }
      }
      return new Times(rounds.size(), byName);
    }

    List<Double> of(String name) {
      return byName.getOrDefault(name, Collections.nCopies(rounds, 0.0));
    }
  }

  /** Whether the operations of both were timed. */
  public boolean timed() {
    return timed;
  }

  /**
   * The operations of both networks: those of the baseline in its order, then those that only the
   * changed network has in its order.
   */
  public List<Difference> operations() {
    return parts.stream().map(part -> together(part.name, List.of(part))).toList();
  }

  /** All operations together. */
  public Difference total() {
    return together("total", parts);
  }

  /** The operations of each kind together, the kind that differs most first. */
  public List<Difference> byKind() {
    return groups(part -> part.kind.label()).stream().sorted(mostFirst()).toList();
  }

  /** The operations of each stage together, in the order of the network. */
  public List<Difference> byStage() {
    return groups(part -> Stages.of(part.name));
  }

  /** The operations to which the change makes a difference, that which differs most first. */
  public List<Difference> largest(int count) {
    return operations().stream()
        .filter(Difference::isClear)
        .sorted(mostFirst())
        .limit(count)
        .toList();
  }

  /** By time where that differs clearly, then by multiply-accumulates, then by bytes. */
  private static Comparator<Difference> mostFirst() {
    return Comparator.comparingDouble(Difference::clearNanoseconds)
        .thenComparingLong(one -> Math.abs(one.added().macs()))
        .thenComparingLong(one -> Math.abs(one.added().bytes()))
        .reversed();
  }

  private List<Difference> groups(Function<Part, String> key) {
    Map<String, List<Part>> groups = new LinkedHashMap<>();
    for (Part part : parts) {
      groups.computeIfAbsent(key.apply(part), name -> new ArrayList<>()).add(part);
    }
    return groups.entrySet().stream()
        .map(group -> together(group.getKey(), group.getValue()))
        .toList();
  }

  private Difference together(String name, List<Part> some) {
    return new Difference(
        name,
        some.get(0).kind,
        some.stream().map(Part::before).reduce(Load.NOTHING, Load::plus),
        some.stream().map(Part::after).reduce(Load.NOTHING, Load::plus),
        timed
            ? Optional.of(TimeChange.of(sum(some, Part::beforeTimes), sum(some, Part::afterTimes)))
            : Optional.empty());
  }

  /** The sum in each round. */
  private static List<Double> sum(List<Part> some, Function<Part, List<Double>> times) {
    int rounds = times.apply(some.get(0)).size();
    return IntStream.range(0, rounds)
        .mapToObj(round -> some.stream().mapToDouble(part -> times.apply(part).get(round)).sum())
        .toList();
  }
}
