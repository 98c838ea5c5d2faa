package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.Callable;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.network.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a network costs by its operations alone. */
@Command(
    name = "cost",
    description = "Counts multiply-accumulates, bytes and parameters; runs nothing.")
final class CostCommand implements Callable<Integer> {

  /** The answer of {@code --json}. */
  record Report(
      String model,
      int imageSize,
      int batch,
      long parameters,
      long parametersFolded,
      long macs,
      List<Operation> operations) {

    static Report of(NetworkCost cost) {
      return new Report(
          cost.network(),
          cost.imageSize(),
          cost.batch(),
          cost.parameters(),
          cost.parametersFolded(),
          cost.macs(),
          cost.operations().stream()
              .map(
                  operation ->
                      new Operation(
                          operation.name(),
                          operation.kind().id(),
                          operation.macs(),
                          operation.bytesRead(),
                          operation.bytesWritten()))
              .toList());
    }
  }

  /** One operation of the answer. */
  record Operation(String name, String kind, long macs, long bytesRead, long bytesWritten) {}

  private final Terminal terminal;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "1",
      converter = PositiveInteger.class,
      description = "Pictures at a time (default: ${DEFAULT-VALUE}).",
      order = 1)
  private int batch;

  @Option(
      names = "--unfolded",
      description = "Count normalisation as trained, not folded into the layer beside it.",
      order = 2)
  private boolean unfolded;

  @Mixin private ModelOptions model = new ModelOptions();

  @Mixin
  @SuppressWarnings("UnusedVariable") // Every command takes the common options.
  private EngineChoice engine = new EngineChoice();

  @Mixin private OutputOptions output = new OutputOptions();

  CostCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    Network network = model.request().network();
    NetworkCost cost = cost(network);
    if (output.json()) {
      terminal.document(Report.of(cost));
    } else {
      CostTable.print(cost, terminal.out());
    }
    return ExitCode.OK;
  }

  private NetworkCost cost(Network network) {
    try {
      return NetworkCost.of(network, batch, !unfolded);
    } catch (IllegalArgumentException e) {
      // A shape of more elements than a tensor can have.
      throw new InspectorException(
          "%d pictures of %d pixels at a time make tensors too large to count; choose a smaller --batch or --image-size."
              .formatted(batch, network.imageSize()),
          e);
    }
  }
}
