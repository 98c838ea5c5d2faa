package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.ops.OperationKind;

/**
 * What a machine reaches at best with so many threads, and so the least time that operations take
 * on it.
 *
 * @param engine that the fixed times are of
 * @param threads that worked
 * @param careful whether it took its time, or was a quick look
 * @param peak of large products in GFLOP/s, which are floating-point operations in a nanosecond
 * @param bandwidths from the smallest cache to the memory: more bytes in each, at no higher rate
 * @param overheads nanoseconds that a tiny operation of each kind takes
 */
public record Ceilings(
    String engine,
    int threads,
    boolean careful,
    Ceiling peak,
    List<Bandwidth> bandwidths,
    Map<OperationKind, Ceiling> overheads) {

  /**
   * Checks that the bandwidths are in order.
   *
   * @throws IllegalArgumentException if they are not, or something was not measured
   */
  public Ceilings {
    requireNonNull(engine, "engine is null");
    requireNonNull(peak, "peak is null");
    bandwidths = List.copyOf(bandwidths);
    if (bandwidths.isEmpty() || overheads.isEmpty()) {
      throw new IllegalArgumentException("no bandwidth or no fixed time was measured");
    }
    for (int i = 1; i < bandwidths.size(); i++) {
      Bandwidth inner = bandwidths.get(i - 1);
      Bandwidth outer = bandwidths.get(i);
      if (outer.bytes() <= inner.bytes() || outer.rate().best() > inner.rate().best()) {
        throw new IllegalArgumentException(inner + " stands before " + outer);
      }
    }
    overheads = Collections.unmodifiableMap(new EnumMap<>(overheads));
  }

  /** GB/s of what fits into the smallest cache. */
  public double cacheBandwidth() {
    return bandwidths.get(0).rate().best();
  }

  /** GB/s of what fits into no cache. */
  public double memoryBandwidth() {
    return bandwidths.get(bandwidths.size() - 1).rate().best();
  }

  /** The fixed time of the cheapest kind of operation, in nanoseconds. */
  public double overhead() {
    return overheads.values().stream().mapToDouble(Ceiling::best).min().orElseThrow();
  }

  /** The fixed time of an operation of one kind in nanoseconds; the cheapest's if it is unknown. */
  public double overhead(OperationKind kind) {
    Ceiling own = overheads.get(kind);
    return own == null ? overhead() : own.best();
  }

  /** The least time that an operation of this cost can take. */
  public Limit limit(OperationCost cost) {
    return new Limit(cost.flops() / peak.best(), movingTime(cost.bytes()), overhead(cost.kind()));
  }

  /**
   * The least time in which bytes can be moved, in nanoseconds.
   *
   * <p>What was just written is still in a cache, so that nobody can say from outside where an
   * operation finds its bytes. None moves faster than in the smallest place that holds it: as many
   * bytes as the smallest cache takes move at that cache's rate, the next at the next one's, and
   * only what is left when all caches are full at the memory's.
   */
  public double movingTime(long bytes) {
    double time = 0;
    for (int i = 0; i < bandwidths.size(); i++) {
      long from = i == 0 ? 0 : bandwidths.get(i).bytes();
      long to = i + 1 < bandwidths.size() ? bandwidths.get(i + 1).bytes() : Long.MAX_VALUE;
      long here = Math.max(0, Math.min(bytes, to) - from);
      time += here / bandwidths.get(i).rate().best();
    }
    return time;
  }
}
