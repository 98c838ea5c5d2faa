package org.efficientvit.core.published;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.efficientvit.core.statistics.Interval;

/**
 * A number as it was printed, and the numbers that would be printed the same.
 *
 * @param value as printed, or made of printed ones
 * @param range what it may have been before it was rounded: 2.5 stands for 2.45 to 2.55
 */
public record Printed(double value, Interval range) {

  public Printed {
    requireNonNull(range, "range is null");
  }

  /** A number with as many digits as were printed: 3.0 is not 3. */
  public static Printed of(BigDecimal digits) {
    BigDecimal half = digits.ulp().divide(BigDecimal.valueOf(2));
    return new Printed(
        digits.doubleValue(),
        new Interval(digits.subtract(half).doubleValue(), digits.add(half).doubleValue()));
  }

  /** How many times another positive number this positive one is. */
  public Printed over(Printed other) {
    return new Printed(
        value / other.value,
        new Interval(range.low() / other.range.high(), range.high() / other.range.low()));
  }

  /** How much more than another this one is. */
  public Printed minus(Printed other) {
    return new Printed(
        value - other.value,
        new Interval(range.low() - other.range.high(), range.high() - other.range.low()));
  }

  /** Whether a number would be printed the same, as far as is known. */
  public boolean covers(double number) {
    return range.low() <= number && number <= range.high();
  }
}
