package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.efficientvit.app.command.DocumentOptions.Format;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Network;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.CostFigure;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a network costs by its operations alone. */
@Command(
    name = "cost",
    description = "Counts multiply-accumulates, bytes and parameters; runs nothing.")
final class CostCommand implements Callable<Integer> {

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

  @Option(
      names = "--operations",
      description = "List each operation, not blocks and kinds alone.",
      order = 3)
  private boolean operations;

  @Mixin private DocumentOptions documents = new DocumentOptions();
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
    documents.check(output.json());
    if (documents.names(Format.CHROME_TRACE)) {
      throw documents.wrong(
          "cost runs nothing and has no times; --format chrome-trace is of 'inspector profile'.");
    }
    NetworkCost cost = cost(model.request().network());
    List<Path> files =
        documents.write(
            Map.of("", figures(cost)), "cost", (format, out) -> write(cost, format, out));
    if (output.json()) {
      terminal.document(CostReport.of(cost, files));
    } else {
      documents
          .document()
          .ifPresentOrElse(
              format -> write(cost, format, terminal.out()),
              () -> CostTable.print(cost, operations, terminal.out()));
      files.forEach(terminal.out()::println);
    }
    return ExitCode.OK;
  }

  private void write(NetworkCost cost, Format format, PrintWriter out) {
    if (format == Format.CSV) {
      out.print(CostTable.data(cost).toCsv());
    } else {
      CostTable.printMarkdown(cost, operations, out);
    }
  }

  private List<Figure> figures(NetworkCost cost) {
    if (!documents.isDrawing()) {
      return List.of();
    }
    String name =
        Designs.find(cost.network()).map(Design::displayName).orElseGet(() -> cost.network());
    String how = cost.folded() ? "normalisation folded" : "normalisation as trained";
    FigureContext context = new FigureContext(name, null, "counted, " + how, false);
    return Arrays.stream(CostFigure.Quantity.values())
        .<Figure>map(quantity -> new CostFigure(cost, quantity, context))
        .toList();
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
