package org.efficientvit.core.weights;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The format that {@code torch.save} wrote before PyTorch 1.6: five pickles one after the other
 * (magic number, protocol version, machine, objects, keys of the storages), then for each key the
 * number of elements in 8 bytes and the elements.
 */
final class TorchLegacy {

  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final long PROTOCOL = 1001;

  private final FileChannel channel;
  private final long fileBytes;
  private final Map<String, Long> starts = new HashMap<>();
  private long position;

  private TorchLegacy(FileChannel channel) throws IOException {
    this.channel = channel;
    this.fileBytes = channel.size();
  }

  static Checkpoint read(Path file) throws IOException, Refusal {
    try (FileChannel channel = FileChannel.open(file)) {
      return new TorchLegacy(channel).readFrom(file);
    }
  }

  private Checkpoint readFrom(Path file) throws IOException, Refusal {
    TorchObjects objects = new TorchObjects();
    if (!next(objects).equals(MAGIC)) {
      throw new Refusal(
          "is a Python pickle that torch.save did not write; save the weights with torch.save or as safetensors");
    }
    if (!next(objects).equals(PROTOCOL)) {
      throw new Refusal("is of an unknown version of PyTorch's old format; save it again");
    }
    requireLittleEndian(next(objects));
    StateDict state = StateDict.find(next(objects));
    locate(next(objects), objects.storages());
    Map<String, StoredTensor> tensors =
        TorchStorages.read(state.tensors(), this::open, new MemoryBudget(fileBytes));
    return new Checkpoint(file, CheckpointFormat.TORCH_LEGACY, tensors, state.metadata());
  }

  /** Reads the pickle at the position and moves behind it. */
  private Object next(PickleObjects objects) throws IOException, Refusal {
    channel.position(position);
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    PickleInput input = new PickleInput(in, fileBytes - position);
    Object value = new PickleReader(input, objects).read();
    position += input.consumed();
    return value;
  }

  private static void requireLittleEndian(Object machine) throws Refusal {
    if (machine instanceof Pickled.Dict facts
        && Boolean.FALSE.equals(facts.entries().get("little_endian"))) {
      throw new Refusal(
          "keeps its numbers in big-endian order; save it again on an ordinary (little-endian) machine");
    }
  }

  /** Notes where each storage begins, without reading any. */
  private void locate(Object keys, Map<String, StorageRef> storages) throws IOException, Refusal {
    if (!(keys instanceof Pickled.Sequence list)) {
      throw PickleStack.malformed();
    }
    for (Object key : list.items()) {
      StorageRef storage = key instanceof String name ? storages.get(name) : null;
      if (storage == null || readLong() != storage.stored()) {
        throw Refusal.damaged("its storages are not those that its tensors use");
      }
      if (storage.stored() > (fileBytes - position) / storage.dtype().bytes()) {
        throw Refusal.damaged("it ends before its last tensor");
      }
      starts.put(storage.key(), position);
      position += storage.stored() * storage.dtype().bytes();
    }
  }

  private long readLong() throws IOException, Refusal {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw Refusal.damaged("it ends before its last tensor");
      }
    }
    position += Long.BYTES;
    return bytes.flip().getLong();
  }

  private InputStream open(StorageRef storage, long firstByte) throws IOException, Refusal {
    Long start = starts.get(storage.key());
    if (start == null) {
      throw Refusal.damaged("it lacks the storage " + Refusal.printable(storage.key()));
    }
    channel.position(start + firstByte);
    return Channels.newInputStream(channel);
  }
}
