package org.efficientvit.visualizers.cost;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An axis on which equal ratios are equally far apart.
 *
 * @param least where it begins, above 0
 * @param most where it ends
 * @param from position of the least, in points
 * @param to position of the most, in points; below {@code from} on an axis that rises
 */
record LogAxis(double least, double most, double from, double to) {

  /** On fewer decades than that, numbers stand between them too. */
  private static final double FEW_DECADES = 2;

  /**
   * The axis on which all these have a place.
   *
   * @param values above 0
   * @param below ratio of the smallest to the beginning
   * @param above ratio of the end to the largest
   */
  static LogAxis of(Collection<Double> values, double below, double above, double from, double to) {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return new LogAxis(least / below, most * above, from, to);
  }

  /** Where a value stands, in points. */
  double at(double value) {
    return from + (to - from) * Math.log(value / least) / Math.log(most / least);
  }

  /** How many decades long it is. */
  double decades() {
    return Math.log10(most / least);
  }

  /** The values that are written beside it: powers of ten, and where they are few, 2 and 5. */
  List<Double> labelled() {
    return decades() < FEW_DECADES ? values(1, 2, 5) : values(1);
  }

  /** The values of the small ticks. */
  List<Double> ticks() {
    return values(1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  private List<Double> values(int... digits) {
    int first = (int) Math.floor(Math.log10(least));
    int last = (int) Math.floor(Math.log10(most));
    return IntStream.rangeClosed(first, last)
        .boxed()
        .flatMap(
            power ->
                IntStream.of(digits)
                    .mapToObj(
                        digit -> BigDecimal.valueOf(digit).scaleByPowerOfTen(power).doubleValue()))
        .filter(value -> value >= least && value <= most)
        .toList();
  }
}
