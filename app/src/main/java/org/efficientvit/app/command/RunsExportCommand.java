package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.Visit;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.detect.PictureDetections;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.core.weights.WholeFile;
import org.efficientvit.visualizers.DataTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All that was measured in one run, as a file. */
@Command(
    name = "export",
    description = "Writes every pass of a benchmark, or every answer of an evaluation, as a file.")
final class RunsExportCommand implements Callable<Integer> {

  /** What the file is. */
  enum Format {
    CSV,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The answer of {@code --json}. */
  record Report(String file, long run) {}

  /** A run and all that was measured in it. */
  record Whole(RunReport run, List<Visit> visits, List<Answer> answers) {}

  private final Terminal terminal;

  @Parameters(paramLabel = "RUN", description = "Its number.")
  private long id;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F",
      description = "The file to write.",
      order = 1)
  @SuppressWarnings("NullAway.Init") // picocli requires it.
  private Path file;

  @Option(
      names = "--format",
      defaultValue = "csv",
      paramLabel = "csv|json",
      description = "What the file is (default: ${DEFAULT-VALUE}).",
      order = 2)
  private Format format = Format.CSV;

  @Mixin private OutputOptions output = new OutputOptions();

  RunsExportCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    try (RunStore store = RunsCommand.store()) {
      Run run = RunsCommand.find(store, id);
      String text =
          format == Format.JSON
              ? Json.of(new Whole(RunReport.of(store, run), store.visits(run), store.answers(run)))
                  + "\n"
              : table(store, run).toCsv();
      WholeFile.write(file, WholeFile.Content.of(text.getBytes(StandardCharsets.UTF_8)));
    }
    if (output.json()) {
      terminal.document(new Report(file.toString(), id));
    } else {
      terminal.out().println(file);
    }
    return ExitCode.OK;
  }

  private static DataTable table(RunStore store, Run run) {
    return switch (run.kind()) {
      case BENCHMARK -> passes(store.visits(run));
      case EVALUATION -> answers(store.answers(run));
      case DETECTION -> detections(store.detections(run));
    };
  }

  private static DataTable detections(List<PictureDetections> pictures) {
    List<List<Object>> rows = new ArrayList<>();
    for (PictureDetections picture : pictures) {
      for (Detection one : picture.found()) {
        Box box = one.box();
        rows.add(
            List.of(
                picture.picture(),
                one.label(),
                one.score(),
                box.x(),
                box.y(),
                box.width(),
                box.height()));
      }
    }
    return new DataTable(
        List.of("picture", "label", "score", "x (px)", "y (px)", "width (px)", "height (px)"),
        rows);
  }

  private static DataTable passes(List<Visit> visits) {
    List<List<Object>> rows = new ArrayList<>();
    for (Visit visit : visits) {
      Cell cell = visit.cell();
      for (int pass = 0; pass < visit.milliseconds().size(); pass++) {
        rows.add(
            List.of(
                cell.model(),
                cell.engine(),
                cell.precision().toString(),
                cell.batch(),
                cell.threads(),
                cell.workers(),
                visit.round(),
                pass,
                visit.milliseconds().get(pass)));
      }
    }
    return new DataTable(
        List.of(
            "model",
            "engine",
            "precision",
            "batch",
            "threads",
            "workers",
            "round",
            "pass",
            "time (ms)"),
        rows);
  }

  private static DataTable answers(List<Answer> answers) {
    List<List<Object>> rows = new ArrayList<>();
    for (Answer answer : answers) {
      if (answer instanceof Answer.Seen seen) {
        rows.add(
            List.of(
                seen.index(),
                seen.label(),
                seen.predicted(),
                seen.rank(),
                seen.confidence(),
                seen.loss(),
                ""));
      } else if (answer instanceof Answer.Unreadable unreadable) {
        rows.add(List.of(unreadable.index(), "", "", "", "", "", unreadable.sentence()));
      }
    }
    return new DataTable(
        List.of("picture", "class", "predicted", "rank", "confidence", "loss (nats)", "problem"),
        rows);
  }
}
