package org.efficientvit.core.statistics;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * A figure made of measured ones, and where it lies with 95 % confidence by the percentile
 * bootstrap: the same for the same measurements.
 *
 * @param value the figure
 * @param interval where it lies
 */
public record Estimate(double value, Interval interval) {

  private static final double TAIL = 0.025;

  public Estimate {
    requireNonNull(interval, "interval is null");
  }

  /** A figure that is not measured but known. */
  public static Estimate exactly(double value) {
    return new Estimate(value, new Interval(value, value));
  }

  public double low() {
    return interval.low();
  }

  public double high() {
    return interval.high();
  }

  /** Whether it is apart from another: their intervals have no number in common. */
  public boolean isApartFrom(Estimate other) {
    return high() < other.low() || other.high() < low();
  }

  /** The same in another unit. */
  public Estimate times(double factor) {
    return factor >= 0
        ? new Estimate(factor * value, new Interval(factor * low(), factor * high()))
        : new Estimate(factor * value, new Interval(factor * high(), factor * low()));
  }

  /** A constant over this figure, which is positive: images over seconds, from seconds. */
  public Estimate under(double constant) {
    return new Estimate(constant / value, new Interval(constant / high(), constant / low()));
  }

  /**
   * The median of measurements, of an even number the upper one in the middle.
   *
   * <p>A resample's median is always one of the measurements, so the bootstrap's distribution is
   * known without drawing.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Estimate median(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int count = sorted.length;
    return new Estimate(
        sorted[count / 2],
        new Interval(sorted[quantile(count, TAIL)], sorted[quantile(count, 1 - TAIL)]));
  }

  /**
   * How much larger one thing is than another that was measured in turn with it: the median of the
   * rounds' ratios. What slowed a round slowed both and leaves its ratio as it is, so this is far
   * surer than the ratio of two medians.
   *
   * @param numerators one for each round
   * @param denominators one for each round
   * @throws IllegalArgumentException if there are no rounds, or not as many of both
   */
  public static Estimate ratio(List<Double> numerators, List<Double> denominators) {
    return ofRounds(numerators, denominators, (above, below) -> above / below);
  }

  /**
   * How much more one thing is than another that was measured in turn with it: the median of the
   * rounds' differences.
   *
   * @param more one for each round
   * @param less one for each round, to be taken away
   * @throws IllegalArgumentException if there are no rounds, or not as many of both
   */
  public static Estimate difference(List<Double> more, List<Double> less) {
    return ofRounds(more, less, (one, other) -> one - other);
  }

  private static Estimate ofRounds(
      List<Double> first, List<Double> second, DoubleBinaryOperator figure) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(first.size() + " rounds beside " + second.size());
    }
    return median(
        IntStream.range(0, first.size())
            .mapToObj(round -> figure.applyAsDouble(first.get(round), second.get(round)))
            .toList());
  }

  /** Whether the figure is surely on one side of a number. */
  public boolean excludes(double number) {
    return interval.low() > number || interval.high() < number;
  }

  /** Which of the sorted values the median of a resample reaches with a probability. */
  private static int quantile(int count, double probability) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (reached(count, (middle + 1.0) / count) >= probability) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** How likely more than half of as many draws are among a share of the values. */
  private static double reached(int count, double share) {
    if (share >= 1) {
      return 1;
    }
    double logarithm = count * Math.log1p(-share);
    double sum = 0;
    for (int draws = 0; draws <= count; draws++) {
      if (draws > count / 2) {
        sum += Math.exp(logarithm);
      }
      logarithm += Math.log((count - draws) / (draws + 1.0) * share / (1 - share));
    }
    return sum;
  }
}
