package org.efficientvit.core.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Intervals by the percentile bootstrap (Efron, 1979), the same for the same numbers.
 *
 * <p>Numbers come in groups, measured together, and groups are resampled whole: what disturbs one
 * pass of a network often disturbs the next, so that single passes would promise more than they
 * know.
 */
public final class Bootstrap {

  private static final int RESAMPLES = 2000;
  private static final double TAIL = 0.025;

  private Bootstrap() {}

  /** The median of all numbers. */
  public static Estimate median(List<List<Double>> groups) {
    return estimate(sorted(groups), Bootstrap::median);
  }

  /** The mean of all numbers. */
  public static Estimate mean(List<List<Double>> groups) {
    return estimate(sorted(groups), Bootstrap::mean);
  }

  /**
   * How many times the median of some numbers is that of others, measured in turn: both have as
   * many groups, which are resampled together, so that a drift which met both is not counted
   * against them. Where they have not as many, they count as unrelated.
   */
  public static Estimate ratioOfMedians(List<List<Double>> above, List<List<Double>> below) {
    return ratio(above, below, above.size() == below.size());
  }

  /** How many times the median of some numbers is that of others, measured at another time. */
  public static Estimate ratioOfUnrelatedMedians(
      List<List<Double>> above, List<List<Double>> below) {
    return ratio(above, below, false);
  }

  private static Estimate ratio(
      List<List<Double>> above, List<List<Double>> below, boolean paired) {
    double[][] first = sorted(above);
    double[][] second = sorted(below);
    SplittableRandom random = new SplittableRandom(0);
    double[] ratios = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      int[] drawn = draw(first.length, random);
      int[] others = paired ? drawn : draw(second.length, random);
      ratios[i] = median(pick(first, drawn)) / median(pick(second, others));
    }
    return new Estimate(median(first) / median(second), middle(ratios));
  }

  /** The number that half of the others are below; the mean of the two in the middle if even. */
  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static Estimate estimate(double[][] groups, ToDoubleFunction<double[][]> figure) {
    SplittableRandom random = new SplittableRandom(0);
    double[] figures = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      figures[i] = figure.applyAsDouble(pick(groups, draw(groups.length, random)));
    }
    return new Estimate(figure.applyAsDouble(groups), middle(figures));
  }

  private static double[][] sorted(List<List<Double>> groups) {
    if (groups.isEmpty() || groups.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("no numbers");
    }
    return groups.stream()
        .map(group -> group.stream().mapToDouble(Double::doubleValue).sorted().toArray())
        .toArray(double[][]::new);
  }

  private static int[] draw(int count, SplittableRandom random) {
    int[] drawn = new int[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = random.nextInt(count);
    }
    return drawn;
  }

  private static double[][] pick(double[][] groups, int[] drawn) {
    double[][] picked = new double[drawn.length][];
    for (int i = 0; i < drawn.length; i++) {
      picked[i] = groups[drawn[i]];
    }
    return picked;
  }

  private static double median(double[][] groups) {
    int count = Arrays.stream(groups).mapToInt(group -> group.length).sum();
    double[] all = new double[count];
    int filled = 0;
    for (double[] group : groups) {
      System.arraycopy(group, 0, all, filled, group.length);
      filled += group.length;
    }
    return median(all);
  }

  private static double mean(double[][] groups) {
    double sum = 0;
    int count = 0;
    for (double[] group : groups) {
      sum += Arrays.stream(group).sum();
      count += group.length;
    }
    return sum / count;
  }

  private static Interval middle(double[] values) {
    Arrays.sort(values);
    int below = (int) (TAIL * values.length);
    return new Interval(values[below], values[values.length - 1 - below]);
  }
}
