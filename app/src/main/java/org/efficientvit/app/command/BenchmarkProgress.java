package org.efficientvit.app.command;

import java.util.Locale;
import org.efficientvit.app.service.Benchmark;
import org.efficientvit.app.service.BenchmarkPlan;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.runs.Run;

/** Shows on a terminal how far a benchmark is. */
final class BenchmarkProgress implements Benchmark.Listener {

  private final Terminal terminal;
  private final ProgressLine line;
  private final int all;
  private final double secondsOfVisit;
  private int done;

  private BenchmarkProgress(BenchmarkPlan plan, Terminal terminal, ProgressLine line) {
    this.terminal = terminal;
    this.line = line;
    this.all = plan.cells().size() * plan.protocol().rounds();
    this.secondsOfVisit = plan.protocol().visitSeconds();
  }

  /** Runs a benchmark until its end, or until the person asks for an early one. */
  static Benchmark.Result run(Benchmark benchmark, BenchmarkPlan plan, Terminal terminal) {
    try (ProgressLine line = terminal.progressLine()) {
      return benchmark.run(new BenchmarkProgress(plan, terminal, line));
    }
  }

  @Override
  public void goesOn(Run run, int visits, int ofAll) {
    done = visits;
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
    done = count;
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
