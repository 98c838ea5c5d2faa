package org.efficientvit.visualizers.cost;

import java.util.stream.DoubleStream;

/** Round distances between grid lines. */
final class Steps {

  private static final double[] ROUND = {1, 2, 5, 10};

  private Steps() {}

  /** The smallest of 1, 2 and 5 times a power of ten that divides an axis into so many at most. */
  static double of(double length, int most) {
    double power = Math.pow(10, Math.floor(Math.log10(length / most)));
    return DoubleStream.of(ROUND)
        .map(digit -> digit * power)
        .filter(step -> length / step <= most)
        .findFirst()
        .orElseThrow();
  }
}
