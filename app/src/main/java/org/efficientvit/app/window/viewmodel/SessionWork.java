package org.efficientvit.app.window.viewmodel;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.efficientvit.app.window.saved.SavedSession;
import org.efficientvit.app.window.saved.SessionFile;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Work;

/** Reads and writes sessions that a person names, off the screen's thread. */
final class SessionWork {

  private static final String WORK = "session";

  private final LatestRunner background;
  private final Consumer<String> problems;

  SessionWork(LatestRunner background, Consumer<String> problems) {
    this.background = background;
    this.problems = problems;
  }

  void read(Path file, Consumer<SavedSession> taker) {
    background.submit(
        new Work<>(
            WORK,
            "Opening " + FileNames.of(file),
            progress -> SessionFile.read(file),
            taker,
            problems));
  }

  void write(Path file, SavedSession session) {
    background.submit(
        new Work<>(
            WORK,
            "Saving " + FileNames.of(file),
            progress -> {
              SessionFile.write(file, session);
              return file;
            },
            saved -> {},
            problems));
  }
}
