package org.efficientvit.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be asked about files of weights. */
@Command(
    name = "weights",
    description = "Lists and fetches published weights; says what a file holds, or checks it.")
final class WeightsCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("UnusedVariable") // Help and version are picocli's.
  private OutputOptions output = new OutputOptions();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with weights: list, fetch, info or verify.");
  }
}
