package org.efficientvit.core.benchmark;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.efficientvit.core.statistics.Bootstrap;
import org.efficientvit.core.statistics.Estimate;

/**
 * How many images a second one cell does for each one of another, measured in turn.
 *
 * @param speed of the first over that of the second, from the rounds that visited both
 * @param rounds how many these were
 */
public record CellRatio(Cell one, Cell other, Estimate speed, int rounds) {

  public CellRatio {
    requireNonNull(one, "one is null");
    requireNonNull(other, "other is null");
    requireNonNull(speed, "speed is null");
  }

  /**
   * What visits of one measurement say of two cells; empty where no round visited both. Rounds are
   * resampled whole, so that what slowed one of them is not counted against either cell.
   */
  public static Optional<CellRatio> of(Cell one, Cell other, List<Visit> visits) {
    Set<Integer> shared = rounds(one, visits);
    shared.retainAll(rounds(other, visits));
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    List<List<Double>> own = CellResult.groups(visits(one, shared, visits));
    List<List<Double>> others = CellResult.groups(visits(other, shared, visits));
    double work = (double) one.batch() * one.workers() / (other.batch() * other.workers());
    return Optional.of(
        new CellRatio(
            one, other, Bootstrap.ratioOfMedians(others, own).times(work), shared.size()));
  }

  private static Set<Integer> rounds(Cell cell, List<Visit> visits) {
    return visits.stream()
        .filter(visit -> visit.cell().equals(cell))
        .map(Visit::round)
        .collect(Collectors.toSet());
  }

  private static List<Visit> visits(Cell cell, Set<Integer> rounds, List<Visit> visits) {
    return visits.stream()
        .filter(visit -> visit.cell().equals(cell) && rounds.contains(visit.round()))
        .sorted(Comparator.comparingInt(Visit::round))
        .toList();
  }
}
