package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.efficientvit.app.service.TrainingRun;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.train.EpochResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network, and goes on with a training that was stopped. */
@Command(
    name = "train",
    description = {
      "Trains a network on rendered objects or on a folder of classes.",
      "Writes DIR/training.safetensors after every epoch, from which the same command goes on where"
          + " it was stopped, and in the end DIR/model.safetensors and a chart of the training."
    })
final class TrainCommand implements Callable<Integer> {

  /** The answer of {@code --json}. */
  record Report(
      String model, String weights, String file, List<EpochResult> epochs, List<String> figures) {}

  /** What a network learns. */
  enum Task {
    CLASSIFICATION,
    DETECTION;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Terminal terminal;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder that keeps the training, made if it is not there.",
      order = 1)
  @SuppressWarnings("NullAway.Init") // picocli requires it.
  private Path folder;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Threads that work inside one operation (default: all cores).",
      order = 40)
  private @Nullable Integer threads;

  @Option(
      names = "--task",
      paramLabel = "classification|detection",
      defaultValue = "classification",
      description = {
        "What to learn (default: ${DEFAULT-VALUE}).",
        "detection: a small RetinaNet on a classifier's backbone, on rendered scenes of several objects; cropping, jitter, mixing and smoothing are of classification alone."
      },
      order = 1)
  private Task task = Task.CLASSIFICATION;

  @Mixin private StartOptions start = new StartOptions();
  @Mixin private TrainingData data = new TrainingData();
  @Mixin private PlanOptions options = new PlanOptions();
  @Mixin private FigureOptions figures = new FigureOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  TrainCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() {
    return task == Task.DETECTION ? trainDetector() : trainClassifier();
  }

  private int trainDetector() {
    TrainingRun.makeFolder(folder);
    return new DetectorTraining(terminal, start, data, options.plan())
        .run(folder, workers(), output.json());
  }

  private int workers() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  private int trainClassifier() {
    TrainingRun run =
        new TrainingRun(start.start(), data.pictures(), options.plan(), folder, workers());
    TrainingRun.Result result;
    try (TrainingProgress progress =
        new TrainingProgress(terminal, run.plan().epochs(), output.json())) {
      result = run.run(progress);
    }
    if (result.model().isEmpty()) {
      terminal.say("Stopped before the first epoch was finished; nothing was kept.");
      return ExitCode.SOFTWARE;
    }
    answer(result.model().get(), run.weights(), result.epochs(), draw(result));
    boolean whole = result.epochs().size() == run.plan().epochs();
    if (!whole) {
      terminal.say(
          "Stopped after %d of %d epochs; the same command goes on from there."
              .formatted(result.epochs().size(), run.plan().epochs()));
    }
    return whole ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private List<Path> draw(TrainingRun.Result result) {
    return figures.write(result.figure().stream().toList(), folder);
  }

  private void answer(Model model, Path file, List<EpochResult> results, List<Path> drawn) {
    if (output.json()) {
      terminal.document(
          new Report(
              model.network().name(),
              model.provenance().description(),
              file.toString(),
              results,
              drawn.stream().map(Path::toString).toList()));
    } else {
      terminal.out().println();
      terminal.out().println(file);
      drawn.forEach(terminal.out()::println);
    }
  }
}
