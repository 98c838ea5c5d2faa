package org.efficientvit.core.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickles operation by operation, right ones and wrong ones. */
final class PickleWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  PickleWriter() {
    op(PickleOp.PROTO).raw(2);
  }

  PickleWriter op(PickleOp op) {
    return raw(op.code());
  }

  PickleWriter raw(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }

  PickleWriter text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    op(PickleOp.BINUNICODE).little(4, bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  PickleWriter number(long value) {
    return op(PickleOp.LONG1).raw(8).little(8, value);
  }

  PickleWriter global(String module, String name) {
    op(PickleOp.GLOBAL);
    out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  PickleWriter numbers(long... values) {
    op(PickleOp.MARK);
    for (long value : values) {
      number(value);
    }
    return op(PickleOp.TUPLE);
  }

  /** A tensor that is a view of a storage. */
  PickleWriter tensor(
      String storageType, String key, long stored, long offset, long[] sizes, long[] strides) {
    global("torch._utils", "_rebuild_tensor_v2").op(PickleOp.MARK);
    op(PickleOp.MARK).text("storage").global("torch", storageType).text(key).text("cpu");
    number(stored).op(PickleOp.TUPLE).op(PickleOp.BINPERSID);
    number(offset).numbers(sizes).numbers(strides).op(PickleOp.NEWFALSE);
    global("collections", "OrderedDict").op(PickleOp.EMPTY_TUPLE).op(PickleOp.REDUCE);
    return op(PickleOp.TUPLE).op(PickleOp.REDUCE);
  }

  byte[] stop() {
    op(PickleOp.STOP);
    return out.toByteArray();
  }

  PickleWriter little(int length, long value) {
    byte[] bytes =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    out.write(bytes, 0, length);
    return this;
  }
}
