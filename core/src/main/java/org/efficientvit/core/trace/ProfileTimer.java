package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.tensor.Tensor;

/**
 * Measures many passes of a warm network, untimed ones and ones in which operations are timed in
 * turn, so that whatever else the machine does meets both.
 *
 * @param warmUps passes of each sort that are thrown away
 * @param passes of each sort that are measured at most
 * @param fewest that are measured even if it takes longer than the budget
 * @param budget for the measured passes; they end early where it is used up
 */
public record ProfileTimer(int warmUps, int passes, int fewest, Duration budget) {

  private static final int WARM_UPS = 10;
  private static final int PASSES_BETWEEN_REPORTS = 3;

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if nothing would be measured
   */
  public ProfileTimer {
    requireNonNull(budget, "budget is null");
    if (warmUps < 0 || fewest < 1 || passes < fewest) {
      throw new IllegalArgumentException(
          "%d warm-ups, %d to %d passes".formatted(warmUps, fewest, passes));
    }
  }

  /** As many passes as that, however long they take, after no more that are thrown away. */
  public static ProfileTimer of(int passes) {
    return new ProfileTimer(Math.min(WARM_UPS, passes), passes, passes, Duration.ZERO);
  }

  /** As many passes, up to 201, as fit into a time. */
  public static ProfileTimer within(Duration budget) {
    return new ProfileTimer(WARM_UPS, 201, 15, budget);
  }

  /**
   * Measures a network.
   *
   * @param images normalised, (B, 3, S, S)
   * @param progress is told now and then the share that is done, 0 to 1
   * @param stopped whether to end with the passes that are done
   * @throws InspectorException if it was stopped before the first
   */
  public PassSamples measure(
      PassSampler sampler, Tensor images, DoubleConsumer progress, BooleanSupplier stopped) {
    return measure(sampler, images, progress, stopped, System::nanoTime);
  }

  PassSamples measure(
      PassSampler sampler,
      Tensor images,
      DoubleConsumer progress,
      BooleanSupplier stopped,
      LongSupplier clock) {
    for (int i = 0; i < warmUps && !stopped.getAsBoolean(); i++) {
      sampler.untimed(images);
      sampler.timed(images);
    }
    List<PassSampler.PassTime> untimed = new ArrayList<>();
    List<Long> timed = new ArrayList<>();
    long start = clock.getAsLong();
    while (untimed.size() < passes && !stopped.getAsBoolean()) {
      double spent = share(clock.getAsLong() - start);
      if (spent >= 1 && untimed.size() >= fewest) {
        break;
      }
      if (untimed.size() % PASSES_BETWEEN_REPORTS == 0) {
        progress.accept(done(untimed.size(), spent));
      }
      // In changing order: a pass inherits the caches of the one before it.
      boolean timedFirst = untimed.size() % 2 == 1;
      if (timedFirst) {
        timed.add(sampler.timed(images).all());
      }
      untimed.add(sampler.untimed(images));
      if (!timedFirst) {
        timed.add(sampler.timed(images).all());
      }
    }
    return samples(sampler, untimed, timed);
  }

  private double share(long nanoseconds) {
    return budget.isZero() ? 0 : (double) nanoseconds / budget.toNanos();
  }

  /** The nearer of the two ends, and not before the fewest passes are done. */
  private double done(int count, double spent) {
    double ending = Math.min(spent, (double) count / fewest);
    return Math.min(1, Math.max((double) count / passes, ending));
  }

  private static PassSamples samples(
      PassSampler sampler, List<PassSampler.PassTime> untimed, List<Long> timed) {
    if (untimed.isEmpty()) {
      throw new InspectorException("The profile was stopped before the first pass was measured.");
    }
    return new PassSamples(
        sampler.engine(),
        sampler.threads(),
        untimed.stream().map(PassSampler.PassTime::all).toList(),
        untimed.stream().map(PassSampler.PassTime::reading).toList(),
        timed,
        sampler.operations(untimed.size()));
  }
}
