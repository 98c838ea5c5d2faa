package org.efficientvit.app.window.work;

import org.efficientvit.core.InspectorException;

/** What a person reads when something failed. */
final class Sentences {

  private static final System.Logger LOG = System.getLogger(Sentences.class.getName());

  private Sentences() {}

  /**
   * One sentence for anything that was thrown: its own, where it was thrown for a person to read.
   * Everything else is a mistake in the program, or a machine at its end, and goes to the log too.
   */
  static String of(Throwable thrown) {
    String message = thrown.getMessage();
    if (thrown instanceof InspectorException && message != null) {
      LOG.log(System.Logger.Level.DEBUG, message, thrown);
      return message;
    }
    LOG.log(System.Logger.Level.ERROR, "work failed", thrown);
    return thrown instanceof OutOfMemoryError
        ? "There is not enough memory for this; close other programs or choose a smaller model."
        : "This failed inside the program (%s); the log says more.".formatted(thrown);
  }
}
