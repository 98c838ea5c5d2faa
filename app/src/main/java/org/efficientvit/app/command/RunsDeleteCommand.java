package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Forgets one run. */
@Command(name = "delete", description = "Forgets a run with all that was measured in it.")
final class RunsDeleteCommand implements Callable<Integer> {

  /** The answer of {@code --json}. */
  record Report(long deleted) {}

  private final Terminal terminal;

  @Parameters(paramLabel = "RUN", description = "Its number.")
  private long id;

  @Mixin private OutputOptions output = new OutputOptions();

  RunsDeleteCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    try (RunStore store = RunsCommand.store()) {
      Run run = RunsCommand.find(store, id);
      if (store.isRunning(run)) {
        throw new InspectorException(
            "Run %d is being measured right now; stop that first.".formatted(id));
      }
      boolean unused = store.delete(id);
    }
    if (output.json()) {
      terminal.document(new Report(id));
    } else {
      terminal.out().printf("run %d is forgotten%n", id);
    }
    return ExitCode.OK;
  }
}
