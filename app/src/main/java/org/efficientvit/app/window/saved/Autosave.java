package org.efficientvit.app.window.saved;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.efficientvit.core.InspectorException;

/** Writes the state of the window a little after it changed, however often it changes. */
public final class Autosave {

  private static final System.Logger LOG = System.getLogger(Autosave.class.getName());

  private final Path file;
  private final Supplier<SavedSession> state;
  private final Executor later;
  private final Executor screen;
  private final Executor writer;
  private boolean isWaiting;
  private boolean isOver;

  /**
   * Nothing changed yet.
   *
   * @param state taken on the screen's thread
   * @param later runs what it is given on any thread, after a while
   * @param screen runs what it is given on the screen's thread
   * @param writer runs what it is given one after another
   */
  public Autosave(
      Path file, Supplier<SavedSession> state, Executor later, Executor screen, Executor writer) {
    this.file = requireNonNull(file, "file is null");
    this.state = requireNonNull(state, "state is null");
    this.later = requireNonNull(later, "later is null");
    this.screen = requireNonNull(screen, "screen is null");
    this.writer = requireNonNull(writer, "writer is null");
  }

  /** Says that something changed; called on the screen's thread. */
  public void changed() {
    if (!isWaiting) {
      isWaiting = true;
      later.execute(() -> screen.execute(this::save));
    }
  }

  /** Writes the state as it is now, for the last time; called on the screen's thread. */
  public void finish() {
    save();
    isOver = true;
  }

  private void save() {
    if (isOver) {
      return;
    }
    isWaiting = false;
    SavedSession now = state.get();
    writer.execute(() -> write(now));
  }

  private void write(SavedSession session) {
    try {
      SessionFile.write(file, session);
    } catch (InspectorException e) {
      // The work goes on; whoever saves by hand meets the same, and reads it.
      LOG.log(System.Logger.Level.WARNING, e.getMessage(), e);
    }
  }
}
