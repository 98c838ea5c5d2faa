package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.ModelWriter;
import org.efficientvit.core.model.Provenance;
import org.efficientvit.core.train.EpochResult;
import org.efficientvit.core.train.Trained;
import org.efficientvit.core.train.Trainer;
import org.efficientvit.core.train.TrainingPlan;
import org.efficientvit.core.weights.DType;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.TrainingFigure;
import org.efficientvit.visualizers.export.FigureWriter;
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
    makeFolder();
    return new DetectorTraining(terminal, start, data, options.plan())
        .run(folder, workers(), output.json());
  }

  private int workers() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  private int trainClassifier() {
    TrainingPlan plan = options.plan();
    long seed = plan.seed();
    Optional<Model> learned = start.learned();
    int side = start.imageSize(learned);
    LabelledPictures pictures =
        data.training(seed, side, learned.map(Model::labels).orElse(List.of()));
    LabelledPictures validation = data.validation(pictures, seed, side);
    Model first = start.start(learned, pictures.labels(), seed);
    makeFolder();

    Path file = folder.resolve("training.safetensors");
    Trained trained;
    try (TrainingProgress progress = new TrainingProgress(terminal, plan.epochs(), output.json())) {
      trained = new Trainer(plan, pictures, validation, file, workers()).train(first, progress);
    }
    return finish(plan, trained, pictures.size(), validation.size());
  }

  private void makeFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InspectorException(
          "The folder %s could not be made; choose another with --out.".formatted(folder), e);
    }
  }

  private int finish(TrainingPlan plan, Trained trained, int pictures, int validation) {
    List<EpochResult> results = trained.results();
    if (results.isEmpty()) {
      terminal.say("Stopped before the first epoch was finished; nothing was kept.");
      return ExitCode.SOFTWARE;
    }
    Path file = folder.resolve("model.safetensors");
    Model model =
        trained
            .model()
            .withProvenance(Provenance.trained(metadata(plan, results, pictures, validation)));
    ModelWriter.write(model, file, DType.FLOAT16);
    answer(model, file, results, draw(model, results));
    boolean whole = results.size() == plan.epochs();
    if (!whole) {
      terminal.say(
          "Stopped after %d of %d epochs; the same command goes on from there."
              .formatted(results.size(), plan.epochs()));
    }
    return whole ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private List<Path> draw(Model model, List<EpochResult> results) {
    TrainingFigure figure = new TrainingFigure(results, FigureContext.of(model, null));
    FigureWriter writer = FigureWriter.of(figures.theme());
    return figures.formats().stream().map(format -> writer.write(figure, format, folder)).toList();
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

  private Map<String, String> metadata(
      TrainingPlan plan, List<EpochResult> results, int pictures, int validation) {
    EpochResult last = results.get(results.size() - 1);
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(Provenance.TRAINED_ON, data.description());
    metadata.put("epochs", Integer.toString(results.size()));
    metadata.put("pictures_per_epoch", Integer.toString(pictures));
    metadata.put("seed", Long.toString(plan.seed()));
    metadata.put("training", Json.line(plan.settings()));
    metadata.put("validation_top1", Double.toString(last.validationTop1()));
    metadata.put("validation_pictures", Integer.toString(validation));
    return metadata;
  }
}
