package org.efficientvit.core.ops.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Memory outside the heap for the inputs of passes, as much as there are passes at once.
 *
 * <p>A fresh buffer in each pass would stay until the collector comes, which knows nothing of
 * memory outside the heap.
 */
final class InputBuffers {

  private final Queue<FloatBuffer> idle = new ConcurrentLinkedQueue<>();

  /** A buffer of these numbers, to be given back. */
  FloatBuffer take(float[] values) {
    FloatBuffer buffer = idle.poll();
    if (buffer == null || buffer.capacity() < values.length) {
      buffer =
          ByteBuffer.allocateDirect(Math.multiplyExact(values.length, Float.BYTES))
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
    }
    return buffer.clear().put(values).flip();
  }

  void give(FloatBuffer buffer) {
    idle.add(buffer);
  }
}
