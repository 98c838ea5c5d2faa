package org.efficientvit.core.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.trace.Precision;

/**
 * Which model is fastest where, and which overtake one another.
 *
 * @param regimes in the order in which they were measured
 */
public record RegimeMap(List<Regime> regimes) {

  /** All that a cell says but for the model. */
  public record Setting(String engine, Precision precision, int batch, int threads, int workers) {

    static Setting of(Cell cell) {
      return new Setting(
          cell.engine(), cell.precision(), cell.batch(), cell.threads(), cell.workers());
    }
  }

  /**
   * The models in one setting.
   *
   * @param ranking the fastest first
   */
  public record Regime(Setting setting, List<CellResult> ranking) {

    public Regime {
      ranking = List.copyOf(ranking);
    }

    public CellResult fastest() {
      return ranking.get(0);
    }
  }

  /**
   * Two models of which each is the faster one somewhere, with intervals apart.
   *
   * @param faster model that is faster in {@code where}, though it is slower in {@code elsewhere}
   */
  public record Crossing(String faster, String slower, Setting where, Setting elsewhere) {}

  public RegimeMap {
    regimes = List.copyOf(regimes);
  }

  /** Sorts results by setting and speed. */
  public static RegimeMap of(List<CellResult> results) {
    Map<Setting, List<CellResult>> settings = new LinkedHashMap<>();
    for (CellResult result : results) {
      settings.computeIfAbsent(Setting.of(result.cell()), key -> new ArrayList<>()).add(result);
    }
    List<Regime> regimes = new ArrayList<>();
    settings.forEach(
        (setting, models) -> {
          models.sort(Comparator.comparingDouble(result -> -result.imagesPerSecond().value()));
          regimes.add(new Regime(setting, models));
        });
    return new RegimeMap(regimes);
  }

  /**
   * Each pair of models that overtake one another, once: named is the model that comes first in the
   * results, where it is slower, against where it is faster.
   *
   * @param order of the models, such as by size
   */
  public List<Crossing> crossings(List<String> order) {
    List<Crossing> crossings = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      for (int j = i + 1; j < order.size(); j++) {
        crossing(order.get(i), order.get(j), crossings);
      }
    }
    return crossings;
  }

  private void crossing(String first, String second, List<Crossing> crossings) {
    for (Regime where : regimes) {
      for (Regime elsewhere : regimes) {
        if (isFaster(where, second, first) && isFaster(elsewhere, first, second)) {
          crossings.add(new Crossing(second, first, where.setting(), elsewhere.setting()));
          return;
        }
      }
    }
  }

  /** Whether one model is faster than another in a setting, beyond doubt. */
  private static boolean isFaster(Regime regime, String fast, String slow) {
    for (CellResult one : regime.ranking()) {
      for (CellResult other : regime.ranking()) {
        if (one.cell().model().equals(fast) && other.cell().model().equals(slow)) {
          return one.imagesPerSecond().low() > other.imagesPerSecond().high();
        }
      }
    }
    return false;
  }
}
