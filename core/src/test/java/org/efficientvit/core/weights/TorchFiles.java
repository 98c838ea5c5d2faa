package org.efficientvit.core.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.efficientvit.core.tensor.Tensor;

/** PyTorch files, right ones and wrong ones. */
public final class TorchFiles {

  private TorchFiles() {}

  /**
   * What {@code torch.save(model.state_dict(), file)} writes.
   *
   * @param counters names of whole numbers among them, as batch normalisation counts its batches
   */
  public static byte[] stateDict(Map<String, Tensor> tensors, List<String> counters) {
    PickleWriter pickle = new PickleWriter().op(PickleOp.EMPTY_DICT);
    Map<String, byte[]> storages = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          String key = Integer.toString(storages.size());
          long[] sizes = tensor.shape().toLongArray();
          pickle
              .text(name)
              .tensor("FloatStorage", key, tensor.elements(), 0, sizes, strides(sizes))
              .op(PickleOp.SETITEM);
          storages.put(key, floats(tensor.values()));
        });
    for (String name : counters) {
      String key = Integer.toString(storages.size());
      pickle
          .text(name)
          .tensor("LongStorage", key, 1, 0, new long[0], new long[0])
          .op(PickleOp.SETITEM);
      storages.put(key, new byte[Long.BYTES]);
    }
    return zip(pickle.stop(), storages);
  }

  private static long[] strides(long[] sizes) {
    long[] strides = new long[sizes.length];
    long stride = 1;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= sizes[axis];
    }
    return strides;
  }

  /** A ZIP archive as torch.save writes it. */
  static byte[] zip(byte[] pickle, Map<String, byte[]> storages) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("tiny/data.pkl", pickle);
    entries.put("tiny/byteorder", new byte[] {'l', 'i', 't', 't', 'l', 'e'});
    storages.forEach((key, bytes) -> entries.put("tiny/data/" + key, bytes));
    entries.put("tiny/version", new byte[] {'3', '\n'});
    return archive(entries, ZipEntry.STORED);
  }

  static byte[] archive(Map<String, byte[]> entries, int method) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> named : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(named.getKey());
        entry.setMethod(method);
        entry.setSize(named.getValue().length);
        CRC32 crc = new CRC32();
        crc.update(named.getValue());
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(named.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The layout before PyTorch 1.6, with one storage "0" of floats. */
  static byte[] legacy(byte[] pickle, float... storage) {
    ByteArrayOutputStream bytes = legacyHead(pickle, "0");
    bytes.writeBytes(
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(storage.length).array());
    bytes.writeBytes(floats(storage));
    return bytes.toByteArray();
  }

  /** All pickles of the layout before PyTorch 1.6; the storages are to follow. */
  static ByteArrayOutputStream legacyHead(byte[] pickle, String... keys) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        new PickleWriter()
            .raw(0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19)
            .stop());
    bytes.writeBytes(new PickleWriter().number(1001).stop());
    bytes.writeBytes(new PickleWriter().op(PickleOp.EMPTY_DICT).stop());
    bytes.writeBytes(pickle);
    PickleWriter list = new PickleWriter().op(PickleOp.EMPTY_LIST);
    for (String key : keys) {
      list.text(key).op(PickleOp.APPEND);
    }
    bytes.writeBytes(list.stop());
    return bytes;
  }

  static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }

  /** {@code {"a": a view of a storage "0" of floats}}. */
  static byte[] oneTensor(long stored, long offset, long[] sizes, long[] strides) {
    return new PickleWriter()
        .op(PickleOp.EMPTY_DICT)
        .text("a")
        .tensor("FloatStorage", "0", stored, offset, sizes, strides)
        .op(PickleOp.SETITEM)
        .stop();
  }
}
