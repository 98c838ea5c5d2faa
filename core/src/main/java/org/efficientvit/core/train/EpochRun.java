package org.efficientvit.core.train;

import java.util.Iterator;
import java.util.Optional;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.Batch;
import org.efficientvit.core.data.BatchLoader;
import org.efficientvit.core.ops.torch.AdamW;
import org.efficientvit.core.ops.torch.TorchTraining;

/** The steps of one epoch after another. */
final class EpochRun {

  private static final double NANOSECONDS = 1e9;

  private final TorchTraining torch;
  private final BatchLoader batches;
  private final AdamW adam;
  private final Schedule schedule;
  private final TrainingListener listener;

  EpochRun(
      TorchTraining torch,
      BatchLoader batches,
      AdamW adam,
      Schedule schedule,
      TrainingListener listener) {
    this.torch = torch;
    this.batches = batches;
    this.adam = adam;
    this.schedule = schedule;
    this.listener = listener;
  }

  /**
   * What the steps of an epoch came to.
   *
   * @param rate of the last step
   * @param loss mean, in nats
   */
  record Outcome(double rate, double loss, double imagesPerSecond) {}

  /**
   * Runs one epoch.
   *
   * @return empty if the listener stopped it half-way
   * @throws InspectorException if the loss is no longer finite
   */
  Optional<Outcome> run(int epoch) {
    long start = System.nanoTime();
    int steps = batches.batches();
    double loss = 0;
    long correct = 0;
    long images = 0;
    double rate = 0;
    Iterator<Batch> iterator = batches.epoch(epoch);
    for (int step = 0; step < steps; step++) {
      if (listener.isStopped()) {
        return Optional.empty();
      }
      Batch batch = iterator.next();
      rate = schedule.rate((long) epoch * steps + step);
      TorchTraining.Step result = torch.step(batch.images(), batch.targets(), adam, rate);
      requireFinite(result.loss(), epoch);
      loss += result.loss();
      correct += result.correct();
      images += batch.size();
      listener.stepped(
          new StepResult(
              epoch,
              step,
              steps,
              batch.size(),
              result.loss(),
              loss / (step + 1),
              (double) correct / images));
    }
    double seconds = (System.nanoTime() - start) / NANOSECONDS;
    return Optional.of(new Outcome(rate, loss / steps, images / seconds));
  }

  private static void requireFinite(double loss, int epoch) {
    if (!Double.isFinite(loss)) {
      throw new InspectorException(
          "The training diverged in epoch %d (its loss is no longer finite); begin again with a lower --learning-rate or a longer --warm-up; what was kept after the epoch before is still there."
              .formatted(epoch + 1));
    }
  }
}
