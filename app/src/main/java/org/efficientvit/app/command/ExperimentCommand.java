package org.efficientvit.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Experiments that anyone can run again. */
@Command(
    name = "experiment",
    description = "Runs an experiment again: trains, measures, and writes a report with its data.",
    synopsisSubcommandLabel = "COMMAND")
final class ExperimentCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("UnusedVariable") // Help and version are picocli's.
  private OutputOptions output = new OutputOptions();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say which experiment: cascade.");
  }
}
