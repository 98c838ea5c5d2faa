package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far work in steps is, how fast it goes, how much longer it takes. */
final class Progress implements AutoCloseable {

  private static final double NANOSECONDS = 1e9;

  private final ProgressLine line;
  private final int first;
  private final int steps;
  private final LongSupplier ticker;
  private final long start;
  private int done;

  /**
   * Progress of so many steps.
   *
   * @param shown whether anything is written at all
   * @param ticker nanoseconds that pass
   */
  Progress(PrintWriter err, boolean shown, int steps, LongSupplier ticker) {
    this(err, shown, 0, steps, ticker);
  }

  /**
   * Progress of so many steps, some of which were done before.
   *
   * @param shown whether anything is written at all
   * @param first how many were done before; they count for how far the work is, not for how fast
   * @param ticker nanoseconds that pass
   */
  Progress(PrintWriter err, boolean shown, int first, int steps, LongSupplier ticker) {
    this.line = new ProgressLine(err, shown);
    this.first = first;
    this.done = first;
    this.steps = steps;
    this.ticker = requireNonNull(ticker, "ticker is null");
    this.start = ticker.getAsLong();
  }

  /** One more step is done. */
  void step() {
    reach(done + 1);
  }

  /** So many steps are done by now. */
  void reach(int reached) {
    done = reached;
    double seconds = Math.max((ticker.getAsLong() - start) / NANOSECONDS, 1e-9);
    double rate = (done - first) / seconds;
    line.write(
        (double) done / steps,
        () ->
            String.format(
                Locale.ROOT,
                "%d/%d  %.1f/s  %.0f s left",
                done,
                steps,
                rate,
                (steps - done) / rate));
  }

  /** Makes room for other output; the next step writes the line anew. */
  void clear() {
    line.clear();
  }

  @Override
  public void close() {
    line.close();
  }
}
