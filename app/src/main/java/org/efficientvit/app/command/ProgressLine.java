package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.function.Supplier;

/** A line on a terminal that is written over itself; nothing where nobody watches. */
final class ProgressLine implements AutoCloseable {

  private static final int WIDTH = 24;

  private final PrintWriter err;
  private final boolean shown;
  private int length;

  /**
   * An empty line.
   *
   * @param shown whether anything is written at all
   */
  ProgressLine(PrintWriter err, boolean shown) {
    this.err = requireNonNull(err, "err is null");
    this.shown = shown;
  }

  /**
   * Writes a bar and what follows it, in place of what was there.
   *
   * @param share that is done, 0 to 1
   * @param text is asked for only where somebody watches
   */
  void write(double share, Supplier<String> text) {
    if (shown) {
      int filled = (int) (WIDTH * share);
      String line =
          "[%s%s] %s".formatted("#".repeat(filled), ".".repeat(WIDTH - filled), text.get());
      clear();
      err.print(line);
      err.flush();
      length = line.length();
    }
  }

  /** Makes room for other output. */
  void clear() {
    if (length > 0) {
      err.print("\r" + " ".repeat(length) + "\r");
      err.flush();
      length = 0;
    }
  }

  @Override
  public void close() {
    clear();
  }
}
