package org.efficientvit.core.evaluate;

import java.util.List;
import java.util.stream.IntStream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Preprocessing;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that the network sees together.
 *
 * @param pictures in their order, those too that could not be read
 * @param memory that holds the others, each (3, S, S) at its place; used again for a later batch
 */
record PreparedBatch(List<Prepared> pictures, Memory memory) {

  private static final int CHANNELS = 3;

  /**
   * One picture, or why there is none.
   *
   * @param index the picture's number in its source
   */
  record Prepared(int index, String name, int label, @Nullable InspectorException problem) {

    boolean isReadable() {
      return problem == null;
    }
  }

  /** Room for one batch. */
  static final class Memory {

    private final int imageSize;
    private final float[] values;

    Memory(int batch, Preprocessing preprocessing) {
      this.imageSize = preprocessing.imageSize();
      this.values = new float[batch * elements()];
    }

    /** How many numbers a picture has. */
    int elements() {
      return CHANNELS * imageSize * imageSize;
    }

    /** All numbers, to be written to by who prepares pictures. */
    float[] values() {
      return values;
    }
  }

  List<Prepared> readable() {
    return pictures.stream().filter(Prepared::isReadable).toList();
  }

  /**
   * The readable pictures, (B, 3, S, S); over this batch's memory where they fill it, so that it is
   * good until the memory is used again.
   */
  Tensor images() {
    int size = memory.elements();
    int[] places =
        IntStream.range(0, pictures.size()).filter(i -> pictures.get(i).isReadable()).toArray();
    Shape shape = Shape.of(places.length, CHANNELS, memory.imageSize, memory.imageSize);
    if (shape.elements() == memory.values.length) {
      return new Tensor(shape, memory.values);
    }
    float[] values = new float[shape.elements()];
    for (int i = 0; i < places.length; i++) {
      System.arraycopy(memory.values, places[i] * size, values, i * size, size);
    }
    return new Tensor(shape, values);
  }
}
