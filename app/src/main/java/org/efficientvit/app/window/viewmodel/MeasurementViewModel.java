package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.efficientvit.app.service.Benchmark;
import org.efficientvit.app.service.BenchmarkPlan;
import org.efficientvit.app.window.work.IdleGate;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Progress;
import org.efficientvit.app.window.work.Stop;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;

/**
 * Benchmarks of minutes, one after another on a thread of their own. They wait between any two
 * measurements while the window has something to do, so that pictures can be chosen meanwhile; each
 * measurement is kept at once, and the next start goes on where this one was stopped.
 */
public final class MeasurementViewModel {

  private static final double MINUTE = 60;

  private final String name;
  private final LatestRunner runner;
  private final IdleGate gate;
  private final Consumer<String> problem;
  private final ReadOnlyBooleanWrapper isRunning = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(LatestRunner.UNKNOWN);
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private double seconds;

  /**
   * Nothing measured yet.
   *
   * @param name of the work
   * @param runner whose worker does nothing but measure
   * @param gate between measurements
   * @param problem hears what fails, in a sentence
   */
  MeasurementViewModel(String name, LatestRunner runner, IdleGate gate, Consumer<String> problem) {
    this.name = requireNonNull(name, "name is null");
    this.runner = requireNonNull(runner, "runner is null");
    this.gate = requireNonNull(gate, "gate is null");
    this.problem = requireNonNull(problem, "problem is null");
    words.bind(Bindings.createStringBinding(this::left, isRunning, share));
  }

  /**
   * Measures.
   *
   * @param title what a person reads meanwhile
   * @param done runs when everything was measured
   */
  void start(String title, List<BenchmarkPlan> plans, Runnable done) {
    seconds = leastSeconds(plans);
    isRunning.set(true);
    share.unbind();
    share.bind(
        Bindings.when(runner.runningProperty().isEqualTo(title))
            .then(runner.progressProperty())
            .otherwise(LatestRunner.UNKNOWN));
    runner.submit(
        new Work<>(
            name,
            title,
            progress -> measure(plans, progress, gate),
            measured -> {
              isRunning.set(false);
              done.run();
            },
            sentence -> {
              isRunning.set(false);
              problem.accept(sentence);
            }));
  }

  /** Ends it after the measurement that is going on; all that was measured is kept. */
  public void stop() {
    runner.cancel(name);
    isRunning.set(false);
  }

  /** Seconds that plans take at least. */
  static double leastSeconds(List<BenchmarkPlan> plans) {
    return plans.stream().mapToDouble(Benchmark::leastSeconds).sum();
  }

  /** How long plans take, for a person: large networks take up to twice the least time. */
  static String duration(List<BenchmarkPlan> plans) {
    double least = leastSeconds(plans);
    return least < MINUTE
        ? "up to %.0f seconds".formatted(Math.ceil(2 * least))
        : "%.0f to %.0f minutes"
            .formatted(Math.ceil(least / MINUTE), Math.ceil(2 * least / MINUTE));
  }

  private String left() {
    if (!isRunning.get()) {
      return "";
    }
    double done = share.get();
    if (done < 0) {
      return "Waiting for another measurement.";
    }
    double rest = (1 - done) * seconds;
    return rest < MINUTE
        ? "%.0f %% measured, at least %.0f s left".formatted(100 * done, rest)
        : "%.0f %% measured, at least %.0f min left"
            .formatted(100 * done, Math.ceil(rest / MINUTE));
  }

  private static boolean measure(List<BenchmarkPlan> plans, Progress progress, IdleGate gate) {
    int all = plans.stream().mapToInt(MeasurementViewModel::visits).sum();
    int before = 0;
    progress.report(0);
    try (RunStore store = RunStore.standard()) {
      for (BenchmarkPlan plan : plans) {
        Following following = new Following(progress, gate, before, all);
        Benchmark.Result unused = new Benchmark(plan, Optional.of(store), false).run(following);
        if (following.isStopped()) {
          throw new CancellationException();
        }
        before += visits(plan);
      }
    }
    return true;
  }

  private static int visits(BenchmarkPlan plan) {
    return plan.cells().size() * plan.protocol().rounds();
  }

  /** Whether it measures, or waits for its turn to. */
  public ReadOnlyBooleanProperty runningProperty() {
    return isRunning.getReadOnlyProperty();
  }

  /** How much is measured, 0 to 1, or {@link LatestRunner#UNKNOWN}. */
  public ReadOnlyDoubleProperty progressProperty() {
    return share.getReadOnlyProperty();
  }

  /** How much is measured and how long it still takes; empty where nothing is going on. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** Waits while the window is busy, and ends a benchmark when nobody waits for it any more. */
  private static final class Following implements Benchmark.Listener {

    private final Progress progress;
    private final IdleGate gate;
    private final int before;
    private final int all;
    private double share;
    private final Stop stop = new Stop();

    Following(Progress progress, IdleGate gate, int before, int all) {
      this.progress = progress;
      this.gate = gate;
      this.before = before;
      this.all = all;
      this.share = (double) before / all;
    }

    @Override
    public void goesOn(Run run, int visits, int ofAll) {
      reach(visits);
    }

    @Override
    public void warmsUp(Cell cell) {
      waitForTurn();
    }

    @Override
    public void visited(Cell cell, int done, int visits) {
      reach(done);
      waitForTurn();
    }

    private void reach(int done) {
      share = (double) (before + done) / all;
      stop.report(progress, share);
    }

    private void waitForTurn() {
      stop.look(() -> gate.pass(() -> progress.report(share)));
    }

    @Override
    public boolean isStopped() {
      return stop.isAsked();
    }
  }
}
