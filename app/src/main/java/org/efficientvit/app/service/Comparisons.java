package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.CellResult;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.benchmark.Visit;
import org.efficientvit.core.compare.Accuracy;
import org.efficientvit.core.compare.Comparison;
import org.efficientvit.core.compare.Comparison.Setting;
import org.efficientvit.core.compare.Speed;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.machine.MachineReader;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.published.PublishedFigures;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;

/** Puts networks side by side from what the store of runs holds of this computer. */
public final class Comparisons {

  private final Optional<RunStore> store;
  private final Machine machine;

  /**
   * Comparisons.
   *
   * @param store of runs; empty where nothing was measured yet
   */
  public Comparisons(Optional<RunStore> store) {
    this(store, MachineReader.read(Map.of()));
  }

  Comparisons(Optional<RunStore> store, Machine machine) {
    this.store = requireNonNull(store, "store is null");
    this.machine = requireNonNull(machine, "machine is null");
  }

  public Machine machine() {
    return machine;
  }

  /** What is known of M0 to M5 in a setting. */
  public Comparison of(Setting setting) {
    return of(setting, Arrays.stream(Variant.values()).map(Designs::of).toList());
  }

  /** What is known of some networks in a setting. */
  public Comparison of(Setting setting, List<Design> designs) {
    Map<String, Speed> speeds = new LinkedHashMap<>();
    Map<String, Accuracy> measured = new LinkedHashMap<>();
    for (Run run : runs()) {
      if (run.kind() == Run.Kind.BENCHMARK) {
        speeds(run, setting).forEach(speeds::putIfAbsent);
      } else {
        MeasuredAccuracy.of(run, store.orElseThrow()).forEach(measured::putIfAbsent);
      }
    }
    return Comparison.of(setting, designs, speeds, measured, PublishedFigures.standard());
  }

  /** The settings in which something was measured on this computer, the newest first. */
  public List<Setting> settings() {
    return runs().stream()
        .filter(run -> run.kind() == Run.Kind.BENCHMARK)
        .flatMap(run -> store.orElseThrow().visits(run).stream())
        .map(Visit::cell)
        .filter(cell -> cell.workers() == 1)
        .map(cell -> new Setting(cell.engine(), cell.precision(), cell.batch(), cell.threads()))
        .distinct()
        .toList();
  }

  /** What has to be measured so that no speed is missing; empty if nothing is. */
  public static Optional<BenchmarkPlan> missing(Comparison comparison, SpeedProtocol protocol) {
    List<String> models = comparison.missing();
    Setting setting = comparison.setting();
    return models.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BenchmarkPlan(
                models,
                List.of(Engine.of(setting.engine())),
                List.of(setting.precision()),
                List.of(setting.batch()),
                List.of(setting.threads()),
                List.of(1),
                protocol));
  }

  /** Of this computer, the newest first. */
  private List<Run> runs() {
    return store.map(RunStore::runs).orElse(List.of()).stream()
        .filter(run -> run.machine().isSameComputerAs(machine))
        .toList();
  }

  private Map<String, Speed> speeds(Run run, Setting setting) {
    SpeedProtocol.Figure figure = BenchmarkPlan.read(run.plan()).protocol().figure();
    List<Visit> visits = store.orElseThrow().visits(run);
    List<Cell> cells =
        visits.stream().map(Visit::cell).distinct().filter(cell -> isIn(cell, setting)).toList();
    Map<String, Speed> speeds = new LinkedHashMap<>();
    for (CellResult result : CellResult.of(cells, visits, figure)) {
      speeds.put(result.cell().model(), new Speed(result, run.id(), run.started()));
    }
    return speeds;
  }

  private static boolean isIn(Cell cell, Setting setting) {
    return cell.engine().equals(setting.engine())
        && cell.precision() == setting.precision()
        && cell.batch() == setting.batch()
        && cell.threads() == setting.threads()
        && cell.workers() == 1;
  }
}
