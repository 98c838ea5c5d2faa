package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.InspectorException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what went wrong; where in the program only if that is asked for. */
final class FailureHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private final Terminal terminal;

  FailureHandler(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    ParseResult deepest = parseResult;
    while (deepest.hasSubcommand()) {
      deepest = deepest.subcommand();
    }
    return report(failure, deepest.hasMatchedOption(OutputOptions.VERBOSE));
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    terminal.say(String.valueOf(wrong.getMessage()));
    if (!UnmatchedArgumentException.printSuggestions(wrong, terminal.err())) {
      terminal.say("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
    }
    return ExitCode.USAGE;
  }

  /**
   * Says what went wrong.
   *
   * @return the exit status
   */
  int report(Throwable failure, boolean verbose) {
    terminal.say(sentence(failure, verbose));
    if (verbose) {
      failure.printStackTrace(terminal.err());
      terminal.err().flush();
    }
    return ExitCode.SOFTWARE;
  }

  private static String sentence(Throwable failure, boolean verbose) {
    if (failure instanceof InspectorException) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof OutOfMemoryError) {
      return "There is not enough memory for this; set INSPECTOR_OPTS=-Xmx8g, or ask for less.";
    }
    String mistake = "This is a mistake in the program (%s)".formatted(failure);
    return verbose
        ? mistake + "; please report it with what follows."
        : mistake + "; run the command again with --verbose to see where.";
  }
}
