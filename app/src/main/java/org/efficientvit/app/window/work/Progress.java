package org.efficientvit.app.window.work;

import java.util.concurrent.CancellationException;

/** How a task says how far it is and hears whether anybody still waits for it. */
public interface Progress {

  /**
   * Says how much is done.
   *
   * @param share from 0 to 1
   * @throws CancellationException if nobody waits for the result any more
   */
  void report(double share);

  /**
   * Says something on the way, such as what a part of the work came to: runs a step on the screen's
   * thread, unless newer work came.
   */
  void tell(Runnable step);
}
