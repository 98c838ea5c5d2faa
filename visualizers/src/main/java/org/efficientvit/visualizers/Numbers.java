package org.efficientvit.visualizers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * Numbers as they stand on figures: three digits that count, a unit that fits, a real minus sign.
 */
public final class Numbers {

  private static final MathContext DIGITS = new MathContext(3);
  private static final String[] PREFIXES = {"", " k", " M", " G", " T"};

  private Numbers() {}

  /** Three significant digits: {@code 0.0123}, {@code 45.6}, {@code 1230}, {@code −7.89e−6}. */
  public static String plain(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    double size = Math.abs(value);
    String text =
        size < 1e-4 || size >= 1e6
            ? String.format(Locale.ROOT, "%.2e", value)
            : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    return text.replace("e-0", "e-").replace("e+0", "e").replace('-', '−');
  }

  /** The same with its sign, which a plus is too: {@code +0.0123}, {@code −45.6}, {@code 0}. */
  public static String signed(double value) {
    return value > 0 ? "+" + plain(value) : plain(value);
  }

  /**
   * The largest of 1, 2 and 5 times a power of ten that is no larger: a step from one number of an
   * axis to the next.
   */
  public static double step(double largest) {
    double power = Math.pow(10, Math.floor(Math.log10(largest)));
    double factor = largest / power;
    return power * (factor >= 5 ? 5 : factor >= 2 ? 2 : 1);
  }

  /** Nanoseconds as µs, ms or s. */
  public static String time(long nanoseconds) {
    if (nanoseconds < 999_500) {
      return digits(nanoseconds / 1e3) + " µs";
    }
    return nanoseconds < 999_500_000
        ? digits(nanoseconds / 1e6) + " ms"
        : digits(nanoseconds / 1e9) + " s";
  }

  /** A count with a decimal prefix: {@code 79.2 M}. */
  public static String count(long value) {
    int prefix = 0;
    double scaled = (double) value;
    while (scaled >= 999.5 && prefix < PREFIXES.length - 1) {
      scaled /= 1000;
      prefix++;
    }
    return (prefix == 0 ? plain(scaled) : digits(scaled)) + PREFIXES[prefix];
  }

  /** Bytes with a decimal prefix: {@code 1.23 MB}. */
  public static String bytes(long value) {
    String count = count(value);
    return count.contains(" ") ? count + "B" : count + " B";
  }

  /** A fraction as per cent, with one decimal: {@code 12.3%}. */
  public static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * fraction);
  }

  /** Three significant digits with their zeros, so that numbers in a column look alike. */
  private static String digits(double value) {
    int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
