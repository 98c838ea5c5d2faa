package org.efficientvit.core.weights;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;

/** Little-endian numbers of every floating kind to and from 32-bit floats. */
final class FloatCodec {

  private static final int CHUNK_BYTES = 1 << 16;

  private FloatCodec() {}

  /**
   * The next numbers of a stream.
   *
   * @param count how many; the caller has checked that the stream declares as many
   * @throws EOFException if the stream ends before
   */
  static float[] read(InputStream in, DType dtype, int count) throws IOException {
    float[] values = new float[count];
    byte[] chunk = new byte[(int) Math.min(CHUNK_BYTES, (long) count * dtype.bytes())];
    int perChunk = CHUNK_BYTES / dtype.bytes();
    for (int done = 0; done < count; ) {
      int now = Math.min(perChunk, count - done);
      int wanted = now * dtype.bytes();
      if (in.readNBytes(chunk, 0, wanted) < wanted) {
        throw new EOFException("the file ends inside a tensor");
      }
      ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, wanted).order(ByteOrder.LITTLE_ENDIAN);
      decode(bytes, dtype, values, done, now);
      done += now;
    }
    return values;
  }

  private static void decode(ByteBuffer bytes, DType dtype, float[] to, int start, int count) {
    for (int i = start; i < start + count; i++) {
      to[i] =
          switch (dtype) {
            case FLOAT64 -> (float) bytes.getDouble();
            case FLOAT32 -> bytes.getFloat();
            case FLOAT16 -> HalfFloat.toFloat(bytes.getShort());
            case BFLOAT16 -> Float.intBitsToFloat(bytes.getShort() << 16);
            default -> throw new IllegalArgumentException(dtype + " is not floating");
          };
    }
  }

  /**
   * Appends numbers to a file.
   *
   * @throws IllegalArgumentException if the kind is neither float32 nor float16
   */
  static void write(WritableByteChannel out, DType dtype, float[] values) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int perChunk = CHUNK_BYTES / dtype.bytes();
    for (int start = 0; start < values.length; start += perChunk) {
      int end = Math.min(values.length, start + perChunk);
      chunk.clear();
      for (int i = start; i < end; i++) {
        switch (dtype) {
          case FLOAT32 -> chunk.putFloat(values[i]);
          case FLOAT16 -> chunk.putShort(HalfFloat.fromFloat(values[i]));
          default -> throw new IllegalArgumentException("cannot write " + dtype);
        }
      }
      chunk.flip();
      while (chunk.hasRemaining()) {
        out.write(chunk);
      }
    }
  }
}
