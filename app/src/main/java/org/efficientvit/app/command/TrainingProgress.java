package org.efficientvit.app.command;

import java.util.Locale;
import org.efficientvit.app.service.TrainingPace;
import org.efficientvit.core.train.EpochResult;
import org.efficientvit.core.train.StepResult;
import org.efficientvit.core.train.TrainingListener;

/** Says how a training goes: a line that is written over itself, and one for each epoch. */
final class TrainingProgress implements TrainingListener, AutoCloseable {

  private static final int SECONDS_A_MINUTE = 60;

  private final Terminal terminal;
  private final int epochs;
  private final boolean quiet;
  private final ProgressLine line;
  private final TrainingPace pace;
  private boolean headed;

  /**
   * Watches a training.
   *
   * @param epochs of the plan
   * @param quiet whether the epochs' lines are left to the answer
   */
  TrainingProgress(Terminal terminal, int epochs, boolean quiet) {
    this.terminal = terminal;
    this.epochs = epochs;
    this.quiet = quiet;
    this.line = terminal.progressLine();
    this.pace = new TrainingPace(epochs, System::nanoTime);
  }

  @Override
  public void stepped(StepResult step) {
    pace.after(step).ifPresent(speed -> write(step, speed));
  }

  private void write(StepResult step, TrainingPace.Speed speed) {
    line.write(
        speed.share(),
        () ->
            String.format(
                Locale.ROOT,
                "epoch %d/%d  step %d/%d  loss %.3f  top-1 %.1f %%  %.0f images/s  %.0f min left",
                step.epoch() + 1,
                epochs,
                step.step() + 1,
                step.steps(),
                step.loss(),
                100 * step.top1(),
                speed.imagesPerSecond(),
                Math.ceil(speed.secondsLeft() / SECONDS_A_MINUTE)));
  }

  @Override
  public void finished(EpochResult epoch) {
    line.clear();
    if (quiet) {
      return;
    }
    if (!headed) {
      terminal.out().println("epoch  training loss  validation loss  top-1  images/s");
      headed = true;
    }
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%5d  %13.3f  %15.3f  %5.1f  %8.0f%n",
            epoch.epoch() + 1,
            epoch.trainingLoss(),
            epoch.validationLoss(),
            100 * epoch.validationTop1(),
            epoch.imagesPerSecond());
    terminal.out().flush();
  }

  @Override
  public boolean isStopped() {
    return terminal.isStopped();
  }

  @Override
  public void close() {
    line.clear();
  }
}
