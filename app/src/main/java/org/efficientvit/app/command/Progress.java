package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line that is written over itself: how far, how fast, how much longer. */
final class Progress implements AutoCloseable {

  private static final int WIDTH = 24;
  private static final double NANOSECONDS = 1e9;

  private final LiveLine line;
  private final boolean shown;
  private final int steps;
  private final LongSupplier ticker;
  private final long start;
  private int done;

  /**
   * A line for so many steps.
   *
   * @param shown whether anything is written at all
   * @param ticker nanoseconds that pass
   */
  Progress(PrintWriter err, boolean shown, int steps, LongSupplier ticker) {
    this.line = new LiveLine(err, shown);
    this.shown = shown;
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
    if (shown) {
      double seconds = Math.max((ticker.getAsLong() - start) / NANOSECONDS, 1e-9);
      double rate = done / seconds;
      int filled = WIDTH * done / steps;
      String text =
          String.format(
              Locale.ROOT,
              "[%s%s] %d/%d  %.1f/s  %.0f s left",
              "#".repeat(filled),
              ".".repeat(WIDTH - filled),
              done,
              steps,
              rate,
              (steps - done) / rate);
      line.show(text);
    }
  }

  /** Makes room for other output; the next step writes the line anew. */
  void clear() {
    line.clear();
  }

  @Override
  public void close() {
    clear();
  }
}
