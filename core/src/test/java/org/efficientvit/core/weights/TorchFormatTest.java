package org.efficientvit.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TorchFormatTest {

  @TempDir Path folder;

  @Test
  void aTransposedViewBecomesRowMajor() throws IOException {
    byte[] pickle = TorchFiles.oneTensor(7, 1, new long[] {2, 3}, new long[] {1, 2});

    Tensor tensor = onlyTensor(storage(pickle, 9, 0, 1, 2, 3, 4, 5));

    assertThat(tensor.shape()).isEqualTo(Shape.of(2, 3));
    assertThat(tensor.values()).containsExactly(0, 2, 4, 1, 3, 5);
  }

  @Test
  void anExpandedViewRepeatsItsNumbers() throws IOException {
    byte[] pickle = TorchFiles.oneTensor(2, 0, new long[] {2, 2}, new long[] {1, 0});

    assertThat(onlyTensor(storage(pickle, 7, 8)).values()).containsExactly(7, 7, 8, 8);
  }

  @Test
  void theStrideOfASingleEntryDoesNotMatter() throws IOException {
    byte[] pickle = TorchFiles.oneTensor(2, 0, new long[] {1, 2}, new long[] {1L << 40, 1});

    assertThat(onlyTensor(storage(pickle, 7, 8)).values()).containsExactly(7, 8);
  }

  @Test
  void anEmptyTensorNeedsNoNumbers() throws IOException {
    byte[] pickle = TorchFiles.oneTensor(0, 0, new long[] {0, 5}, new long[] {5, 1});

    assertThat(onlyTensor(storage(pickle)).values()).isEmpty();
  }

  @Test
  void theOldFormatGivesTheSame() throws IOException {
    byte[] pickle = TorchFiles.oneTensor(4, 0, new long[] {2, 2}, new long[] {1, 2});

    assertThat(onlyTensor(TorchFiles.legacy(pickle, 1, 2, 3, 4)).values())
        .containsExactly(1, 3, 2, 4);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 1, 4, 1",
    "4, 5, 0, 1",
    "4, 0, 3, 2",
    "4, -1, 2, 1",
    "4, 0, -2, 1",
    "4, 0, 2, -1",
    "4, 0, 2, 9223372036854775807",
    "4, 9223372036854775807, 2, 1",
    "4, 0, 9223372036854775807, 1",
    "4, 0, 2147483647, 4294967298",
    "-4, 0, 1, 1",
    "9223372036854775807, 0, 2, 1"
  })
  void aViewOutsideItsStorageIsRefused(long stored, long offset, long size, long stride)
      throws IOException {
    byte[] pickle = TorchFiles.oneTensor(stored, offset, new long[] {size}, new long[] {stride});

    assertRefused(storage(pickle, 1, 2, 3, 4), "is damaged");
    assertRefused(TorchFiles.legacy(pickle, 1, 2, 3, 4), "is damaged");
  }

  @Test
  void aFewBytesCannotAskForGigabytes() throws IOException {
    byte[] pickle = TorchFiles.oneTensor(1, 0, new long[] {2_000_000_000}, new long[] {0});

    assertRefused(storage(pickle, 1), "its tensors overlap so much that a asks for more");
  }

  @Test
  void aTensorLargerThanTheMemoryIsRefused() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> new MemoryBudget(1L << 40, 1 << 20).claim("a", 1 << 20))
        .withMessageContaining("more than the 1 MiB of memory");
  }

  @Test
  void anArchiveMustHaveTheStorageOfEveryTensor() throws IOException {
    byte[] pickle = TorchFiles.oneTensor(4, 0, new long[] {4}, new long[] {1});

    assertRefused(TorchFiles.zip(pickle, Map.of()), "its archive has no entry tiny/data/0");
    assertRefused(storage(pickle, 1, 2, 3), "storage 0 is shorter than it says");
  }

  @Test
  void anEntryThatIsNotWhereTheArchiveSaysIsDamage() throws IOException {
    byte[] archive = storage(TorchFiles.oneTensor(1, 0, new long[] {1}, new long[] {1}), 1);
    int secondEntry = new String(archive, StandardCharsets.ISO_8859_1).indexOf("PK\u0003\u0004", 1);
    archive[secondEntry] = 0;

    assertRefused(archive, "is damaged: its parts are not where it says they are");
  }

  @Test
  void compressedArchivesAreRefused() throws IOException {
    byte[] bomb = TorchFiles.archive(Map.of("tiny/data.pkl", new byte[1 << 20]), ZipEntry.DEFLATED);

    assertRefused(bomb, "has compressed entries");
  }

  @ParameterizedTest
  @CsvSource({
    "word/document.xml, is a ZIP archive but not a PyTorch checkpoint",
    "tiny/data.pkl tiny/constants.pkl, is a TorchScript program"
  })
  void otherArchivesAreCalledWhatTheyAre(String names, String reason) throws IOException {
    Map<String, byte[]> entries = new java.util.LinkedHashMap<>();
    for (String name : names.split(" ", -1)) {
      entries.put(name, new byte[4]);
    }

    assertRefused(TorchFiles.archive(entries, ZipEntry.STORED), reason);
  }

  @Test
  void bigEndianNumbersAreRefused() throws IOException {
    byte[] archive =
        TorchFiles.archive(
            Map.of("a/data.pkl", new byte[4], "a/byteorder", new byte[] {'b', 'i', 'g'}),
            ZipEntry.STORED);

    assertRefused(archive, "keeps its numbers in big-endian order");
  }

  @Test
  void onlyModelAndStateDictAreWrappers() throws IOException {
    byte[] averaged =
        new PickleWriter()
            .op(PickleOp.EMPTY_DICT)
            .text("model_ema")
            .op(PickleOp.EMPTY_DICT)
            .text("a")
            .tensor("FloatStorage", "0", 1, 0, new long[] {1}, new long[] {1})
            .op(PickleOp.SETITEM)
            .op(PickleOp.SETITEM)
            .stop();

    assertRefused(storage(averaged, 1), "under 'model' or 'state_dict' (there is model_ema)");
  }

  @Test
  void aPickleThatTorchDidNotWriteIsRefused() throws IOException {
    assertRefused(
        new PickleWriter().op(PickleOp.EMPTY_DICT).stop(),
        "is a Python pickle that torch.save did not write");
  }

  @Test
  void storagesBehindTwoGibibytesAreRead() throws IOException {
    long large = 3L << 30;
    byte[] pickle =
        new PickleWriter()
            .op(PickleOp.EMPTY_DICT)
            .text("model")
            .op(PickleOp.EMPTY_DICT)
            .text("a")
            .tensor("FloatStorage", "1", 2, 0, new long[] {2}, new long[] {1})
            .op(PickleOp.SETITEM)
            .op(PickleOp.SETITEM)
            .text("optimizer")
            .tensor("ByteStorage", "0", large, 0, new long[] {1}, new long[] {1})
            .op(PickleOp.SETITEM)
            .stop();
    Path file =
        Files.write(
            folder.resolve("large.pth"), TorchFiles.legacyHead(pickle, "0", "1").toByteArray());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long start = channel.size();
      channel.write(littleEndian(large), start);
      channel.write(littleEndian(2), start + 8 + large);
      channel.write(ByteBuffer.wrap(TorchFiles.floats(5, 6)), start + 16 + large);
    }

    assertThat(CheckpointReader.read(file).floats().get("a").values()).containsExactly(5, 6);
  }

  private static ByteBuffer littleEndian(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).flip();
  }

  private static byte[] storage(byte[] pickle, float... values) {
    return TorchFiles.zip(pickle, Map.of("0", TorchFiles.floats(values)));
  }

  private Tensor onlyTensor(byte[] content) throws IOException {
    return CheckpointReader.read(Files.write(folder.resolve("tiny.pth"), content))
        .floats()
        .get("a");
  }

  private void assertRefused(byte[] content, String reason) throws IOException {
    Path file = Files.write(folder.resolve("tiny.pth"), content);
    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> CheckpointReader.read(file))
        .withMessageStartingWith("tiny.pth ")
        .withMessageContaining(reason);
  }
}
