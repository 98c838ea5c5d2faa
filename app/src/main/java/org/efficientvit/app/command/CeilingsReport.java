package org.efficientvit.app.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.efficientvit.core.cost.Bandwidth;
import org.efficientvit.core.cost.Ceiling;
import org.efficientvit.core.cost.CeilingStore.Measured;
import org.efficientvit.core.cost.Ceilings;
import org.efficientvit.core.ops.OperationKind;

/**
 * A machine's ceilings in the answer of {@code --json}.
 *
 * @param measured when, by ISO 8601
 * @param gigaflops peak of large products, in GFLOP/s
 * @param bandwidths from the smallest cache to the memory, in GB/s
 * @param overheads nanoseconds of a tiny operation by its kind
 */
record CeilingsReport(
    String engine,
    int threads,
    boolean careful,
    String measured,
    Ceiling gigaflops,
    List<Stream> bandwidths,
    Map<String, Ceiling> overheads) {

  /** How fast so many bytes move, in GB/s. */
  record Stream(long bytes, Ceiling gigabytes) {}

  static CeilingsReport of(Measured measured) {
    Ceilings ceilings = measured.ceilings();
    Map<String, Ceiling> overheads = new LinkedHashMap<>();
    ceilings.overheads().forEach((kind, time) -> overheads.put(kind.id(), time));
    return new CeilingsReport(
        ceilings.engine(),
        ceilings.threads(),
        ceilings.careful(),
        measured.measured().toString(),
        ceilings.peak(),
        ceilings.bandwidths().stream().map(one -> new Stream(one.bytes(), one.rate())).toList(),
        overheads);
  }

  /** The ceilings that this is the report of. */
  Measured ceilings() {
    Map<OperationKind, Ceiling> times = new LinkedHashMap<>();
    overheads.forEach((kind, time) -> times.put(OperationKind.of(kind), time));
    return new Measured(
        new Ceilings(
            engine,
            threads,
            careful,
            gigaflops,
            bandwidths.stream().map(one -> new Bandwidth(one.bytes, one.gigabytes)).toList(),
            times),
        Instant.parse(measured));
  }

  /** One line for a person. */
  static String line(Measured measured) {
    Ceilings ceilings = measured.ceilings();
    double peak = ceilings.peak().best();
    return String.format(
        Locale.ROOT,
        "Ceilings of %s with %s, %s on %s: %.1f GFLOP/s; %.1f GB/s in the smallest cache, %.1f from memory, where %.1f FLOP/B are needed for the peak; %.2f microseconds for the cheapest operation.",
        ceilings.engine(),
        ceilings.threads() == 1 ? "1 thread" : ceilings.threads() + " threads",
        ceilings.careful() ? "measured with care" : "a quick look",
        measured.measured(),
        peak,
        ceilings.cacheBandwidth(),
        ceilings.memoryBandwidth(),
        peak / ceilings.memoryBandwidth(),
        ceilings.overhead() / 1e3);
  }
}
