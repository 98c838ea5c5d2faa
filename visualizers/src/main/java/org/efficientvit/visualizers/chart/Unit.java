package org.efficientvit.visualizers.chart;

import java.util.function.LongFunction;
import org.efficientvit.visualizers.Numbers;

/**
 * How amounts stand on an axis and beside bars.
 *
 * @param axis what is measured, with the unit
 * @param size of the unit in amounts
 * @param format an amount with its unit
 */
record Unit(String axis, double size, LongFunction<String> format) {

  /** Nanoseconds, on an axis of µs or ms by the largest of them. */
  static Unit time(long largest) {
    return largest < 1_000_000
        ? new Unit("wall-clock time, median of warm passes (µs)", 1e3, Numbers::time)
        : new Unit("wall-clock time, median of warm passes (ms)", 1e6, Numbers::time);
  }

  /** Multiply-accumulates, on an axis of millions or thousands of millions. */
  static Unit macs(long largest) {
    return largest < 1_000_000_000
        ? new Unit("multiply-accumulates (millions)", 1e6, Numbers::count)
        : new Unit("multiply-accumulates (thousand millions)", 1e9, Numbers::count);
  }

  /** Bytes, on an axis of millions. */
  static Unit bytes() {
    return new Unit("read and written by each operation by itself (MB)", 1e6, Numbers::bytes);
  }
}
