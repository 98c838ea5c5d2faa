package org.efficientvit.core.weights;

import java.io.IOException;
import java.nio.file.Path;
import org.efficientvit.core.InspectorException;
import org.jspecify.annotations.Nullable;

/**
 * Why a file cannot be read, as the rest of a sentence that begins with the file's name.
 *
 * <p>The readers of parts of a file do not know its name; {@link CheckpointReader} puts it in
 * front.
 */
final class Refusal extends Exception {

  private static final int LONGEST_NAME = 120;

  Refusal(String clause) {
    super(clause);
  }

  Refusal(String clause, @Nullable Throwable cause) {
    super(clause, cause);
  }

  /** A refusal of bytes that make no sense. */
  static Refusal damaged(String what) {
    return damaged(what, null);
  }

  static Refusal damaged(String what, @Nullable Throwable cause) {
    return new Refusal("is damaged: " + what + "; download it or save it again", cause);
  }

  /** The whole sentence. */
  InspectorException of(Path file) {
    return new InspectorException(fileName(file) + " " + getMessage() + ".", this);
  }

  /** What an error of the disk says, or at least what it is called: some say nothing. */
  static String reason(IOException error) {
    String message = error.getMessage();
    return message == null ? error.getClass().getSimpleName() : message;
  }

  /** What a sentence calls a file. */
  static String fileName(Path file) {
    Path last = file.getFileName();
    return (last == null ? file : last).toString();
  }

  /** A name that a file supplied, fit for one line of a sentence. */
  static String printable(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .limit(LONGEST_NAME)
        .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? '?' : c)
        .forEach(shown::appendCodePoint);
    return name.codePointCount(0, name.length()) > LONGEST_NAME ? shown + "..." : shown.toString();
  }
}
