package org.efficientvit.app.window.work;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Lets work on a thread of its own wait while a runner is busy, so that what a person asks for goes
 * first and does not run beside what is measured.
 */
public final class IdleGate {

  private static final long MILLISECONDS_BETWEEN_LOOKS = 100;

  private boolean isBusy;

  /**
   * A gate that is shut while a runner has something to do.
   *
   * @param runner whose properties change on the screen's thread, on which this is called too
   */
  public IdleGate(LatestRunner runner) {
    requireNonNull(runner, "runner is null");
    set(!runner.runningProperty().get().isEmpty());
    runner.runningProperty().addListener((property, old, now) -> set(!now.isEmpty()));
  }

  private synchronized void set(boolean busy) {
    isBusy = busy;
    notifyAll();
  }

  /**
   * Waits until the runner has nothing to do; called on the thread that waits.
   *
   * @param look runs now and then in between, and ends the waiting by throwing
   * @throws CancellationException if the look says so, or the thread is interrupted
   */
  public synchronized void pass(Runnable look) {
    while (isBusy) {
      look.run();
      try {
        TimeUnit.MILLISECONDS.timedWait(this, MILLISECONDS_BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      }
    }
  }
}
