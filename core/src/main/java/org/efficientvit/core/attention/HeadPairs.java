package org.efficientvit.core.attention;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A number for each pair of a block's heads, such as the cosine between them.
 *
 * <p>What is made of all of them leaves out a head with itself.
 */
public final class HeadPairs {

  /** The number of two heads. */
  @FunctionalInterface
  public interface PairFunction {

    /** The number of a head and another, or of a head and itself. */
    double of(int first, int second);
  }

  private final int heads;
  private final double[] values;

  private HeadPairs(int heads, double[] values) {
    this.heads = heads;
    this.values = values;
  }

  /**
   * Asks for the number of every pair.
   *
   * @param heads h, at least 2
   * @throws IllegalArgumentException if there are no two heads
   */
  public static HeadPairs of(int heads, PairFunction number) {
    if (heads < 2) {
      throw new IllegalArgumentException("no pairs of " + heads + " heads");
    }
    double[] values = new double[heads * heads];
    for (int i = 0; i < values.length; i++) {
      values[i] = number.of(i / heads, i % heads);
    }
    return new HeadPairs(heads, values);
  }

  /**
   * Asks for the number of every two heads once, the one that comes first first, and takes it for
   * both orders.
   *
   * @param heads h, at least 2
   * @throws IllegalArgumentException if there are no two heads
   */
  public static HeadPairs ofSymmetric(int heads, PairFunction number) {
    HeadPairs half = of(heads, (first, second) -> first <= second ? number.of(first, second) : 0);
    return of(heads, (first, second) -> half.at(Math.min(first, second), Math.max(first, second)));
  }

  /** h, how many heads. */
  public int heads() {
    return heads;
  }

  /** The number of two heads, which may be the same one. */
  public double at(int first, int second) {
    if (first < 0 || first >= heads || second < 0 || second >= heads) {
      throw new IndexOutOfBoundsException(
          "no heads %d and %d among %d".formatted(first, second, heads));
    }
    return values[first * heads + second];
  }

  /** The mean over all pairs of two heads: 1/(h·(h−1)) Σ_i Σ_{j≠i} v(i, j). */
  public double meanPairwise() {
    return IntStream.range(0, heads).mapToDouble(head -> withOthers(head).sum()).sum()
        / (heads * (heads - 1.0));
  }

  /** The mean over heads of their largest number with another: 1/h Σ_i max_{j≠i} v(i, j). */
  public double meanOfMax() {
    return largest().average().orElseThrow();
  }

  /** The largest number of all pairs of two heads: max_i max_{j≠i} v(i, j). */
  public double maxOfMax() {
    return largest().max().orElseThrow();
  }

  /** Each head's largest number with another. */
  private DoubleStream largest() {
    return IntStream.range(0, heads).mapToDouble(head -> withOthers(head).max().orElseThrow());
  }

  private DoubleStream withOthers(int head) {
    return IntStream.range(0, heads)
        .filter(other -> other != head)
        .mapToDouble(other -> at(head, other));
  }
}
