package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;

/** One line that is written over itself. */
final class LiveLine {

  private final PrintWriter err;
  private final boolean shown;
  private int length;

  /**
   * A line that shows nothing yet.
   *
   * @param shown whether anything is written at all
   */
  LiveLine(PrintWriter err, boolean shown) {
    this.err = requireNonNull(err, "err is null");
    this.shown = shown;
  }

  /** Replaces what the line says. */
  void show(String text) {
    if (shown) {
      clear();
      err.print(text);
      err.flush();
      length = text.length();
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
}
