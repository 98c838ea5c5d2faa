package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import org.efficientvit.app.service.EvaluationListener;
import org.jspecify.annotations.Nullable;

/** Says how far an evaluation is, and where it goes on. */
final class EvaluationProgress implements EvaluationListener, AutoCloseable {

  private final Terminal terminal;
  private @Nullable Progress line;

  EvaluationProgress(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public void begins(int answered, int size) {
    if (answered > 0) {
      terminal.say(
          "Going on where an earlier run was stopped: %d of %d pictures are answered; --fresh begins anew."
              .formatted(answered, size));
    }
    line = terminal.progress(answered, size);
  }

  @Override
  public void reached(int answered) {
    if (line != null) {
      line.reach(answered);
    }
  }

  @Override
  public boolean isStopped() {
    return terminal.isStopped();
  }

  @Override
  public void close() {
    if (line != null) {
      line.close();
    }
  }
}
