package org.efficientvit.app.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.efficientvit.app.service.Benchmark;
import org.efficientvit.app.service.BenchmarkPlan;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;

/** Shows on a terminal how far a benchmark is. */
final class BenchmarkProgress implements Benchmark.Listener {

  private final Terminal terminal;
  private final ProgressLine line;
  private final int before;
  private final int all;
  private final double secondsOfVisit;
  private int done;

  private BenchmarkProgress(
      int before, int all, double secondsOfVisit, Terminal terminal, ProgressLine line) {
    this.terminal = terminal;
    this.line = line;
    this.before = before;
    this.all = all;
    this.secondsOfVisit = secondsOfVisit;
    this.done = before;
  }

  /** Runs a benchmark until its end, or until the person asks for an early one. */
  static Benchmark.Result run(Benchmark benchmark, BenchmarkPlan plan, Terminal terminal) {
    try (ProgressLine line = terminal.progressLine()) {
      return benchmark.run(
          new BenchmarkProgress(0, visits(plan), plan.protocol().visitSeconds(), terminal, line));
    }
  }

  /**
   * Runs benchmarks one after another with one line for all of them.
   *
   * @return whether everything was measured; false where the person asked for an early end
   */
  static boolean runAll(
      List<BenchmarkPlan> plans, Optional<RunStore> store, boolean isFresh, Terminal terminal) {
    int all = plans.stream().mapToInt(BenchmarkProgress::visits).sum();
    int before = 0;
    boolean isWhole = true;
    try (ProgressLine line = terminal.progressLine()) {
      for (BenchmarkPlan plan : plans) {
        if (isWhole) {
          BenchmarkProgress progress =
              new BenchmarkProgress(before, all, plan.protocol().visitSeconds(), terminal, line);
          isWhole = new Benchmark(plan, store, isFresh).run(progress).isWhole();
          before += visits(plan);
        }
      }
    }
    return isWhole;
  }

  private static int visits(BenchmarkPlan plan) {
    return plan.cells().size() * plan.protocol().rounds();
  }

  @Override
  public void goesOn(Run run, int visits, int ofAll) {
    done = before + visits;
    line.clear();
    terminal.say(
        "Going on with run %d, which was stopped after %d of %d measurements; --fresh begins anew."
            .formatted(run.id(), visits, ofAll));
  }

  @Override
  public void warmsUp(Cell cell) {
    show("warming up", cell);
  }

  @Override
  public void visited(Cell cell, int count, int ofAll) {
    done = before + count;
    show("measured", cell);
  }

  private void show(String what, Cell cell) {
    line.write(
        (double) done / all,
        () ->
            String.format(
                Locale.ROOT,
                "%d/%d  at least %.0f s left  %s %s on %s, batch %d",
                done,
                all,
                (all - done) * secondsOfVisit,
                what,
                cell.model(),
                cell.runner(),
                cell.batch()));
  }

  @Override
  public boolean isStopped() {
    return terminal.isStopped();
  }
}
