package org.efficientvit.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
      return commandLine(terminal, failures, args).execute(args);
    } catch (OutOfMemoryError | LinkageError e) {
      return failures.report(e, false);
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  /**
   * The command lines of all commands, or of the one that the first word names: to learn the
   * options of all of them takes as long as a short command itself.
   */
  private static CommandLine commandLine(
      Terminal terminal, FailureHandler failures, String[] words) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("classify", () -> new ClassifyCommand(terminal, failures));
    commands.put("trace", () -> new TraceCommand(terminal));
    commands.put("inspect", () -> new InspectCommand(terminal));
    commands.put("heads", () -> new HeadsCommand(terminal));
    commands.put("cascade", () -> new CascadeCommand(terminal));
    commands.put("head-worth", () -> new HeadWorthCommand(terminal));
    commands.put("cost", () -> new CostCommand(terminal));
    commands.put("profile", () -> new ProfileCommand(terminal));
    commands.put("what-if", () -> new WhatIfCommand(terminal));
    commands.put("dataset", () -> new DatasetCommand(terminal));
    commands.put("evaluate", () -> new EvaluateCommand(terminal));
    commands.put("train", () -> new TrainCommand(terminal));
    commands.put("experiment", () -> experiment(terminal));
    commands.put("export", () -> new ExportCommand(terminal));
    commands.put("benchmark", () -> new BenchmarkCommand(terminal));
    commands.put("compare", () -> new CompareCommand(terminal));
    commands.put("claims", () -> new ClaimsCommand(terminal));
    commands.put("runs", () -> runs(terminal));
    commands.put("compare-engines", () -> new CompareEnginesCommand(terminal));
    commands.put("weights", () -> weights(terminal, failures));
    if (words.length > 0 && commands.containsKey(words[0])) {
      commands.keySet().retainAll(Set.of(words[0]));
    }
    CommandLine all = new CommandLine(new InspectorCommand());
    commands.values().forEach(command -> all.addSubcommand(command.get()));
    return all.setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setOut(terminal.out())
        .setErr(terminal.err());
  }

  private static CommandLine experiment(Terminal terminal) {
    return new CommandLine(new ExperimentCommand())
        .addSubcommand(new ExperimentCascadeCommand(terminal));
  }

  private static CommandLine runs(Terminal terminal) {
    return new CommandLine(new RunsCommand())
        .addSubcommand(new RunsListCommand(terminal))
        .addSubcommand(new RunsShowCommand(terminal))
        .addSubcommand(new RunsExportCommand(terminal))
        .addSubcommand(new RunsCompareCommand(terminal))
        .addSubcommand(new RunsDeleteCommand(terminal));
  }

  private static CommandLine weights(Terminal terminal, FailureHandler failures) {
    return new CommandLine(new WeightsCommand())
        .addSubcommand(new WeightsListCommand(terminal))
        .addSubcommand(new WeightsFetchCommand(terminal, failures))
        .addSubcommand(new WeightsInfoCommand(terminal))
        .addSubcommand(new WeightsVerifyCommand(terminal));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
  }
}
