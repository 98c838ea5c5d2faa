package org.efficientvit.visualizers.colour;

import java.util.List;
import org.efficientvit.core.tensor.Tensor;

/**
 * Which numbers the ends of a colour map stand for.
 *
 * @param min value at 0 of the colour map
 * @param max value at 1 of the colour map, at least min
 */
public record Scale(double min, double max) {

  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException if they are not finite or in the wrong order
   */
  public Scale {
    if (!Double.isFinite(min) || !Double.isFinite(max) || min > max) {
      throw new IllegalArgumentException("no scale from " + min + " to " + max);
    }
  }

  /** From the smallest to the largest finite number of some tensors; 0 to 0 where there is none. */
  public static Scale of(Tensor... tensors) {
    return of(List.of(tensors));
  }

  /** From the smallest to the largest finite number of some tensors; 0 to 0 where there is none. */
  public static Scale of(List<Tensor> tensors) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (Tensor tensor : tensors) {
      for (float value : tensor.values()) {
        if (Float.isFinite(value)) {
          min = Math.min(min, value);
          max = Math.max(max, value);
        }
      }
    }
    return min <= max ? new Scale(min, max) : new Scale(0, 0);
  }

  /** The same widened to reach 0. */
  public Scale withZero() {
    return new Scale(Math.min(min, 0), Math.max(max, 0));
  }

  /** The same widened to reach as far below 0 as above, so that 0 is in the middle. */
  public Scale aroundZero() {
    double reach = Math.max(Math.abs(min), Math.abs(max));
    return new Scale(-reach, reach);
  }

  /** Whether some of it lies below 0. */
  public boolean isSigned() {
    return min < 0;
  }

  /**
   * Where on the scale a value lies: 0 at the lower end, 1 at the upper, clipped to them.
   *
   * @return NaN for NaN; a half where both ends are 0, else 0 where they are one number
   */
  public double fraction(double value) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    if (min == max) {
      return min == 0 ? 0.5 : 0;
    }
    return Math.min(1, Math.max(0, (value - min) / (max - min)));
  }
}
