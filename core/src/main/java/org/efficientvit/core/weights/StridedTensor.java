package org.efficientvit.core.weights;

import java.util.List;
import org.efficientvit.core.tensor.Shape;

/**
 * Where the numbers of one tensor lie in a storage: index (i, j, ...) at {@code offset + i·stride0
 * + j·stride1 + ...}. Every index is known to lie inside the storage.
 */
final class StridedTensor {

  private static final int MOST_DIMENSIONS = 64;

  private final StorageRef storage;
  private final long offset;
  private final Shape shape;
  private final long[] strides;
  private final long span;

  private StridedTensor(StorageRef storage, long offset, Shape shape, long[] strides, long span) {
    this.storage = storage;
    this.offset = offset;
    this.shape = shape;
    this.strides = strides;
    this.span = span;
  }

  /**
   * A view as a file declares it.
   *
   * @throws Refusal if sizes or strides make no sense or reach outside the storage
   */
  static StridedTensor of(StorageRef storage, long offset, List<?> sizes, List<?> strides)
      throws Refusal {
    int rank = sizes.size();
    if (rank != strides.size() || rank > MOST_DIMENSIONS || offset < 0) {
      throw impossible();
    }
    int[] extents = new int[rank];
    long[] steps = new long[rank];
    long last = 0;
    try {
      for (int axis = 0; axis < rank; axis++) {
        extents[axis] = Math.toIntExact(number(sizes.get(axis)));
        steps[axis] = number(strides.get(axis));
        long reach = Math.multiplyExact(Math.max(0L, extents[axis] - 1L), steps[axis]);
        last = Math.addExact(last, reach);
      }
      Shape shape = Shape.of(extents);
      long span = shape.elements() == 0 ? 0 : Math.addExact(last, 1);
      if (offset > storage.elements() || span > storage.elements() - offset) {
        throw Refusal.damaged("a tensor of shape %s reaches outside its storage".formatted(shape));
      }
      return new StridedTensor(storage, offset, shape, steps, span);
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw Refusal.damaged("it has a tensor of impossible size", e);
    }
  }

  private static long number(Object size) throws Refusal {
    if (size instanceof Long number && number >= 0) {
      return number;
    }
    throw impossible();
  }

  private static Refusal impossible() {
    return Refusal.damaged("it has a tensor of impossible size");
  }

  StorageRef storage() {
    return storage;
  }

  /** The first number, counted from the beginning of what the file keeps under the key. */
  long start() {
    return storage.first() + offset;
  }

  Shape shape() {
    return shape;
  }

  /** How many numbers there are from the first to the last, both included. */
  long span() {
    return span;
  }

  /** Whether the numbers already lie row-major and without gaps. */
  boolean isContiguous() {
    long expected = 1;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      if (shape.dimension(axis) != 1 && strides[axis] != expected) {
        return shape.elements() == 0;
      }
      expected *= shape.dimension(axis);
    }
    return true;
  }

  /** The numbers row-major, out of those of the whole {@linkplain #span() span}. */
  float[] gather(float[] spanned) {
    float[] values = new float[shape.elements()];
    int[] index = new int[shape.rank()];
    int position = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = spanned[position];
      for (int axis = index.length - 1; axis >= 0; axis--) {
        position += (int) strides[axis];
        if (++index[axis] < shape.dimension(axis)) {
          break;
        }
        position -= (int) (strides[axis] * shape.dimension(axis));
        index[axis] = 0;
      }
    }
    return values;
  }
}
