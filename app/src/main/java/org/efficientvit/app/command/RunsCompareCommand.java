package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.runs.AccuracyChange;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.core.runs.SpeedChange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What changed between two runs. */
@Command(
    name = "compare",
    description = {
      "Compares two runs of one kind: the time of each setting, or which model is right more often.",
      "A change counts where it is more than what the passes of either run differ by."
    })
final class RunsCompareCommand implements Callable<Integer> {

  /** The answer of {@code --json}. */
  record Report(
      long first,
      long second,
      List<String> differences,
      List<Change> cells,
      @Nullable Accuracy accuracy) {}

  /** Time in the second run over time in the first. */
  record Change(
      String model,
      String engine,
      int batch,
      int threads,
      int workers,
      String precision,
      double time,
      double low,
      double high,
      boolean beyondDoubt) {

    static Change of(SpeedChange change) {
      Cell cell = change.cell();
      return new Change(
          cell.model(),
          cell.engine(),
          cell.batch(),
          cell.threads(),
          cell.workers(),
          cell.precision().toString(),
          change.time().value(),
          change.time().low(),
          change.time().high(),
          change.isBeyondDoubt());
    }
  }

  /** Top-1 of the second less that of the first; chance by McNemar's exact test. */
  record Accuracy(int images, int onlyFirst, int onlySecond, double difference, double chance) {}

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "FIRST", description = "Number of the earlier run.")
  private long first;

  @Parameters(index = "1", paramLabel = "SECOND", description = "Number of the later run.")
  private long second;

  @Mixin private OutputOptions output = new OutputOptions();

  RunsCompareCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    Report report;
    try (RunStore store = RunsCommand.store()) {
      report = report(store, RunsCommand.find(store, first), RunsCommand.find(store, second));
    }
    if (output.json()) {
      terminal.document(report);
    } else {
      print(report);
    }
    return ExitCode.OK;
  }

  private Report report(RunStore store, Run before, Run after) {
    if (before.kind() != after.kind()) {
      throw new InspectorException(
          "Run %d is of the kind %s and run %d of the kind %s; compare two of one kind."
              .formatted(first, before.kind(), second, after.kind()));
    }
    if (before.kind() == Run.Kind.DETECTION) {
      throw new InspectorException(
          "Runs of detections are not compared picture by picture; see both with 'inspector runs show'.");
    }
    List<String> differences = differences(before.machine(), after.machine());
    if (before.kind() == Run.Kind.EVALUATION) {
      AccuracyChange change = AccuracyChange.between(store.answers(before), store.answers(after));
      return new Report(
          first,
          second,
          differences,
          List.of(),
          new Accuracy(
              change.images(),
              change.onlyFirst(),
              change.onlySecond(),
              change.difference(),
              change.chance()));
    }
    List<Change> changes =
        SpeedChange.between(store.visits(before), store.visits(after)).stream()
            .map(Change::of)
            .toList();
    if (changes.isEmpty()) {
      throw new InspectorException(
          "Runs %d and %d measured no setting in common; compare runs of the same models, engines and batches."
              .formatted(first, second));
    }
    return new Report(first, second, differences, changes, null);
  }

  /** What the machines differ in, in words: {@code pytorch 2.7.1, then 2.8.0}. */
  private static List<String> differences(Machine before, Machine after) {
    List<String> differences = new ArrayList<>();
    add("processor", before.processor(), after.processor(), differences);
    add("cores", before.cores(), after.cores(), differences);
    add("processors", before.logicalProcessors(), after.logicalProcessors(), differences);
    add("system", before.system(), after.system(), differences);
    TreeSet<String> names = new TreeSet<>(before.versions().keySet());
    names.addAll(after.versions().keySet());
    for (String name : names) {
      add(name, version(before.versions(), name), version(after.versions(), name), differences);
    }
    return differences;
  }

  private static String version(Map<String, String> versions, String name) {
    return versions.getOrDefault(name, "not used");
  }

  private static void add(String fact, Object before, Object after, List<String> differences) {
    if (!Objects.equals(before, after)) {
      differences.add("%s: %s, then %s".formatted(fact, before, after));
    }
  }

  private void print(Report report) {
    if (!report.differences.isEmpty()) {
      terminal.say(
          "The runs were not made under the same conditions: %s."
              .formatted(String.join("; ", report.differences)));
    }
    if (report.accuracy != null) {
      Accuracy accuracy = report.accuracy;
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "%d pictures: run %d alone is right on %d, run %d alone on %d; top-1 changes by %+.2f points, by chance with a probability of %.3f.%n",
              accuracy.images,
              first,
              accuracy.onlyFirst,
              second,
              accuracy.onlySecond,
              100 * accuracy.difference,
              accuracy.chance);
      return;
    }
    TextTable table =
        TextTable.ofNumbers(
            "model", "engine", "batch", "threads", "workers", "times as long", "95 %", "");
    for (Change change : report.cells) {
      table.row(
          change.model,
          change.engine,
          Integer.toString(change.batch),
          Integer.toString(change.threads),
          Integer.toString(change.workers),
          String.format(Locale.ROOT, "%.3f", change.time),
          String.format(Locale.ROOT, "%.3f to %.3f", change.low, change.high),
          !change.beyondDoubt ? "" : change.time > 1 ? "slower" : "faster");
    }
    table.print(terminal.out());
  }
}
