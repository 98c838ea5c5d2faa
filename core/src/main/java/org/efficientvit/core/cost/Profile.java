package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.trace.OperationSamples;
import org.efficientvit.core.trace.PassSamples;

/**
 * What each operation of a network costs, how long it takes on one engine, and what bounds it.
 *
 * @param cost of the network, whatever runs it
 * @param engine that ran it, as the command line names it; figures of two engines are of different
 *     operations
 * @param ceilings of the machine for this engine and so many threads
 * @param passes how many were measured of each sort
 * @param operations in the order in which they run
 * @param pass nanoseconds of an untimed pass, from pictures to logits
 * @param reading those until the first operation, in which the pictures are laid out for the engine
 * @param together nanoseconds of all operations of a pass in which each is timed
 * @param disturbance a pass in which operations are timed, as a multiple of the untimed one beside
 *     it
 */
public record Profile(
    NetworkCost cost,
    String engine,
    Ceilings ceilings,
    int passes,
    List<ProfiledOperation> operations,
    Median pass,
    Median reading,
    Median together,
    Median disturbance) {

  public Profile {
    requireNonNull(cost, "cost is null");
    requireNonNull(engine, "engine is null");
    requireNonNull(ceilings, "ceilings is null");
    operations = List.copyOf(operations);
    requireNonNull(pass, "pass is null");
    requireNonNull(reading, "reading is null");
    requireNonNull(together, "together is null");
    requireNonNull(disturbance, "disturbance is null");
  }

  /**
   * Puts together what was counted and what was measured.
   *
   * @param cost of the network and the batch that ran, folded or not as it ran
   * @throws IllegalArgumentException if the passes are of another network, or the ceilings of
   *     another engine or number of threads
   */
  public static Profile of(NetworkCost cost, PassSamples samples, Ceilings ceilings) {
    if (!samples.engine().equals(ceilings.engine()) || samples.threads() != ceilings.threads()) {
      throw new IllegalArgumentException(
          "ceilings of %s on %d threads for passes of %s on %d"
              .formatted(
                  ceilings.engine(), ceilings.threads(), samples.engine(), samples.threads()));
    }
    EngineCosts costs = new EngineCosts(cost);
    return new Profile(
        cost,
        samples.engine(),
        ceilings,
        samples.untimed().size(),
        samples.operations().stream().map(one -> profiled(one, costs, ceilings)).toList(),
        Median.of(numbers(samples.untimed())),
        Median.of(numbers(samples.reading())),
        Median.of(sums(samples)),
        Median.of(ratios(samples.timed(), samples.untimed())));
  }

  private static ProfiledOperation profiled(
      OperationSamples samples, EngineCosts costs, Ceilings ceilings) {
    OperationCost cost = costs.of(samples.name(), samples.members(), samples.traffic());
    return new ProfiledOperation(
        samples.members(), cost, Median.of(numbers(samples.nanoseconds())), ceilings.limit(cost));
  }

  private static double[] numbers(List<Long> values) {
    return values.stream().mapToDouble(Long::doubleValue).toArray();
  }

  private static double[] sums(PassSamples samples) {
    double[] sums = new double[samples.timed().size()];
    for (OperationSamples operation : samples.operations()) {
      for (int pass = 0; pass < sums.length; pass++) {
        sums[pass] += operation.nanoseconds().get(pass);
      }
    }
    return sums;
  }

  private static double[] ratios(List<Long> timed, List<Long> untimed) {
    double[] ratios = new double[timed.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = (double) timed.get(i) / untimed.get(i);
    }
    return ratios;
  }

  /** Threads that worked inside one operation. */
  public int threads() {
    return ceilings.threads();
  }

  /**
   * Nanoseconds of a pass that are neither in an operation nor before the first: what the engine
   * does between them, and freeing memory after them, less what timing each one adds.
   */
  public double rest() {
    return pass.value() - reading.value() - together.value();
  }

  /** Which part of an untimed pass the operations, and reading the pictures, account for. */
  public double accounted() {
    return (reading.value() + together.value()) / pass.value();
  }

  /** Which parts of the operations' time each bound takes. */
  public Shares shares(Grouping grouping) {
    return Shares.of(operations, grouping);
  }

  /** The operations of each stage, in the order of the network. */
  public Map<String, List<ProfiledOperation>> byStage() {
    return grouped(operation -> Stages.of(operation.name()));
  }

  /** The operations of each kind, the first to run first. */
  public Map<OperationKind, List<ProfiledOperation>> byKind() {
    return grouped(operation -> operation.cost().kind());
  }

  private <K> Map<K, List<ProfiledOperation>> grouped(Function<ProfiledOperation, K> key) {
    return operations.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }

  /**
   * Operations that were faster than the machine can be, by its ceilings: a sign that a ceiling is
   * too low or a count too high, and that what bounds them is not known.
   *
   * @param tolerance share of the limit that a time may be below it: the ceilings are measured, too
   * @return none where ceilings and counts are right
   */
  public List<ProfiledOperation> fasterThanPossible(double tolerance) {
    return operations.stream()
        .filter(one -> one.nanoseconds().value() < (1 - tolerance) * one.limit().nanoseconds())
        .toList();
  }

  /** Whether another is of the same network and batch, on the same engine with as many threads. */
  public boolean isOfTheSameAs(Profile other) {
    return engine.equals(other.engine)
        && threads() == other.threads()
        && cost.network().equals(other.cost.network())
        && cost.imageSize() == other.cost.imageSize()
        && cost.batch() == other.cost.batch()
        && cost.folded() == other.cost.folded();
  }
}
