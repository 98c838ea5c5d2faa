package org.efficientvit.app.window.work;

import java.util.concurrent.CancellationException;

/**
 * A wish that lasting work ends before its time with what it has come to, so that nothing of it is
 * lost; usable from any thread.
 */
public final class Stop {

  private volatile boolean asked;

  /** Ends the work at its next look. */
  public void ask() {
    asked = true;
  }

  /** Whether the work is to end. */
  public boolean isAsked() {
    return asked;
  }

  /** Says how much is done; that nobody waits for the result any more is such a wish too. */
  public void report(Progress progress, double share) {
    look(() -> progress.report(share));
  }

  /** Takes a step that ends by a {@link CancellationException} where nobody waits any more. */
  public void look(Runnable step) {
    try {
      step.run();
    } catch (CancellationException e) {
      asked = true;
    }
  }
}
