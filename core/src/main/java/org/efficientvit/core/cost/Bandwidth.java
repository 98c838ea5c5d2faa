package org.efficientvit.core.cost;

import static java.util.Objects.requireNonNull;

/**
 * How fast bytes move back and forth when they are so many.
 *
 * @param bytes that one sweep reads and writes
 * @param rate in GB/s, which are bytes in a nanosecond
 */
public record Bandwidth(long bytes, Ceiling rate) {

  /**
   * Checks the amount.
   *
   * @throws IllegalArgumentException if there are no bytes
   */
  public Bandwidth {
    requireNonNull(rate, "rate is null");
    if (bytes < 1) {
      throw new IllegalArgumentException(bytes + " bytes");
    }
  }
}
