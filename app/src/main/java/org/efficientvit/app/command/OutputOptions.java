package org.efficientvit.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How a command answers; all commands have these options. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    abbreviateSynopsis = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "1:could not be done; one sentence on standard error says why",
      "2:wrong usage"
    })
final class OutputOptions {

  static final String VERBOSE = "--verbose";

  @Option(
      names = "--json",
      description = "Answer with one JSON document on standard output.",
      order = 100)
  private boolean json;

  @Option(names = VERBOSE, description = "Show where in the program something failed.", order = 101)
  private boolean verbose;

  /** Whether the result is one JSON document. */
  boolean json() {
    return json;
  }

  /** Whether stack traces are shown. */
  boolean verbose() {
    return verbose;
  }
}
