package org.efficientvit.app.window.viewmodel;

import java.util.Locale;

/** Numbers as a person reads them. */
public final class Numbers {

  private Numbers() {}

  /** Three significant digits, in plain notation where that is short, with a true minus sign. */
  public static String significant(double value) {
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    if (size < 0.001 || size >= 10_000) {
      return String.format(Locale.ROOT, "%.1e", value);
    }
    int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
    String digits = String.format(Locale.ROOT, "%." + decimals + "f", size);
    return value < 0 ? "−" + digits : digits;
  }

  /** Pixels to a tenth, without a decimal where there is none. */
  public static String pixels(double value) {
    double tenth = Math.rint(value * 10) / 10;
    return String.format(Locale.ROOT, tenth == Math.rint(tenth) ? "%.0f" : "%.1f", tenth);
  }

  /** A share from 0 to 1 as a percentage. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.1 ? "%.2f %%" : "%.1f %%", 100 * share);
  }
}
