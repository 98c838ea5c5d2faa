package org.efficientvit.core.weights;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;

/**
 * One tensor of a checkpoint.
 *
 * @param shape its extents
 * @param dtype the kind of number that the file keeps
 * @param values its numbers as 32-bit floats; empty unless the kind is floating
 */
public record StoredTensor(Shape shape, DType dtype, Optional<Tensor> values) {

  public StoredTensor {
    requireNonNull(shape, "shape is null");
    requireNonNull(dtype, "dtype is null");
    requireNonNull(values, "values is null");
    if (values.isPresent() && !values.get().shape().equals(shape)) {
      throw new IllegalArgumentException(values.get() + " does not have the shape " + shape);
    }
  }

  /** A tensor whose numbers were read. */
  public static StoredTensor of(DType dtype, Tensor values) {
    return new StoredTensor(values.shape(), dtype, Optional.of(values));
  }

  /** A tensor of whole numbers, which is only listed. */
  public static StoredTensor listed(DType dtype, Shape shape) {
    return new StoredTensor(shape, dtype, Optional.empty());
  }
}
