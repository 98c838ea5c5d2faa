package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.efficientvit.core.experiment.CascadeExperiment;
import org.efficientvit.core.experiment.CascadeExperiment.Unit;
import org.efficientvit.core.experiment.CascadeListener;
import org.efficientvit.core.train.EpochResult;
import org.efficientvit.core.train.StepResult;

/** Says how far the trainings of an experiment are, several of which run at a time. */
final class ExperimentProgress implements CascadeListener, AutoCloseable {

  private static final double NANOSECONDS = 1e9;
  private static final int SECONDS_A_MINUTE = 60;

  private final Terminal terminal;
  private final CascadeExperiment experiment;
  private final boolean quiet;
  private final ProgressLine line;
  private final long start = System.nanoTime();
  private final Map<Unit, Double> shares = new HashMap<>();
  private int finished;
  private long steps;

  /**
   * Watches the trainings.
   *
   * @param quiet whether epochs are left out
   */
  ExperimentProgress(Terminal terminal, CascadeExperiment experiment, boolean quiet) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.experiment = requireNonNull(experiment, "experiment is null");
    this.quiet = quiet;
    this.line = terminal.progressLine();
  }

  @Override
  public synchronized void stepped(Unit unit, StepResult step) {
    double share = (step.epoch() + (step.step() + 1.0) / step.steps()) / experiment.epochs();
    shares.put(unit, share);
    steps++;
    draw(step.steps());
  }

  private void draw(int stepsPerEpoch) {
    int units = experiment.units().size();
    double done = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    double all = (double) units * experiment.epochs() * stepsPerEpoch;
    double perSecond = steps / ((System.nanoTime() - start) / NANOSECONDS);
    double left = (1 - done / units) * all / perSecond / SECONDS_A_MINUTE;
    line.write(
        done / units,
        () ->
            String.format(
                Locale.ROOT,
                "%d of %d trainings done  %.1f steps/s  %.0f min left",
                finished,
                units,
                perSecond,
                Math.ceil(left)));
  }

  @Override
  public synchronized void finished(Unit unit, EpochResult epoch) {
    line.clear();
    if (!quiet) {
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "%-12s  epoch %d of %d  training loss %.3f  validation loss %.3f  top-1 %.1f %%%n",
              unit.id(),
              epoch.epoch() + 1,
              experiment.epochs(),
              epoch.trainingLoss(),
              epoch.validationLoss(),
              100 * epoch.validationTop1());
      terminal.out().flush();
    }
  }

  @Override
  public synchronized void trained(Unit unit) {
    shares.put(unit, 1.0);
    finished++;
  }

  @Override
  public boolean isStopped() {
    return terminal.isStopped();
  }

  @Override
  public synchronized void close() {
    line.close();
  }
}
