package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.model.ModelWriter;
import org.efficientvit.core.model.Provenance;
import org.efficientvit.core.train.EpochResult;
import org.efficientvit.core.train.KeptTraining;
import org.efficientvit.core.train.LossCurve;
import org.efficientvit.core.train.StepResult;
import org.efficientvit.core.train.Trained;
import org.efficientvit.core.train.Trainer;
import org.efficientvit.core.train.TrainingListener;
import org.efficientvit.core.train.TrainingPlan;
import org.efficientvit.core.weights.DType;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.TrainingFigure;

/**
 * A training in a folder of its own: after every epoch {@code training.safetensors} keeps it, and
 * in the end, or where it is stopped, {@code model.safetensors} holds the network.
 *
 * @param start the network to begin with
 * @param pictures to learn from and to measure by
 * @param plan how to train
 * @param folder that keeps the training, made if it is not there
 * @param threads that work inside one operation, and as many that prepare pictures
 */
public record TrainingRun(
    TrainingStart start, TrainingPictures pictures, TrainingPlan plan, Path folder, int threads) {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  /**
   * What a training came to.
   *
   * @param model after the last whole epoch; empty if not one was finished, and nothing written
   * @param epochs of the whole training, those of earlier runs among them
   * @param steps the loss between the epochs of this run
   */
  public record Result(
      Optional<Model> model, List<EpochResult> epochs, List<LossCurve.Point> steps) {

    public Result {
      requireNonNull(model, "model is null");
      epochs = List.copyOf(epochs);
      steps = List.copyOf(steps);
    }

    /** How the training went; empty if no epoch was finished. */
    public Optional<TrainingFigure> figure() {
      return model.map(
          trained -> new TrainingFigure(epochs, steps, FigureContext.of(trained, null)));
    }
  }

  public TrainingRun {
    requireNonNull(start, "start is null");
    requireNonNull(pictures, "pictures is null");
    requireNonNull(plan, "plan is null");
    requireNonNull(folder, "folder is null");
  }

  /** The file that keeps the training, and from which it goes on. */
  public Path file() {
    return folder.resolve("training.safetensors");
  }

  /** The file of the network's weights. */
  public Path weights() {
    return folder.resolve("model.safetensors");
  }

  /**
   * What the folder keeps of an earlier run.
   *
   * @throws InspectorException in one sentence, if its file holds no training
   */
  public Optional<KeptTraining> kept() {
    return KeptTraining.find(file());
  }

  /**
   * Trains to the end of the plan, or until the listener stops it; goes on where the folder keeps a
   * training of the same.
   *
   * @throws InspectorException in one sentence, if there is nothing to learn from, the folder keeps
   *     another training, or the loss is no longer finite
   */
  public Result run(TrainingListener listener) {
    Optional<Model> learned = start.learned();
    int side = start.imageSize(learned);
    LabelledPictures training =
        pictures.training(plan.seed(), side, learned.map(Model::labels).orElse(List.of()));
    LabelledPictures validation = pictures.validation(training, plan.seed(), side);
    Model first = start.model(learned, training.labels(), plan.seed());
    makeFolder(folder);
    LossCurve curve = new LossCurve(plan.epochs());
    Trained trained =
        new Trainer(plan, training, validation, file(), threads)
            .train(first, new Watching(listener, curve));
    if (trained.results().isEmpty()) {
      return new Result(Optional.empty(), List.of(), curve.points());
    }
    Model model =
        trained
            .model()
            .withProvenance(
                Provenance.trained(
                    metadata(trained.results(), training.size(), validation.size())));
    ModelWriter.write(model, weights(), DType.FLOAT16);
    return new Result(Optional.of(model), trained.results(), curve.points());
  }

  /** Keeps the loss of each step beside whoever listens. */
  private record Watching(TrainingListener listener, LossCurve curve) implements TrainingListener {

    @Override
    public void stepped(StepResult step) {
      curve.add(step);
      listener.stepped(step);
    }

    @Override
    public void finished(EpochResult epoch) {
      listener.finished(epoch);
    }

    @Override
    public boolean isStopped() {
      return listener.isStopped();
    }
  }

  /**
   * Makes a folder that is to keep a training, if it is not there.
   *
   * @throws InspectorException in one sentence, if it cannot be made
   */
  public static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InspectorException(
          "The folder %s could not be made; choose another with --out.".formatted(folder), e);
    }
  }

  private Map<String, String> metadata(List<EpochResult> results, int training, int validation) {
    EpochResult last = results.get(results.size() - 1);
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(Provenance.TRAINED_ON, pictures.description());
    metadata.put("epochs", Integer.toString(results.size()));
    metadata.put("pictures_per_epoch", Integer.toString(training));
    metadata.put("seed", Long.toString(plan.seed()));
    metadata.put("training", GSON.toJson(plan.settings()));
    metadata.put("validation_top1", Double.toString(last.validationTop1()));
    metadata.put("validation_pictures", Integer.toString(validation));
    return metadata;
  }
}
