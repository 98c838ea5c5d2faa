package org.efficientvit.core;

/** The mixing of SplitMix64, which spreads every bit of a number over all others. */
public final class SplitMix64 {

  /** What a generator adds to its state between two numbers. */
  public static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private SplitMix64() {}

  /** The finaliser: a different number for each. */
  public static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
