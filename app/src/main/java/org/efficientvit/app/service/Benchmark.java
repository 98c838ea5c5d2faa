package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.CellResult;
import org.efficientvit.core.benchmark.SpeedMeasurement;
import org.efficientvit.core.benchmark.Visit;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;

/**
 * Measures how fast networks run, and keeps each visit in the store of runs at once.
 *
 * <p>Networks are the published ones, of 1000 classes, on weights from a seed: speed does not
 * depend on what was learned, but a little on how many classes there are.
 */
public final class Benchmark {

  /** What the networks run on, in a person's words. */
  public static final String WEIGHTS = "random weights (seed 0); speed does not depend on them";

  /** Whoever follows a benchmark. */
  public interface Listener {

    /** It goes on from a run that was stopped after so many visits. */
    void goesOn(Run run, int visits, int all);

    /** A cell is about to be warmed up, before its first visit. */
    void warmsUp(Cell cell);

    /** A cell was visited; so many visits of all are done. */
    void visited(Cell cell, int done, int visits);

    /** Whether to end before the next cell. */
    boolean isStopped();
  }

  /**
   * What was measured.
   *
   * @param machine as it was at the start
   * @param visits of this run and of the stopped one that it went on from
   * @param unsettled cells whose times still changed when their warm-up ended
   * @param isWhole whether everything was measured
   * @param run in the store; empty if nothing was to be kept
   */
  public record Result(
      BenchmarkPlan plan,
      Machine machine,
      List<Visit> visits,
      Set<Cell> unsettled,
      boolean isWhole,
      Optional<Run> run) {

    public Result {
      requireNonNull(plan, "plan is null");
      requireNonNull(machine, "machine is null");
      visits = List.copyOf(visits);
      unsettled = Set.copyOf(unsettled);
      requireNonNull(run, "run is null");
    }

    /** What the visits say of each cell, in the plan's order. */
    public List<CellResult> cells() {
      return CellResult.of(plan.cells(), visits, plan.protocol().figure());
    }
  }

  private final BenchmarkPlan plan;
  private final Optional<RunStore> store;
  private final boolean isFresh;

  /**
   * A benchmark.
   *
   * @param store keeps it; empty to keep nothing
   * @param isFresh whether to begin anew where a stopped run could go on
   */
  public Benchmark(BenchmarkPlan plan, Optional<RunStore> store, boolean isFresh) {
    this.plan = requireNonNull(plan, "plan is null");
    this.store = requireNonNull(store, "store is null");
    this.isFresh = isFresh;
  }

  /** Measures; ends early, with what there is, when the listener says so. */
  public Result run(Listener listener) {
    Machine machine = ThisMachine.with(plan.engines());
    Optional<Run> before =
        isFresh
            ? Optional.empty()
            : store.flatMap(kept -> kept.stopped(Run.Kind.BENCHMARK, machine, plan.json()));
    List<Visit> visits = new ArrayList<>();
    before.ifPresent(run -> visits.addAll(store.orElseThrow().visits(run)));
    int all = plan.cells().size() * plan.protocol().rounds();
    before.ifPresent(run -> listener.goesOn(run, visits.size(), all));
    Optional<Run> run =
        before.or(() -> store.map(s -> s.begin(Run.Kind.BENCHMARK, machine, plan.json())));
    try (Passes passes = new Passes()) {
      SpeedMeasurement measurement =
          new SpeedMeasurement(plan.protocol(), System::nanoTime, passes::of);
      boolean isWhole =
          measurement.measure(
              plan.cells(), List.copyOf(visits), new Keeping(listener, visits, run));
      Result result = new Result(plan, machine, visits, measurement.unsettled(), isWhole, run);
      run.ifPresent(one -> close(one, result));
      return result;
    }
  }

  private void close(Run run, Result result) {
    RunStore kept = store.orElseThrow();
    if (result.isWhole()) {
      kept.finish(run, summary(result));
    } else {
      kept.release(run);
    }
  }

  /** Milliseconds of each cell, for whoever reads the store without this program. */
  private static String summary(Result result) {
    List<Map<String, Object>> cells = new ArrayList<>();
    for (CellResult one : result.cells()) {
      Map<String, Object> cell = new LinkedHashMap<>();
      cell.put("cell", one.cell());
      cell.put("milliseconds", one.milliseconds());
      cell.put("imagesPerSecond", one.imagesPerSecond().value());
      cells.add(cell);
    }
    return new Gson().toJson(Map.of("cells", cells));
  }

  /** Keeps each visit before anybody hears of it. */
  private final class Keeping implements SpeedMeasurement.Listener {

    private final Listener listener;
    private final List<Visit> visits;
    private final Optional<Run> run;

    Keeping(Listener listener, List<Visit> visits, Optional<Run> run) {
      this.listener = listener;
      this.visits = visits;
      this.run = run;
    }

    @Override
    public void warmsUp(Cell cell) {
      listener.warmsUp(cell);
    }

    @Override
    public void visited(Visit visit, int done, int all) {
      run.ifPresent(one -> store.orElseThrow().add(one, visit));
      visits.add(visit);
      listener.visited(visit.cell(), done, all);
    }

    @Override
    public boolean isStopped() {
      return listener.isStopped();
    }
  }

  /** Seconds that a plan takes at least, warm-up included. */
  public static double leastSeconds(BenchmarkPlan plan) {
    return plan.cells().size()
        * (plan.protocol().warmSeconds()
            + plan.protocol().rounds() * plan.protocol().visitSeconds());
  }
}
