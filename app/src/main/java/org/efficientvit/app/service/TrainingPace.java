package org.efficientvit.app.service;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.efficientvit.core.train.StepResult;

/** How fast a training goes, and when it will be done if it goes on so. */
public final class TrainingPace {

  private static final double NANOSECONDS = 1e9;

  private final int epochs;
  private final LongSupplier ticker;
  private long firstStep = -1;
  private long begin;

  /**
   * How fast, after a step.
   *
   * @param share of the whole training that is done, 0 to 1
   * @param imagesPerSecond since the first step of this run, measuring of epochs included
   * @param secondsLeft until the last step
   */
  public record Speed(double share, double imagesPerSecond, double secondsLeft) {}

  /**
   * A training that has not made a step.
   *
   * @param epochs of the whole training
   * @param ticker nanoseconds that pass
   */
  public TrainingPace(int epochs, LongSupplier ticker) {
    this.epochs = epochs;
    this.ticker = ticker;
  }

  /** Takes a step in; empty after the first, which began before the clock. */
  public Optional<Speed> after(StepResult step) {
    long number = (long) step.epoch() * step.steps() + step.step();
    if (firstStep < 0) {
      firstStep = number;
      begin = ticker.getAsLong();
      return Optional.empty();
    }
    double all = (double) epochs * step.steps();
    double seconds = Math.max(1, ticker.getAsLong() - begin) / NANOSECONDS;
    double perSecond = (number - firstStep) / seconds;
    return Optional.of(
        new Speed(number / all, perSecond * step.batch(), (all - number) / perSecond));
  }
}
