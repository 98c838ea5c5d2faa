package org.efficientvit.app.command;

import org.efficientvit.core.InspectorException;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What was measured before. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Lists, shows, exports, compares and forgets what was measured before.")
final class RunsCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name one of the commands.");
  }

  /** The person's store, to be closed. */
  static RunStore store() {
    return RunStore.existing(RunStore.standardFile())
        .orElseThrow(
            () ->
                new InspectorException(
                    "Nothing was measured yet; 'inspector benchmark' and 'inspector evaluate' keep what they measure."));
  }

  /**
   * One run.
   *
   * @throws InspectorException if there is none of this number
   */
  static Run find(RunStore store, long id) {
    return store
        .find(id)
        .orElseThrow(
            () ->
                new InspectorException(
                    "There is no run %d; 'inspector runs list' names those that there are."
                        .formatted(id)));
  }
}
