package org.efficientvit.core.runs;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.CellResult;
import org.efficientvit.core.benchmark.Visit;
import org.efficientvit.core.statistics.Bootstrap;
import org.efficientvit.core.statistics.Estimate;

/**
 * How much longer one cell takes in a second benchmark than in a first.
 *
 * @param time median of a pass in the second over that in the first; 1 where nothing changed
 */
public record SpeedChange(Cell cell, Estimate time) {

  public SpeedChange {
    requireNonNull(cell, "cell is null");
    requireNonNull(time, "time is null");
  }

  /** Whether the change is more than what the passes of either differ by. */
  public boolean isBeyondDoubt() {
    return time.low() > 1 || time.high() < 1;
  }

  /** The cells that both benchmarks measured, in the order of the first. */
  public static List<SpeedChange> between(List<Visit> first, List<Visit> second) {
    Set<Cell> cells = new LinkedHashSet<>();
    first.stream()
        .sorted(Comparator.comparingInt(Visit::round))
        .forEach(visit -> cells.add(visit.cell()));
    List<SpeedChange> changes = new ArrayList<>();
    for (Cell cell : cells) {
      List<Visit> before = visits(cell, first);
      List<Visit> after = visits(cell, second);
      if (!after.isEmpty()) {
        // Rounds of different runs have nothing to do with one another.
        changes.add(
            new SpeedChange(
                cell,
                Bootstrap.ratioOfUnrelatedMedians(
                    CellResult.groups(after), CellResult.groups(before))));
      }
    }
    return changes;
  }

  private static List<Visit> visits(Cell cell, List<Visit> visits) {
    return visits.stream().filter(visit -> visit.cell().equals(cell)).toList();
  }
}
