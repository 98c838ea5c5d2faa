package org.efficientvit.core.trace;

import java.util.Locale;

/** In which numbers a network computes. */
public enum Precision {
  /** 32 bits, as trained. */
  FP32,
  /** bfloat16: the exponent of 32 bits with 8 bits of fraction. */
  BF16;

  /**
   * The precision of a name.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Precision of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
