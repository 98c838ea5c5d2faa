package org.efficientvit.core;

import org.jspecify.annotations.Nullable;

/**
 * Something could not be done, for a reason that the person at the screen can act on.
 *
 * <p>The message is one sentence that says what was wrong, in which file, and what to do; it is
 * shown as it is. Anything else that is thrown is a mistake in the program.
 */
public class InspectorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InspectorException(String message) {
    super(message);
  }

  public InspectorException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
