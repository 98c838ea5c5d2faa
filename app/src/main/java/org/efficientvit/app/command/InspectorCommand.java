package org.efficientvit.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command above all others: without one of them it opens the window. */
@Command(
    name = "inspector",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "[COMMAND]",
    description = {
      "Shows what the heads of EfficientViT attend to, what each operation costs and how long it"
          + " takes.",
      "Without a command it opens the window."
    },
    commandListHeading = "%nCommands, which need no display:%n",
    subcommands = HelpCommand.class)
public final class InspectorCommand implements Runnable {

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandLine.Model.CommandSpec spec;

  private InspectorCommand() {}

  /**
   * Does what the arguments say.
   *
   * @return the exit status: 0 done, 1 could not be done, 2 wrong usage
   */
  public static int execute(Terminal terminal, String... args) {
    FailureHandler failures = new FailureHandler(terminal);
    try {
      return commandLine(terminal, failures).execute(args);
    } catch (OutOfMemoryError | LinkageError e) {
      return failures.report(e, false);
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  private static CommandLine commandLine(Terminal terminal, FailureHandler failures) {
    CommandLine weights =
        new CommandLine(new WeightsCommand())
            .addSubcommand(new WeightsInfoCommand(terminal))
            .addSubcommand(new WeightsVerifyCommand(terminal));
    return new CommandLine(new InspectorCommand())
        .addSubcommand(new ClassifyCommand(terminal, failures))
        .addSubcommand(new TraceCommand(terminal))
        .addSubcommand(new CostCommand(terminal))
        .addSubcommand(weights)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setOut(terminal.out())
        .setErr(terminal.err());
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
  }
}
