package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.efficientvit.core.detect.RenderedScenes;
import org.efficientvit.core.image.DetectionPreprocessing;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.core.model.ModelWriter;
import org.efficientvit.core.model.Provenance;
import org.efficientvit.core.train.DetectionEpoch;
import org.efficientvit.core.train.DetectionListener;
import org.efficientvit.core.train.DetectionPlan;
import org.efficientvit.core.train.DetectionTrainer;
import org.efficientvit.core.train.StartDetector;
import org.efficientvit.core.train.TrainedDetector;
import org.efficientvit.core.train.TrainingPlan;
import org.efficientvit.core.weights.DType;
import picocli.CommandLine.ExitCode;

/** Trains a small detector on rendered scenes, and goes on with a training that was stopped. */
final class DetectorTraining {

  private static final int USUAL_SIDE = 320;

  /** How much longer than its shorter side a picture may be: as 1333 to 800. */
  private static final double LONGEST = 5 / 3.0;

  /** The answer of {@code --json}. */
  record Report(String model, String weights, String file, List<DetectionEpoch> epochs) {}

  private final Terminal terminal;
  private final StartOptions start;
  private final TrainingData data;
  private final DetectionPlan plan;

  DetectorTraining(Terminal terminal, StartOptions start, TrainingData data, TrainingPlan options) {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.start = requireNonNull(start, "start is null");
    this.data = requireNonNull(data, "data is null");
    this.plan =
        new DetectionPlan(
            options.epochs(),
            options.batch(),
            options.rate(),
            options.warmUp(),
            options.weightDecay(),
            options.clipNorm(),
            options.seed());
  }

  int run(Path folder, int threads, boolean json) {
    int side = start.imageSizeOr(USUAL_SIDE);
    RenderedScenes pictures = data.scenes(plan.seed(), side);
    RenderedScenes validation = data.validationScenes(plan.seed(), side);
    DetectionModel first =
        StartDetector.from(
            start.classifier(),
            pictures.labels(),
            DetectionPreprocessing.imageNet(side, (int) (LONGEST * side)),
            plan.seed());
    Path kept = folder.resolve("training.safetensors");
    TrainedDetector trained;
    try (Watching watching = new Watching(json)) {
      trained =
          new DetectionTrainer(plan, pictures, validation, kept, threads).train(first, watching);
    }
    List<DetectionEpoch> results = trained.results();
    if (results.isEmpty()) {
      terminal.say("Stopped before the first epoch was finished; nothing was kept.");
      return ExitCode.SOFTWARE;
    }
    Path file = folder.resolve("model.safetensors");
    DetectionModel model =
        trained
            .model()
            .withProvenance(
                Provenance.trained(metadata(results, pictures.size(), validation.size())));
    ModelWriter.write(model, file, DType.FLOAT16);
    answer(model, file, results, json);
    if (results.size() < plan.epochs()) {
      terminal.say(
          "Stopped after %d of %d epochs; the same command goes on from there."
              .formatted(results.size(), plan.epochs()));
      return ExitCode.SOFTWARE;
    }
    return ExitCode.OK;
  }

  private Map<String, String> metadata(List<DetectionEpoch> results, int pictures, int validation) {
    DetectionEpoch last = results.get(results.size() - 1);
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(Provenance.TRAINED_ON, Provenance.RENDERED_OBJECTS);
    metadata.put("epochs", Integer.toString(results.size()));
    metadata.put("pictures_per_epoch", Integer.toString(pictures));
    metadata.put("seed", Long.toString(plan.seed()));
    metadata.put("training", Json.line(plan.settings()));
    metadata.put("validation_ap", Double.toString(last.validationAp()));
    metadata.put("validation_ap50", Double.toString(last.validationAp50()));
    metadata.put("validation_pictures", Integer.toString(validation));
    return metadata;
  }

  private void answer(DetectionModel model, Path file, List<DetectionEpoch> results, boolean json) {
    if (json) {
      terminal.document(
          new Report(model.name(), model.provenance().description(), file.toString(), results));
    } else {
      terminal.out().println();
      terminal.out().println(file);
      terminal.out().flush();
    }
  }

  /** Says how the training goes: a line that is written over itself, and one for each epoch. */
  private final class Watching implements DetectionListener, AutoCloseable {

    private final boolean quiet;
    private final ProgressLine line = terminal.progressLine();
    private boolean headed;

    Watching(boolean quiet) {
      this.quiet = quiet;
    }

    @Override
    public void stepped(int epoch, int step, int steps, int batch, double loss) {
      double done = (double) epoch * steps + step;
      line.write(
          done / ((double) plan.epochs() * steps),
          () ->
              String.format(
                  Locale.ROOT,
                  "epoch %d/%d  step %d/%d  loss %.3f",
                  epoch + 1,
                  plan.epochs(),
                  step + 1,
                  steps,
                  loss));
    }

    @Override
    public void finished(DetectionEpoch epoch) {
      line.clear();
      if (quiet) {
        return;
      }
      if (!headed) {
        terminal.out().println("epoch  training loss     AP  AP at 0.50  images/s");
        headed = true;
      }
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "%5d  %13.3f  %5.1f  %10.1f  %8.1f%n",
              epoch.epoch() + 1,
              epoch.trainingLoss(),
              100 * epoch.validationAp(),
              100 * epoch.validationAp50(),
              epoch.imagesPerSecond());
      terminal.out().flush();
    }

    @Override
    public boolean isStopped() {
      return terminal.isStopped();
    }

    @Override
    public void close() {
      line.clear();
    }
  }
}
