package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.EvaluationFigures;
import org.efficientvit.app.service.EvaluationOutcome;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.benchmark.CellResult;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.visualizers.chart.ClassAccuracyFigure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All of one run. */
@Command(name = "show", description = "Shows a run: its machine, its plan, what came out.")
final class RunsShowCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "RUN", description = "Its number.")
  private long id;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Draw the figures of an evaluation into this folder, made if it is not there.",
      order = 2)
  private @Nullable Path out;

  @Option(
      names = "--class-order",
      paramLabel = "worst|best|number",
      defaultValue = "worst",
      description = "In which order classes are drawn (default: ${DEFAULT-VALUE}).",
      order = 3)
  private ClassAccuracyFigure.Order order = ClassAccuracyFigure.Order.WORST;

  @Mixin private FigureOptions figures = new FigureOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  RunsShowCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    try (RunStore store = RunsCommand.store()) {
      Run run = RunsCommand.find(store, id);
      List<Path> files = draw(store, run);
      if (output.json()) {
        terminal.document(RunReport.of(store, run));
      } else {
        print(store, run);
        files.forEach(terminal.out()::println);
      }
    }
    return ExitCode.OK;
  }

  private List<Path> draw(RunStore store, Run run) {
    if (out == null) {
      return List.of();
    }
    if (run.kind() != Run.Kind.EVALUATION) {
      throw new InspectorException(
          "Run %d is no evaluation, so that there is nothing to draw; leave --out out."
              .formatted(id));
    }
    EvaluationOutcome outcome = EvaluationOutcome.read(store, run, Optional.empty());
    EvaluationFigures all = new EvaluationFigures(outcome.evaluation(), order, outcome.context());
    return figures.write(all.all(), out);
  }

  private void print(RunStore store, Run run) {
    terminal
        .out()
        .printf(
            "run %d, %s, %s, began %s%n",
            id, run.kind(), RunReport.state(store, run), run.started());
    terminal.out().println(MachineReport.line(run.machine()));
    terminal.out().println("plan " + run.plan());
    terminal.out().println();
    if (run.kind() != Run.Kind.BENCHMARK) {
      terminal.out().println(RunReport.line(store, run));
      return;
    }
    TextTable table =
        TextTable.ofNumbers(
            "model",
            "engine",
            "batch",
            "threads",
            "workers",
            "ms",
            "95 %",
            "images/s",
            "rounds",
            "drift");
    for (CellResult one : RunReport.cells(store, run)) {
      table.row(
          one.cell().model(),
          one.cell().runner(),
          Integer.toString(one.cell().batch()),
          Integer.toString(one.cell().threads()),
          Integer.toString(one.cell().workers()),
          String.format(Locale.ROOT, "%.2f", one.milliseconds().value()),
          String.format(
              Locale.ROOT, "%.2f to %.2f", one.milliseconds().low(), one.milliseconds().high()),
          String.format(Locale.ROOT, "%.0f", one.imagesPerSecond().value()),
          Integer.toString(one.rounds()),
          String.format(Locale.ROOT, "%+.1f %%", 100 * one.drift()));
    }
    table.print(terminal.out());
  }
}
