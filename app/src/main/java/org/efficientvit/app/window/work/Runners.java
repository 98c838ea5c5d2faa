package org.efficientvit.app.window.work;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All that run work of a window: what lasts has a thread of its own, so that pictures are answered
 * meanwhile.
 *
 * @param models takes all work on the open model
 * @param files takes what needs no model: folders, files, the store of runs
 * @param measuring takes benchmarks of minutes
 * @param evaluating takes evaluations, which last
 * @param training takes trainings, which last longer
 */
public record Runners(
    LatestRunner models,
    LatestRunner files,
    LatestRunner measuring,
    LatestRunner evaluating,
    LatestRunner training) {

  public Runners {
    requireNonNull(models, "models is null");
    requireNonNull(files, "files is null");
    requireNonNull(measuring, "measuring is null");
    requireNonNull(evaluating, "evaluating is null");
    requireNonNull(training, "training is null");
  }

  /** Runners that are all made alike. */
  public static Runners of(Supplier<LatestRunner> maker) {
    return new Runners(maker.get(), maker.get(), maker.get(), maker.get(), maker.get());
  }

  private Stream<LatestRunner> all() {
    return Stream.of(models, files, measuring, evaluating, training);
  }

  /** Whether nothing runs or waits. */
  public boolean areIdle() {
    return all().allMatch(runner -> runner.runningProperty().get().isEmpty());
  }

  /** Gives up what runs and what waits. */
  public void cancelAll() {
    all().forEach(LatestRunner::cancelAll);
  }
}
