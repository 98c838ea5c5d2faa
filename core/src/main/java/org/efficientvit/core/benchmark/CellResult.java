package org.efficientvit.core.benchmark;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.statistics.Bootstrap;
import org.efficientvit.core.statistics.Estimate;

/**
 * How fast one cell is; follows from its visits alone.
 *
 * @param milliseconds of a pass: median or mean of all passes, with the interval by bootstrap over
 *     visits, or over sixtieths of the only one
 * @param rounds how many visits there were
 * @param passes in all of them
 * @param drift how much longer a pass took at the end than at the start, as a share: the last visit
 *     over the first less 1, or the last tenth over the first tenth of the only one
 */
public record CellResult(Cell cell, Estimate milliseconds, int rounds, int passes, double drift) {

  /** A larger drift is worth a warning. */
  public static final double LARGEST_DRIFT = 0.05;

  private static final int BLOCKS = 60;
  private static final int TENTHS = 10;
  private static final double MILLISECONDS = 1000;

  public CellResult {
    requireNonNull(cell, "cell is null");
    requireNonNull(milliseconds, "milliseconds is null");
  }

  /**
   * What visits say of each cell.
   *
   * @param cells in the order of the answer; those without visits are left out
   */
  public static List<CellResult> of(
      List<Cell> cells, List<Visit> visits, SpeedProtocol.Figure figure) {
    List<CellResult> results = new ArrayList<>();
    for (Cell cell : cells) {
      List<Visit> own = visits.stream().filter(visit -> visit.cell().equals(cell)).toList();
      if (!own.isEmpty()) {
        results.add(of(cell, own, figure));
      }
    }
    return results;
  }

  private static CellResult of(Cell cell, List<Visit> visits, SpeedProtocol.Figure figure) {
    List<List<Double>> groups = groups(visits);
    Estimate milliseconds =
        switch (figure) {
          case MEDIAN -> Bootstrap.median(groups);
          case MEAN -> Bootstrap.mean(groups);
        };
    int passes = groups.stream().mapToInt(List::size).sum();
    return new CellResult(cell, milliseconds, visits.size(), passes, drift(visits));
  }

  /** Passes that were measured together: each visit, or where there is one, parts of it. */
  public static List<List<Double>> groups(List<Visit> visits) {
    if (visits.size() > 1) {
      return visits.stream().map(Visit::milliseconds).toList();
    }
    List<Double> all = visits.get(0).milliseconds();
    int blocks = Math.min(BLOCKS, all.size());
    List<List<Double>> groups = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      groups.add(
          all.subList(
              (int) ((long) block * all.size() / blocks),
              (int) ((block + 1L) * all.size() / blocks)));
    }
    return groups;
  }

  private static double drift(List<Visit> visits) {
    List<Double> first = visits.get(0).milliseconds();
    List<Double> last = visits.get(visits.size() - 1).milliseconds();
    if (visits.size() == 1) {
      int tenth = Math.max(1, first.size() / TENTHS);
      last = first.subList(first.size() - tenth, first.size());
      first = first.subList(0, tenth);
    }
    return median(last) / median(first) - 1;
  }

  private static double median(List<Double> values) {
    return Bootstrap.median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Pictures of all workers: B · workers / time of a pass. */
  public Estimate imagesPerSecond() {
    return milliseconds.under(MILLISECONDS * cell.batch() * cell.workers());
  }

  /** Whether the machine was not the same at the end as at the start. */
  public boolean isDrifting() {
    return Math.abs(drift) > LARGEST_DRIFT;
  }
}
