package org.efficientvit.core.train;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.BatchLoader;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.evaluate.Evaluator;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.ops.Parameter;
import org.efficientvit.core.ops.torch.AdamW;
import org.efficientvit.core.ops.torch.TorchNetwork;
import org.efficientvit.core.ops.torch.TorchTraining;
import org.efficientvit.core.trace.TorchRunner;

/**
 * Trains a model on pictures, epoch by epoch, and keeps each in a file, so that a training that was
 * stopped goes on from its last whole epoch to the result that it would have had.
 */
public final class Trainer {

  private static final int VALIDATION_BATCH = 32;

  private final TrainingPlan plan;
  private final LabelledPictures pictures;
  private final LabelledPictures validation;
  private final Path file;
  private final int threads;

  /**
   * A training that has not begun.
   *
   * @param pictures to learn from
   * @param validation to measure each epoch by, of the same classes
   * @param file that keeps the training, and from which it goes on where it exists
   * @param threads that work inside one operation, and as many that prepare pictures
   */
  public Trainer(
      TrainingPlan plan,
      LabelledPictures pictures,
      LabelledPictures validation,
      Path file,
      int threads) {
    this.plan = requireNonNull(plan, "plan is null");
    this.pictures = requireNonNull(pictures, "pictures is null");
    this.validation = requireNonNull(validation, "validation is null");
    this.file = requireNonNull(file, "file is null");
    this.threads = threads;
  }

  /**
   * Trains to the end of the plan, or until the listener stops it.
   *
   * @param start the model to begin with, its classes those of the pictures, normalisation not
   *     folded
   * @return the model after the last whole epoch, and what each epoch came to
   * @throws InspectorException if the file's training is another one, a picture cannot be read, or
   *     the loss is no longer finite
   */
  public Trained train(Model start, TrainingListener listener) {
    requireTrainable(start);
    Map<String, String> settings = settings(start);
    TrainingState<EpochResult> state =
        Files.exists(file)
            ? TrainingFile.read(file, start.network(), settings, EpochResult[].class)
            : new TrainingState<>(TorchTraining.State.of(start.weights()), List.of());
    Blueprint blueprint = Blueprint.of(start.network(), 1, false);
    try (TorchTraining torch = torch(start, blueprint, state);
        BatchLoader batches = batches(start)) {
      Schedule schedule = schedule(batches.batches());
      AdamW adam = AdamW.of(plan.weightDecay(), undecayed(blueprint), plan.clipNorm());
      EpochRun run = new EpochRun(torch, batches, adam, schedule, listener);
      while (state.results().size() < plan.epochs()) {
        Optional<EpochRun.Outcome> outcome = run.run(state.results().size());
        if (outcome.isEmpty()) {
          break;
        }
        state = kept(start, torch.state(), state.results(), outcome.get());
        TrainingFile.write(file, state, settings);
        listener.finished(state.results().get(state.results().size() - 1));
      }
    }
    return new Trained(start.withWeights(state.parameters().weights()), state.results());
  }

  private void requireTrainable(Model start) {
    StartModel.requireUnfolded(start);
    if (!start.labels().equals(pictures.labels()) || !start.labels().equals(validation.labels())) {
      throw new InspectorException(
          "The pictures to learn from and those to measure by have other classes (%d and %d) than the network (%d); give both the same folders."
              .formatted(
                  pictures.labels().size(), validation.labels().size(), start.labels().size()));
    }
  }

  private TorchTraining torch(Model start, Blueprint blueprint, TrainingState<EpochResult> state) {
    return new TorchTraining(
        start.network()::forward,
        blueprint.operations(),
        state.parameters(),
        parameter -> !plan.isBackboneFrozen() || isHead(parameter.name()),
        TorchNetwork.Layout.CHANNELS_LAST,
        threads);
  }

  private BatchLoader batches(Model start) {
    return new BatchLoader(
        pictures,
        plan.augmentation(),
        plan.mixing(),
        start.preprocessing(),
        plan.batch(),
        plan.seed(),
        threads);
  }

  private Schedule schedule(int stepsPerEpoch) {
    return new Schedule(
        plan.rate(),
        Math.round(plan.warmUp() * stepsPerEpoch),
        (long) plan.epochs() * stepsPerEpoch);
  }

  /** Whether a parameter is of the classifier or of the normalisation before it. */
  static boolean isHead(String parameter) {
    return parameter.startsWith("head");
  }

  /** The official split: no decay for biases, normalisation and attention biases. */
  static Set<String> undecayed(Blueprint blueprint) {
    return blueprint.parameters().stream()
        .filter(parameter -> parameter.role() != Parameter.Role.WEIGHT)
        .map(Parameter::name)
        .collect(Collectors.toSet());
  }

  private Map<String, String> settings(Model start) {
    Map<String, String> settings = new LinkedHashMap<>(plan.settings());
    settings.put("network", start.network().name());
    settings.put("image size", Integer.toString(start.network().imageSize()));
    settings.put("classes", Integer.toString(start.labels().size()));
    settings.put("pictures", Integer.toString(pictures.size()));
    return settings;
  }

  private TrainingState<EpochResult> kept(
      Model start,
      TorchTraining.State parameters,
      List<EpochResult> results,
      EpochRun.Outcome outcome) {
    Evaluation evaluation = evaluate(start.withWeights(parameters.weights()));
    List<EpochResult> all = new ArrayList<>(results);
    all.add(
        new EpochResult(
            results.size(),
            outcome.rate(),
            outcome.loss(),
            evaluation.loss().orElse(Double.NaN),
            evaluation.top1().orElse(Double.NaN),
            outcome.imagesPerSecond()));
    return new TrainingState<>(parameters, all);
  }

  private Evaluation evaluate(Model model) {
    try (TorchRunner runner =
        new TorchRunner(model.network(), model.weights(), TorchRunner.Options.fast(threads))) {
      Evaluation evaluation =
          new Evaluator(runner, model.preprocessing(), VALIDATION_BATCH, threads)
              .evaluate(validation, done -> {}, () -> false);
      evaluation
          .failed()
          .forEach(
              failure -> {
                throw new InspectorException(failure.sentence());
              });
      return evaluation;
    }
  }
}
