package org.efficientvit.core.weights;

/** IEEE 754 binary16 to and from 32-bit floats; Java has it only from version 20. */
final class HalfFloat {

  private static final int SIGN = 0x8000;
  private static final int INFINITY = 0x7C00;
  private static final int QUIET_NAN = 0x7E00;

  /** What a 32-bit float must reach, in magnitude, to round to infinity: 65520. */
  private static final int OVERFLOW_BITS = 0x477FF000;

  /** The smallest normal half, 2^-14, as the bits of a 32-bit float. */
  private static final int SMALLEST_NORMAL_BITS = 0x38800000;

  private HalfFloat() {}

  /** The float of the same value; every half has one. */
  static float toFloat(short half) {
    int sign = (half & SIGN) << 16;
    int exponent = (half >>> 10) & 0x1F;
    int mantissa = half & 0x3FF;
    if (exponent == 0) {
      float magnitude = mantissa * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int wideExponent = exponent == 0x1F ? 0xFF : exponent + 112;
    return Float.intBitsToFloat(sign | (wideExponent << 23) | (mantissa << 13));
  }

  /** The nearest half, ties to even; from 65520 on that is infinity. */
  static short fromFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> 16) & SIGN;
    int magnitude = bits & 0x7FFFFFFF;
    if (Float.isNaN(value)) {
      return (short) (sign | QUIET_NAN);
    }
    if (magnitude >= OVERFLOW_BITS) {
      return (short) (sign | INFINITY);
    }
    if (magnitude < SMALLEST_NORMAL_BITS) {
      // In units of 2^-24, where Math.rint rounds ties to even, the sum is exact.
      return (short) (sign | (int) Math.rint(Float.intBitsToFloat(magnitude) * 0x1p24));
    }
    int roundedUp = magnitude + 0xFFF + ((magnitude >>> 13) & 1);
    return (short) (sign | ((roundedUp - (112 << 23)) >>> 13));
  }
}
