package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.efficientvit.core.experiment.CascadeExperiment;
import org.efficientvit.core.experiment.CascadeExperiment.Unit;
import org.efficientvit.core.experiment.CascadeMeter;
import org.efficientvit.core.experiment.CascadeOutcome;
import org.efficientvit.core.experiment.CascadeTraining;
import org.efficientvit.core.train.Trained;
import org.efficientvit.core.weights.WholeFile;
import org.efficientvit.visualizers.export.FigureWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Does the diversity of heads come from the cascade? */
@Command(
    name = "cascade",
    description = {
      "Does the diversity of heads come from the cascade? Trains a small network on rendered objects"
          + " with the cascade and without, with several seeds each, and measures how alike their"
          + " heads are and how often they are right.",
      "Writes DIR/report.md, its figures and its data. The same command goes on where it was stopped:"
          + " every training keeps its epochs in DIR/trainings. Under 20 minutes on two cores."
    })
final class ExperimentCascadeCommand implements Callable<Integer> {

  private static final CascadeExperiment STANDARD = CascadeExperiment.standard();

  private final Terminal terminal;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder that keeps the experiment, made if it is not there.",
      order = 1)
  @SuppressWarnings("NullAway.Init") // picocli requires it.
  private Path folder;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Trainings of each arm, at least 2 (default: 3).",
      order = 2)
  private int seeds = STANDARD.seeds();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "How often every picture is shown (default: 7).",
      order = 2)
  private int epochs = STANDARD.epochs();

  @Option(
      names = "--pictures",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Pictures to learn from (default: 6000).",
      order = 2)
  private int pictures = STANDARD.pictures();

  @Option(
      names = "--measured",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Pictures on which trained networks are measured (default: 800).",
      order = 2)
  private int measured = STANDARD.measured();

  @Option(
      names = "--together",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Networks at a time, one thread each (default: as many as cores).",
      order = 5)
  private @Nullable Integer together;

  @Mixin private FigureOptions figures = new FigureOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  ExperimentCascadeCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    CascadeExperiment experiment = new CascadeExperiment(seeds, epochs, pictures, measured);
    int cores = together == null ? Runtime.getRuntime().availableProcessors() : together;
    Map<Unit, Trained> trained = train(experiment, cores);
    List<CascadeOutcome> outcomes = List.of();
    if (!terminal.isStopped()) {
      outcomes = measure(new CascadeMeter(experiment, cores), trained);
    }
    if (terminal.isStopped()) {
      terminal.say("Stopped; the same command goes on from the last whole epochs.");
      return ExitCode.SOFTWARE;
    }
    finish(ExperimentReport.of(experiment, outcomes));
    return ExitCode.OK;
  }

  private Map<Unit, Trained> train(CascadeExperiment experiment, int cores) {
    try (ExperimentProgress progress =
        new ExperimentProgress(terminal, experiment, output.json())) {
      return new CascadeTraining(experiment, folder.resolve("trainings"), cores).run(progress);
    }
  }

  private List<CascadeOutcome> measure(CascadeMeter meter, Map<Unit, Trained> trained) {
    try (Progress progress = terminal.progress(meter.passes())) {
      return meter.measure(trained, progress::reach, terminal::isStopped);
    }
  }

  private void finish(ExperimentReport report) {
    List<Path> files = new ArrayList<>();
    FigureWriter writer = FigureWriter.of(figures.theme());
    for (var format : figures.formats()) {
      files.add(writer.write(ExperimentFigure.of(report), format, folder));
    }
    files.add(write("report.md", ExperimentPage.of(report)));
    files.add(write("data.csv", report.table().toCsv()));
    files.add(write("data.json", Json.of(report) + "\n"));
    if (output.json()) {
      terminal.document(report);
    } else {
      ExperimentPage.printTable(report, terminal.out());
      files.forEach(terminal.out()::println);
    }
  }

  private Path write(String name, String text) {
    Path file = folder.resolve(name);
    WholeFile.write(file, WholeFile.Content.of(text.getBytes(StandardCharsets.UTF_8)));
    return file;
  }
}
