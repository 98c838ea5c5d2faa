package org.efficientvit.core.compare;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Which of some things no other is superior to, where more is better in two respects. */
public final class ParetoFront {

  private ParetoFront() {}

  /**
   * The things that are not dominated: no other is at least as good in both respects and better in
   * one.
   *
   * @return those with the least of the first respect first
   */
  public static <T> List<T> of(
      List<T> things, ToDoubleFunction<T> first, ToDoubleFunction<T> second) {
    return things.stream()
        .filter(one -> things.stream().noneMatch(other -> isDominated(one, other, first, second)))
        .sorted(Comparator.comparingDouble(first))
        .toList();
  }

  private static <T> boolean isDominated(
      T one, T other, ToDoubleFunction<T> first, ToDoubleFunction<T> second) {
    double more = first.applyAsDouble(other) - first.applyAsDouble(one);
    double better = second.applyAsDouble(other) - second.applyAsDouble(one);
    return more >= 0 && better >= 0 && more + better > 0;
  }
}
