package org.efficientvit.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

  private static final String FLOAT = "\"dtype\":\"F32\",\"shape\":";

  @TempDir Path folder;

  @Test
  void aRoundTripKeepsNumbersOrderAndMetadata() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("z", new Tensor(Shape.of(2, 2), new float[] {1, -0f, Float.MIN_VALUE, 1e38f}));
    tensors.put("a", new Tensor(Shape.of(), new float[] {7}));
    tensors.put("empty \"<é>\"", new Tensor(Shape.of(0, 3), new float[0]));
    tensors.put("m", new Tensor(Shape.of(50_000), new float[50_000]));
    Map<String, String> metadata = Map.of("model", "m0 \"<&>\" é");
    Path file = folder.resolve("x.safetensors");

    SafetensorsWriter.write(file, tensors, DType.FLOAT32, metadata);
    Checkpoint read = CheckpointReader.read(file);

    assertThat(read.floats().keySet()).containsExactly("z", "a", "empty \"<é>\"", "m");
    assertThat(read.metadata()).isEqualTo(metadata);
    read.floats()
        .forEach(
            (name, tensor) -> {
              assertThat(tensor.shape()).isEqualTo(tensors.get(name).shape());
              assertThat(tensor.values()).isEqualTo(tensors.get(name).values());
            });
  }

  @Test
  void theHeaderIsPaddedToEightBytes() throws IOException {
    for (int length = 1; length < 10; length++) {
      Path file = folder.resolve("x.safetensors");
      Tensor one = new Tensor(Shape.of(1), new float[] {1});

      SafetensorsWriter.write(file, Map.of("x".repeat(length), one), DType.FLOAT32, Map.of());

      byte[] bytes = Files.readAllBytes(file);
      assertThat((bytes.length - Float.BYTES) % 8).isZero();
      assertThat(CheckpointReader.read(file).floats()).hasSize(1);
    }
  }

  @Test
  void writingReplacesAFileAndLeavesNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("x.safetensors"), "before");

    SafetensorsWriter.write(file, Map.of(), DType.FLOAT32, Map.of());

    assertThat(CheckpointReader.read(file).tensors()).isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFolderThatDoesNotExistIsNamed() {
    Path file = folder.resolve("nowhere").resolve("x.safetensors");

    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> SafetensorsWriter.write(file, Map.of(), DType.FLOAT32, Map.of()))
        .withMessageContaining(file + " could not be written");
  }

  @Test
  void onlyTwoKindsAreWritten() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SafetensorsWriter.write(folder.resolve("x"), Map.of(), DType.INT8, Map.of()));
  }

  @Test
  void halvesAreRoundedToTheNearest() {
    float[] values = {1 + 0x1p-11f, 1 + 0x3p-11f, 70000, 0x1p-24f, 0x1p-26f};
    Path file = folder.resolve("x.safetensors");

    SafetensorsWriter.write(
        file, Map.of("a", new Tensor(Shape.of(5), values)), DType.FLOAT16, Map.of());
    Checkpoint read = CheckpointReader.read(file);

    assertThat(read.tensors().get("a").dtype()).isEqualTo(DType.FLOAT16);
    assertThat(read.floats().get("a").values())
        .containsExactly(1, 1 + 0x2p-10f, Float.POSITIVE_INFINITY, 0x1p-24f, 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':{F[4],'data_offsets':[0,16]}} | 8 | should end at byte 16, but only 8",
        "{'a':{F[2],'data_offsets':[8,0]}} | 8 | a has -8 bytes",
        "{'a':{F[2],'data_offsets':[-8,0]}} | 8 | not the JSON",
        "{'a':{F[3],'data_offsets':[0,8]}} | 8 | a has 8 bytes",
        "{'a':{F[2],'data_offsets':[0,8]},'b':{F[2],'data_offsets':[4,12]}} | 12 | b overlaps",
        "{'a':{F[2],'data_offsets':[0,8]},'b':{F[2],'data_offsets':[0,8]}} | 8 | overlaps",
        "{'a':{F[2],'data_offsets':[0,8]},'a':{F[2],'data_offsets':[8,16]}} | 16 | names a twice",
        "{'a':{F[2],'data_offsets':[4,12]}} | 12 | a gap before a",
        "{'a':{F[2],'data_offsets':[0,8]}} | 9 | 1 bytes of numbers belong to no tensor",
        "{'a':{F[99999999999],'data_offsets':[0,8]}} | 8 | a has an impossible shape",
        "{'a':{F[65536,65536],'data_offsets':[0,0]}} | 0 | a has an impossible shape",
        "{'a':{F[2.5],'data_offsets':[0,8]}} | 8 | not the JSON",
        "{'a':{F[2]}} | 8 | not the JSON",
        "{'a':{'dtype':'F8_E4M3','shape':[8],'data_offsets':[0,8]}} | 8 | keeps a as F8_E4M3",
        "{'__metadata__':{'k':3}} | 0 | metadata are not strings",
        "{'__metadata__':{},'__metadata__':{}} | 0 | names __metadata__ twice",
        "{'a':[[[[[[]]]]]]} | 0 | not the JSON",
        "{} {} | 0 | not the JSON",
        "{'a' | 0 | not the JSON"
      })
  void aHeaderThatDoesNotDescribeTheNumbersIsRefused(String header, int dataBytes, String reason)
      throws IOException {
    String json = header.replace("F[", "'dtype':'F32','shape':[").replace('\'', '"');
    Path file = write(json, dataBytes);

    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> CheckpointReader.read(file))
        .withMessageStartingWith("x.safetensors ")
        .withMessageContaining(reason);
  }

  @Test
  void aDataParallelPrefixIsDropped() throws IOException {
    Path file = write("{\"module.a\":{" + FLOAT + "[1],\"data_offsets\":[0,4]}}", 4);

    assertThat(CheckpointReader.read(file).tensors()).containsOnlyKeys("a");
  }

  @Test
  void tensorsBehindTwoGibibytesAreRead() throws IOException {
    long large = 3L << 29;
    String listed = "{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[%d,%d]}";
    String json =
        "{\"a\":%s,\"b\":%s,\"c\":{%s[2],\"data_offsets\":[%d,%d]}}"
            .formatted(
                listed.formatted(large, 0, large),
                listed.formatted(large, large, 2 * large),
                FLOAT,
                2 * large,
                2 * large + 8);
    Path file = write(json, 0);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(TorchFiles.floats(5, 6)), 8 + json.length() + 2 * large);
    }

    assertThat(CheckpointReader.read(file).floats().get("c").values()).containsExactly(5, 6);
  }

  @Test
  void anOverlongHeaderIsRefusedUnread() throws IOException {
    Path file = write("{}", 0);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(littleEndian(200_000_000), 0);
      channel.write(ByteBuffer.wrap(new byte[1]), 300_000_000);
    }

    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> CheckpointReader.read(file))
        .withMessageContaining("its header of 200000000 bytes is too long");
  }

  @Test
  void checkpointsAreValues() throws IOException {
    Path file = write("{\"a\":{" + FLOAT + "[1],\"data_offsets\":[0,4]}}", 4);
    Checkpoint read = CheckpointReader.read(file);

    assertThat(List.of(read.name(), read.format().toString()))
        .containsExactly("x.safetensors", "safetensors");
    assertThat(read.withTensors(Map.of()).tensors()).isEmpty();
  }

  private Path write(String json, int dataBytes) throws IOException {
    byte[] header = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + header.length + dataBytes).put(littleEndian(header.length));
    return Files.write(folder.resolve("x.safetensors"), bytes.put(header).array());
  }

  private static ByteBuffer littleEndian(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).flip();
  }
}
