package org.efficientvit.core.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The extents of a tensor, outermost first. The empty shape is a scalar's. */
public final class Shape {

  private final int[] dimensions;

  private Shape(int[] dimensions) {
    this.dimensions = dimensions;
  }

  /**
   * A shape of the given extents, outermost first.
   *
   * @throws IllegalArgumentException if an extent is negative or the number of elements exceeds
   *     {@link Integer#MAX_VALUE}
   */
  public static Shape of(int... dimensions) {
    long elements = 1;
    for (int dimension : dimensions) {
      if (dimension < 0) {
        throw new IllegalArgumentException("negative extent in " + Arrays.toString(dimensions));
      }
      elements *= dimension;
      if (elements > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("too many elements in " + Arrays.toString(dimensions));
      }
    }
    return new Shape(dimensions.clone());
  }

  /** How many dimensions there are. */
  public int rank() {
    return dimensions.length;
  }

  /**
   * The extent of one dimension.
   *
   * @param axis from the front, or, when negative, from the back (-1 is the innermost)
   */
  public int dimension(int axis) {
    return dimensions[axis < 0 ? axis + dimensions.length : axis];
  }

  /** The product of all extents; 1 for a scalar. */
  public int elements() {
    int elements = 1;
    for (int dimension : dimensions) {
      elements *= dimension;
    }
    return elements;
  }

  /** This shape with another extent at one axis (negative: from the back). */
  public Shape with(int axis, int extent) {
    int[] changed = dimensions.clone();
    changed[axis < 0 ? axis + dimensions.length : axis] = extent;
    return of(changed);
  }

  public int[] toArray() {
    return dimensions.clone();
  }

  public long[] toLongArray() {
    return Arrays.stream(dimensions).asLongStream().toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(dimensions, shape.dimensions);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dimensions);
  }

  /** The extents as PyTorch prints them: {@code (64, 3, 3, 3)}. */
  @Override
  public String toString() {
    return Arrays.stream(dimensions)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
