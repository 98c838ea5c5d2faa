package org.efficientvit.core.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.efficientvit.core.tensor.Tensor;

/**
 * The safetensors format: the length of a JSON header in 8 bytes, the header, then the numbers of
 * all tensors without gaps.
 */
final class SafetensorsReader {

  private static final long LONGEST_HEADER = 100_000_000;

  private SafetensorsReader() {}

  static Checkpoint read(Path file) throws IOException, Refusal {
    try (FileChannel channel = FileChannel.open(file)) {
      long length = headerLength(channel);
      byte[] json = new byte[(int) length];
      fill(channel, ByteBuffer.wrap(json), Long.BYTES);
      long dataStart = Long.BYTES + length;
      SafetensorsHeader header = SafetensorsHeader.parse(json, channel.size() - dataStart);
      return new Checkpoint(
          file,
          CheckpointFormat.SAFETENSORS,
          StateDict.withoutPrefix(tensors(channel, dataStart, header)),
          header.metadata());
    }
  }

  private static long headerLength(FileChannel channel) throws IOException, Refusal {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    fill(channel, bytes, 0);
    long length = bytes.flip().getLong();
    if (length < 0 || length > channel.size() - Long.BYTES) {
      throw Refusal.damaged(
          "its header claims %s bytes, more than the file has"
              .formatted(Long.toUnsignedString(length)));
    }
    if (length > LONGEST_HEADER) {
      throw Refusal.damaged("its header of %d bytes is too long".formatted(length));
    }
    return length;
  }

  private static void fill(FileChannel channel, ByteBuffer bytes, long position)
      throws IOException, Refusal {
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw Refusal.damaged("it ends inside its header");
      }
    }
  }

  private static Map<String, StoredTensor> tensors(
      FileChannel channel, long dataStart, SafetensorsHeader header) throws IOException, Refusal {
    MemoryBudget budget = new MemoryBudget(channel.size());
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, SafetensorsHeader.Entry> named : header.entries().entrySet()) {
      SafetensorsHeader.Entry entry = named.getValue();
      if (entry.dtype().isFloating()) {
        int count = entry.shape().elements();
        budget.claim(named.getKey(), count);
        channel.position(dataStart + entry.begin());
        float[] values = FloatCodec.read(Channels.newInputStream(channel), entry.dtype(), count);
        tensors.put(
            named.getKey(), StoredTensor.of(entry.dtype(), new Tensor(entry.shape(), values)));
      } else {
        tensors.put(named.getKey(), StoredTensor.listed(entry.dtype(), entry.shape()));
      }
    }
    return tensors;
  }
}
