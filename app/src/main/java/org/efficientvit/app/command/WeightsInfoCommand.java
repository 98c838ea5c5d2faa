package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.FetchedWeights;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What a file of weights holds. */
@Command(
    name = "info",
    description = "Says what a file of weights holds and which network it belongs to.")
final class WeightsInfoCommand implements Callable<Integer> {

  private static final int LONGEST_METADATA = 100;

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      description = ".pth, .pt or .safetensors, or the name of fetched weights, such as m0.")
  @SuppressWarnings("NullAway.Init") // picocli requires it.
  private String named;

  @Mixin private OutputOptions output = new OutputOptions();

  WeightsInfoCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    WeightsInfo info = WeightsInfo.read(FetchedWeights.resolve(named));
    if (output.json()) {
      terminal.document(info);
    } else {
      print(info);
    }
    return ExitCode.OK;
  }

  private void print(WeightsInfo info) {
    TextTable table = TextTable.leftAligned("file", info.file());
    table.row("format", info.format());
    table.row("numbers", String.join(", ", info.dtypes()));
    table.row("tensors", Integer.toString(info.tensors()));
    table.row("parameters", String.format(Locale.ROOT, "%,d", info.parameters()));
    table.row("names", info.names());
    table.row("network", info.model() == null ? "none that it fits" : info.model());
    if (info.model() != null) {
      table.row("image size", info.imageSize() == null ? "any" : info.imageSize().toString());
      table.row("classes", String.valueOf(info.classes()));
      table.row("distilled", Boolean.TRUE.equals(info.distilled()) ? "yes" : "no");
      table.row("normalisation", Boolean.TRUE.equals(info.folded()) ? "folded" : "as trained");
    }
    info.metadata().forEach((key, value) -> table.row("metadata " + key, shortened(value)));
    table.print(terminal.out());
    if (info.problem() != null) {
      terminal.out().printf("%n%s%n", info.problem());
    }
  }

  private static String shortened(String value) {
    String line = value.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST_METADATA ? line : line.substring(0, LONGEST_METADATA) + "...";
  }
}
