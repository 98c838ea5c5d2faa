package org.efficientvit.core.tensor;

import static java.util.Objects.requireNonNull;

/**
 * 32-bit floats and their shape, row-major: the innermost dimension lies together.
 *
 * <p>A tensor is a value: whoever makes one gives its array away, and whoever reads {@link
 * #values()} does not write to it. The array is not copied, since maps of millions of numbers pass
 * through here on every click.
 */
public final class Tensor {

  private final Shape shape;
  private final float[] values;

  /**
   * A tensor over an array that the caller gives away.
   *
   * @throws IllegalArgumentException if there are not as many values as the shape asks for
   */
  public Tensor(Shape shape, float[] values) {
    requireNonNull(shape, "shape is null");
    requireNonNull(values, "values is null");
    if (values.length != shape.elements()) {
      throw new IllegalArgumentException(values.length + " values do not fill " + shape);
    }
    this.shape = shape;
    this.values = values;
  }

  public Shape shape() {
    return shape;
  }

  /** The array itself, row-major; not to be written to. */
  public float[] values() {
    return values;
  }

  /** How many numbers this holds. */
  public int elements() {
    return values.length;
  }

  /** The same numbers under another shape of as many elements. */
  public Tensor reshape(int... dimensions) {
    return new Tensor(Shape.of(dimensions), values);
  }

  /** A copy of the sub-tensor at one index of the outermost dimension. */
  public Tensor get(int index) {
    int[] inner = new int[shape.rank() - 1];
    for (int axis = 0; axis < inner.length; axis++) {
      inner[axis] = shape.dimension(axis + 1);
    }
    Shape innerShape = Shape.of(inner);
    int size = innerShape.elements();
    float[] part = new float[size];
    System.arraycopy(values, index * size, part, 0, size);
    return new Tensor(innerShape, part);
  }

  /** One number, by its index in every dimension. */
  public float at(int... index) {
    if (index.length != shape.rank()) {
      throw new IllegalArgumentException(index.length + " indices for " + shape);
    }
    int offset = 0;
    for (int axis = 0; axis < index.length; axis++) {
      offset = offset * shape.dimension(axis) + index[axis];
    }
    return values[offset];
  }

  @Override
  public String toString() {
    return "Tensor" + shape;
  }
}
