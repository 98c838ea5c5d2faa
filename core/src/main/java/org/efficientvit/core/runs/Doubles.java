package org.efficientvit.core.runs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Numbers as bytes: 64 bits each, the least significant byte first. */
final class Doubles {

  private Doubles() {}

  static byte[] toBytes(List<Double> values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.size() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    values.forEach(bytes::putDouble);
    return bytes.array();
  }

  static List<Double> fromBytes(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<Double> values = new ArrayList<>();
    while (buffer.remaining() >= Double.BYTES) {
      values.add(buffer.getDouble());
    }
    return values;
  }
}
