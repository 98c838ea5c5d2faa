package org.efficientvit.app.service;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.HeadOperations;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.ops.torch.TorchNetwork;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.OperationSamples;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.trace.TorchSampler;
import org.efficientvit.core.weights.SeededWeights;

/**
 * How long the operations of each head take together, on PyTorch on the CPU, one picture at a time.
 *
 * @param passes that were measured
 * @param microseconds of each head, in the order in which they were asked for: the median over the
 *     passes of the sum of its operations' times
 */
public record HeadTimes(int passes, List<Estimate> microseconds) {

  private static final int WARM_UPS = 5;
  private static final int PASSES = 41;
  private static final int COLOURS = 3;
  private static final double MICROSECOND = 1e3;

  public HeadTimes {
    microseconds = List.copyOf(microseconds);
  }

  /**
   * Measures the heads at some places.
   *
   * @param threads that work inside one operation
   * @param stopped whether to end early, with the passes that are done, at least one
   */
  static HeadTimes of(
      Model model, List<Intervention> places, int threads, BooleanSupplier stopped) {
    int size = model.network().imageSize();
    Tensor image = SeededWeights.uniform("input", Shape.of(1, COLOURS, size, size), 0);
    TorchRunner.Options options =
        new TorchRunner.Options(true, TorchNetwork.Layout.CHANNELS_LAST, threads, false);
    try (TorchSampler sampler = new TorchSampler(model.network(), model.weights(), options)) {
      for (int i = 0; i < WARM_UPS; i++) {
        sampler.timed(image);
      }
      int passes = 0;
      while (passes < PASSES && (passes == 0 || !stopped.getAsBoolean())) {
        sampler.timed(image);
        passes++;
      }
      List<OperationSamples> samples = sampler.operations(passes);
      int measured = passes;
      return new HeadTimes(
          passes, places.stream().map(place -> sum(samples, place, measured)).toList());
    }
  }

  private static Estimate sum(List<OperationSamples> samples, Intervention place, int passes) {
    List<OperationSamples> own =
        samples.stream()
            .filter(one -> HeadOperations.isOf(one.name(), place.block(), place.head()))
            .toList();
    List<Double> sums = new ArrayList<>();
    for (int i = 0; i < passes; i++) {
      int pass = i;
      sums.add(own.stream().mapToLong(one -> one.nanoseconds().get(pass)).sum() / MICROSECOND);
    }
    return Estimate.median(sums);
  }
}
