package org.efficientvit.core.survey;

import java.util.Arrays;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;

/** A number of each picture. */
final class Numbers {

  private static final int FIRST_ROOM = 64;

  private double[] values = new double[FIRST_ROOM];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  /** Their mean, at least one, and its interval; of one number, the number itself. */
  Estimate mean() {
    double[] all = Arrays.copyOf(values, size);
    double mean = Arrays.stream(all).average().orElseThrow();
    return size == 1 ? Estimate.exactly(mean) : new Estimate(mean, Interval.ofMean(all));
  }
}
