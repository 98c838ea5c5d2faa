package org.efficientvit.core.benchmark;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.efficientvit.core.statistics.Bootstrap;
import org.efficientvit.core.statistics.Estimate;

/**
 * How many times as many images a second one engine does as another, measured in turn.
 *
 * @param speed at least 1, but for the lower end of its interval
 */
public record EngineRatio(Cell faster, Cell slower, Estimate speed) {

  public EngineRatio {
    requireNonNull(faster, "faster is null");
    requireNonNull(slower, "slower is null");
    requireNonNull(speed, "speed is null");
  }

  /** Every two cells that differ in engine or precision alone. */
  public static List<EngineRatio> of(List<Cell> cells, List<Visit> visits) {
    List<EngineRatio> ratios = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      for (int j = i + 1; j < cells.size(); j++) {
        if (isSameWork(cells.get(i), cells.get(j))) {
          compare(cells.get(i), cells.get(j), visits, ratios);
        }
      }
    }
    return ratios;
  }

  private static boolean isSameWork(Cell one, Cell other) {
    return one.model().equals(other.model())
        && one.batch() == other.batch()
        && one.threads() == other.threads()
        && one.workers() == other.workers();
  }

  private static void compare(Cell one, Cell other, List<Visit> visits, List<EngineRatio> ratios) {
    List<Visit> first = visits(one, visits);
    List<Visit> second = visits(other, visits);
    if (first.isEmpty() || second.isEmpty()) {
      return;
    }
    Estimate ratio = Bootstrap.ratioOfMedians(CellResult.groups(second), CellResult.groups(first));
    ratios.add(
        ratio.value() >= 1
            ? new EngineRatio(one, other, ratio)
            : new EngineRatio(other, one, ratio.under(1)));
  }

  /** By rounds, so that those measured in one round stand side by side. */
  private static List<Visit> visits(Cell cell, List<Visit> visits) {
    return visits.stream()
        .filter(visit -> visit.cell().equals(cell))
        .sorted(Comparator.comparingInt(Visit::round))
        .toList();
  }
}
