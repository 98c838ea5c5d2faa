package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.OperationSamples;
import org.efficientvit.core.trace.PassSampler;

/**
 * Measures the ceilings of this machine: products, streams of every size and tiny operations take
 * turns, round after round, so that a busy neighbour or a warm processor meets all of them.
 */
public final class CeilingMeter {

  /** How an engine is started on one of the small networks that are timed. */
  @FunctionalInterface
  public interface Engine {

    /** Gets a network ready; the caller closes it. */
    PassSampler start(Network network, Map<String, Tensor> weights);
  }

  private CeilingMeter() {}

  /**
   * Measures.
   *
   * @param engine whose products and fixed times they are
   * @param progress is told now and then the share that is done, 0 to 1
   * @param stopped whether to end early
   * @throws InspectorException if it was stopped
   */
  public static Ceilings measure(
      Engine engine, Effort effort, DoubleConsumer progress, BooleanSupplier stopped) {
    try (CeilingInstruments instruments = new CeilingInstruments(engine)) {
      instruments.warmUp();
      long start = System.nanoTime();
      double spent = 0;
      while (spent < 1 || instruments.rounds() < effort.fewest()) {
        if (stopped.getAsBoolean()) {
          throw new InspectorException(
              "Measuring the machine's ceilings was stopped before its end; run the command again.");
        }
        instruments.round();
        spent = (double) (System.nanoTime() - start) / effort.budget().toNanos();
        progress.accept(Math.min(1, spent));
      }
      return ceilings(instruments, effort.careful());
    }
  }

  private static Ceilings ceilings(CeilingInstruments instruments, boolean careful) {
    PassSampler engine = instruments.engine();
    return new Ceilings(
        engine.engine(),
        engine.threads(),
        careful,
        peak(instruments.products(), costs(instruments.large())),
        bandwidths(instruments),
        engine.runsAsWritten()
            ? overheads(instruments.tiny(), costs(instruments.small()))
            : chain(instruments.chains()));
  }

  /** Of the ways to multiply, the fastest. */
  static Ceiling peak(List<OperationSamples> products, Map<String, OperationCost> costs) {
    return products.stream()
        .filter(one -> flops(one, costs) > 0)
        .map(one -> Ceiling.ofRates(rates(one, flops(one, costs))))
        .max(Comparator.comparingDouble(Ceiling::best))
        .orElseThrow();
  }

  private static long flops(OperationSamples samples, Map<String, OperationCost> costs) {
    return samples.members().stream()
        .mapToLong(name -> requireNonNull(costs.get(name), name).flops())
        .sum();
  }

  private static double[] rates(OperationSamples samples, long flops) {
    return samples.nanoseconds().stream().mapToDouble(time -> (double) flops / time).toArray();
  }

  private static List<Bandwidth> bandwidths(CeilingInstruments instruments) {
    List<Long> bytes = instruments.streams();
    Ceiling[] rates = new Ceiling[bytes.size()];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = Ceiling.ofRates(instruments.rates(i));
    }
    return falling(bytes, rates);
  }

  /** What is reached with many bytes can be reached with few: those were disturbed, then. */
  static List<Bandwidth> falling(List<Long> bytes, Ceiling... rates) {
    Bandwidth[] bandwidths = new Bandwidth[rates.length];
    Ceiling fastest = rates[rates.length - 1];
    for (int i = rates.length - 1; i >= 0; i--) {
      fastest = rates[i].best() > fastest.best() ? rates[i] : fastest;
      bandwidths[i] = new Bandwidth(bytes.get(i), fastest);
    }
    return List.copyOf(Arrays.asList(bandwidths));
  }

  /** The smallest time of each kind of operation. */
  static Map<OperationKind, Ceiling> overheads(
      List<OperationSamples> tiny, Map<String, OperationCost> costs) {
    Map<OperationKind, Ceiling> overheads = new EnumMap<>(OperationKind.class);
    for (OperationSamples samples : tiny) {
      double[] times = samples.nanoseconds().stream().mapToDouble(Long::doubleValue).toArray();
      overheads.merge(
          requireNonNull(costs.get(samples.name()), samples.name()).kind(),
          Ceiling.ofTimes(times),
          (one, other) -> one.best() <= other.best() ? one : other);
    }
    return overheads;
  }

  private static Map<OperationKind, Ceiling> chain(List<Long> passes) {
    double[] times =
        passes.stream().mapToDouble(time -> (double) time / TinyChain.LENGTH).toArray();
    return Map.of(OperationKind.ADDITION, Ceiling.ofTimes(times));
  }

  private static Map<String, OperationCost> costs(NetworkCost network) {
    Map<String, OperationCost> costs = new HashMap<>();
    network.operations().forEach(one -> costs.put(one.name(), one));
    return costs;
  }
}
