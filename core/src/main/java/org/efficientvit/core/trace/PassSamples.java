package org.efficientvit.core.trace;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What passes of a network took, untimed ones and ones in which each operation is timed in turn.
 *
 * @param engine that ran them, as the command line names it
 * @param threads that worked inside one operation
 * @param untimed nanoseconds of each pass that brings back the logits alone
 * @param reading nanoseconds of each of these until the first operation: the pictures are laid out
 *     as the engine reads them
 * @param timed nanoseconds of each pass in which operations are timed, in the same order
 * @param operations in the order in which they run
 */
public record PassSamples(
    String engine,
    int threads,
    List<Long> untimed,
    List<Long> reading,
    List<Long> timed,
    List<OperationSamples> operations) {

  /**
   * Checks that all are of the same passes.
   *
   * @throws IllegalArgumentException if they are not, or there are none
   */
  public PassSamples {
    requireNonNull(engine, "engine is null");
    untimed = List.copyOf(untimed);
    reading = List.copyOf(reading);
    timed = List.copyOf(timed);
    operations = List.copyOf(operations);
    int passes = untimed.size();
    boolean isWhole =
        reading.size() == passes
            && timed.size() == passes
            && operations.stream().allMatch(one -> one.nanoseconds().size() == passes);
    if (passes == 0 || operations.isEmpty() || !isWhole) {
      throw new IllegalArgumentException(
          "%d untimed and %d timed passes of %d operations"
              .formatted(passes, timed.size(), operations.size()));
    }
  }
}
