package org.efficientvit.core.weights;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.tensor.Tensor;

/** Writes safetensors files, which every tool reads and which can hold nothing but numbers. */
public final class SafetensorsWriter {

  private static final int ALIGNMENT = 8;

  private SafetensorsWriter() {}

  /**
   * Writes tensors in their order. The file appears {@linkplain WholeFile whole or not at all}.
   *
   * @param dtype {@link DType#FLOAT32}, or {@link DType#FLOAT16}: then numbers are rounded to the
   *     nearest, ties to even, and become infinite from 65520 on
   * @param metadata strings to keep in the header
   * @throws InspectorException if the file cannot be written
   * @throws IllegalArgumentException if the kind is another one, or a tensor is named {@code
   *     __metadata__}
   */
  public static void write(
      Path file, Map<String, Tensor> tensors, DType dtype, Map<String, String> metadata) {
    if (dtype != DType.FLOAT32 && dtype != DType.FLOAT16) {
      throw new IllegalArgumentException("cannot write " + dtype);
    }
    if (tensors.containsKey(SafetensorsHeader.METADATA)) {
      throw new IllegalArgumentException("a tensor is named " + SafetensorsHeader.METADATA);
    }
    WholeFile.write(file, out -> writeAll(out, tensors, dtype, metadata));
  }

  private static void writeAll(
      FileChannel out, Map<String, Tensor> tensors, DType dtype, Map<String, String> metadata)
      throws IOException {
    ByteBuffer header = header(tensors, dtype, metadata);
    while (header.hasRemaining()) {
      out.write(header);
    }
    for (Tensor tensor : tensors.values()) {
      FloatCodec.write(out, dtype, tensor.values());
    }
  }

  private static ByteBuffer header(
      Map<String, Tensor> tensors, DType dtype, Map<String, String> metadata) throws IOException {
    byte[] json = json(tensors, dtype, metadata).getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer header = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(padded).put(json);
    while (header.hasRemaining()) {
      header.put((byte) ' ');
    }
    return header.flip();
  }

  private static String json(Map<String, Tensor> tensors, DType dtype, Map<String, String> metadata)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      if (!metadata.isEmpty()) {
        json.name(SafetensorsHeader.METADATA).beginObject();
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
          json.name(entry.getKey()).value(entry.getValue());
        }
        json.endObject();
      }
      long begin = 0;
      for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
        long end = begin + (long) entry.getValue().elements() * dtype.bytes();
        json.name(entry.getKey()).beginObject().name("dtype").value(dtype.code());
        json.name("shape").beginArray();
        for (int extent : entry.getValue().shape().toArray()) {
          json.value(extent);
        }
        json.endArray();
        json.name("data_offsets").beginArray().value(begin).value(end).endArray();
        json.endObject();
        begin = end;
      }
      json.endObject();
    }
    return text.toString();
  }
}
