package org.efficientvit.core.train;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.detect.AnnotatedPicture;
import org.efficientvit.core.detect.AnnotatedPictures;
import org.efficientvit.core.detect.CocoEvaluation;
import org.efficientvit.core.detect.CocoFigures;
import org.efficientvit.core.detect.DetectionDecoder;
import org.efficientvit.core.detect.Detector;
import org.efficientvit.core.model.DetectionModel;
import org.efficientvit.core.network.Blueprint;
import org.efficientvit.core.network.RetinaNet;
import org.efficientvit.core.ops.torch.AdamW;
import org.efficientvit.core.ops.torch.TorchNetwork;
import org.efficientvit.core.ops.torch.TorchTraining;
import org.efficientvit.core.trace.TorchRunner;

/**
 * Trains a detector on square pictures whose objects are known, epoch by epoch, and keeps each in a
 * file, so that a training that was stopped goes on from its last whole epoch.
 */
public final class DetectionTrainer {

  private static final double NANOSECONDS = 1e9;

  private final DetectionPlan plan;
  private final AnnotatedPictures pictures;
  private final AnnotatedPictures validation;
  private final Path file;
  private final int threads;

  /**
   * A training that has not begun.
   *
   * @param pictures to learn from, as large as the detector takes them, square
   * @param validation to measure each epoch by, of the same classes
   * @param file that keeps the training, and from which it goes on where it exists
   * @param threads that work inside one operation
   */
  public DetectionTrainer(
      DetectionPlan plan,
      AnnotatedPictures pictures,
      AnnotatedPictures validation,
      Path file,
      int threads) {
    this.plan = requireNonNull(plan, "plan is null");
    this.pictures = requireNonNull(pictures, "pictures is null");
    this.validation = requireNonNull(validation, "validation is null");
    this.file = requireNonNull(file, "file is null");
    this.threads = threads;
    if (pictures.size() < plan.batch()) {
      throw new InspectorException(
          "There are %d pictures, fewer than one batch of %d; add pictures or choose a smaller batch."
              .formatted(pictures.size(), plan.batch()));
    }
  }

  /**
   * Trains to the end of the plan, or until the listener stops it.
   *
   * @param start the detector to begin with, normalisation not folded
   * @throws InspectorException if the file's training is another one, or the loss is no longer
   *     finite
   */
  public TrainedDetector train(DetectionModel start, DetectionListener listener) {
    int side = start.preprocessing().shorterSide();
    RetinaNet network = start.network(side, side);
    Map<String, String> settings = settings(start);
    TrainingState<DetectionEpoch> state =
        Files.exists(file)
            ? TrainingFile.read(file, network, settings, DetectionEpoch[].class)
            : new TrainingState<>(TorchTraining.State.of(start.weights()), List.of());
    Blueprint blueprint = Blueprint.of(network, 1, false);
    AdamW adam = AdamW.of(plan.weightDecay(), Trainer.undecayed(blueprint), plan.clipNorm());
    try (TorchTraining torch =
            new TorchTraining(
                network::forward,
                blueprint.operations(),
                state.parameters(),
                parameter -> true,
                TorchNetwork.Layout.CHANNELS_LAST,
                threads);
        DetectionBatches batches =
            new DetectionBatches(pictures, start.preprocessing(), plan.batch(), plan.seed())) {
      Run run = new Run(torch, batches, adam, listener);
      while (state.results().size() < plan.epochs()) {
        Optional<Outcome> outcome = run.epoch(state.results().size());
        if (outcome.isEmpty()) {
          break;
        }
        state = kept(start, torch.state(), state.results(), outcome.get());
        TrainingFile.write(file, state, settings);
        listener.finished(state.results().get(state.results().size() - 1));
      }
    }
    return new TrainedDetector(start.withWeights(state.parameters().weights()), state.results());
  }

  private record Outcome(double rate, double loss, double imagesPerSecond) {}

  /** The steps of one epoch after another. */
  private final class Run {

    private final TorchTraining torch;
    private final DetectionBatches batches;
    private final AdamW adam;
    private final DetectionListener listener;
    private final Schedule schedule;

    Run(TorchTraining torch, DetectionBatches batches, AdamW adam, DetectionListener listener) {
      this.torch = torch;
      this.batches = batches;
      this.adam = adam;
      this.listener = listener;
      this.schedule =
          new Schedule(
              plan.rate(),
              Math.round(plan.warmUp() * batches.batches()),
              (long) plan.epochs() * batches.batches());
    }

    /** Empty if the listener stopped it half-way. */
    Optional<Outcome> epoch(int epoch) {
      long start = System.nanoTime();
      int steps = batches.batches();
      var iterator = batches.epoch(epoch);
      double loss = 0;
      double rate = 0;
      for (int step = 0; step < steps; step++) {
        if (listener.isStopped()) {
          return Optional.empty();
        }
        DetectionBatches.Batch batch = iterator.next();
        rate = schedule.rate((long) epoch * steps + step);
        double one = torch.step(batch.images(), batch.loss(), adam, rate);
        if (!Double.isFinite(one)) {
          throw new InspectorException(
              "The training diverged in epoch %d (its loss is no longer finite); begin again with a lower --learning-rate or a longer --warm-up; what was kept after the epoch before is still there."
                  .formatted(epoch + 1));
        }
        loss += one;
        listener.stepped(epoch, step, steps, plan.batch(), loss / (step + 1));
      }
      double seconds = (System.nanoTime() - start) / NANOSECONDS;
      return Optional.of(new Outcome(rate, loss / steps, steps * plan.batch() / seconds));
    }
  }

  private Map<String, String> settings(DetectionModel start) {
    Map<String, String> settings = new LinkedHashMap<>(plan.settings());
    settings.put("network", start.name());
    settings.put("image size", Integer.toString(start.preprocessing().shorterSide()));
    settings.put("classes", Integer.toString(start.labels().size()));
    settings.put("pictures", Integer.toString(pictures.size()));
    return settings;
  }

  private TrainingState<DetectionEpoch> kept(
      DetectionModel start,
      TorchTraining.State parameters,
      List<DetectionEpoch> results,
      Outcome outcome) {
    CocoFigures figures = evaluate(start.withWeights(parameters.weights()));
    List<DetectionEpoch> all = new ArrayList<>(results);
    all.add(
        new DetectionEpoch(
            results.size(),
            outcome.rate(),
            outcome.loss(),
            figures.ap(),
            figures.ap50(),
            outcome.imagesPerSecond()));
    return new TrainingState<>(parameters, all);
  }

  private CocoFigures evaluate(DetectionModel model) {
    CocoEvaluation evaluation = new CocoEvaluation(model.labels().size());
    TorchRunner.Options options = TorchRunner.Options.fast(threads);
    try (Detector detector =
        new Detector(model, (network, weights) -> new TorchRunner(network, weights, options))) {
      for (int i = 0; i < validation.size(); i++) {
        AnnotatedPicture picture = validation.get(0, i);
        evaluation.add(
            picture.objects(), detector.detect(picture.picture(), DetectionDecoder.PUBLISHED));
      }
    }
    return evaluation.figures();
  }
}
