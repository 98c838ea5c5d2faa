package org.efficientvit.core.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * How many pictures a second come through: read, decoded, resized, run through the network, judged
 * and kept.
 *
 * <p>The clock starts when the first batch is done, which also waited for its pictures and for the
 * engine's first pass. Where there is no second batch, it starts with the work.
 */
public final class Pace {

  private static final double NANOSECONDS = 1e9;

  private final LongSupplier ticker;
  private final long start;
  private int first;
  private long firstDone;
  private long later;
  private long lastDone;

  /**
   * Work that starts now.
   *
   * @param ticker nanoseconds that pass
   */
  public Pace(LongSupplier ticker) {
    this.ticker = requireNonNull(ticker, "ticker is null");
    this.start = ticker.getAsLong();
  }

  /** One more batch is done; one of no pictures does not count. */
  public void done(int images) {
    if (images == 0) {
      return;
    }
    lastDone = ticker.getAsLong();
    if (first == 0) {
      first = images;
      firstDone = lastDone;
    } else {
      later += images;
    }
  }

  /** Pictures a second so far; empty before the first batch is done. */
  public OptionalDouble imagesPerSecond() {
    if (first == 0) {
      return OptionalDouble.empty();
    }
    double images = later == 0 ? first : later;
    long from = later == 0 ? start : firstDone;
    return OptionalDouble.of(images / Math.max(1, lastDone - from) * NANOSECONDS);
  }
}
