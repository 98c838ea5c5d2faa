package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import org.efficientvit.core.evaluate.Evaluation.Failure;
import org.efficientvit.core.model.Provenance;

/**
 * Where a command writes: results go to standard output, everything else to standard error.
 *
 * <p>A person can ask for an early end with Ctrl-C; work in several steps looks at {@link
 * #isStopped()} between them.
 */
public final class Terminal {

  /** The most pictures that could not be read whose sentences are said. */
  private static final int MOST_UNREAD_SAID = 20;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean interactive;
  private volatile boolean stopped;

  /**
   * A terminal over two streams.
   *
   * @param interactive whether a person watches, so that progress is worth showing
   */
  public Terminal(PrintWriter out, PrintWriter err, boolean interactive) {
    this.out = requireNonNull(out, "out is null");
    this.err = requireNonNull(err, "err is null");
    this.interactive = interactive;
  }

  /** This process's streams. */
  public static Terminal system() {
    // The streams' own charset is the locale's.
    return new Terminal(
        new PrintWriter(System.out, true, Charset.defaultCharset()),
        new PrintWriter(System.err, true, Charset.defaultCharset()),
        isInteractive());
  }

  /** Whether a person types and reads; from Java 22 on a console may be a pipe. */
  @SuppressWarnings("SystemConsoleNull") // Asked further where null does not say it all.
  private static boolean isInteractive() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  /** One sentence beside the result. */
  public void say(String sentence) {
    err.println(sentence);
    err.flush();
  }

  /** The one document of a command that was asked for JSON. */
  void document(Object value) {
    out.println(Json.of(value));
    out.flush();
  }

  /** Says which pictures could not be read: the first ones, and how many more there are. */
  void sayUnread(List<Failure> failed) {
    failed.stream().limit(MOST_UNREAD_SAID).forEach(failure -> say(failure.sentence()));
    if (failed.size() > MOST_UNREAD_SAID) {
      say(
          "%d more could not be read; --json names them all."
              .formatted(failed.size() - MOST_UNREAD_SAID));
    }
  }

  /** Says what answers are worth, where the weights know little or nothing. */
  void sayOrigin(Provenance provenance) {
    if (provenance.isRandom()) {
      say(
          "This ran on %s: nobody trained them, so what the network says about a picture means nothing."
              .formatted(provenance.description()));
    } else if (provenance.isDemonstration()) {
      say(
          "This ran on demonstration weights, trained on rendered objects of 16 classes and not on ImageNet; 'inspector weights list' names the published ones.");
    }
  }

  /** A line that shows how far work of so many steps is; nothing where nobody watches. */
  Progress progress(int steps) {
    return progress(0, steps);
  }

  /** The same where so many of the steps were done before. */
  Progress progress(int first, int steps) {
    return new Progress(err, interactive && steps - first > 1, first, steps, System::nanoTime);
  }

  /** A line for work that is not in steps; nothing where nobody watches. */
  ProgressLine progressLine() {
    return new ProgressLine(err, interactive);
  }

  /** Asks the command to finish with what it has. */
  public void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }
}
