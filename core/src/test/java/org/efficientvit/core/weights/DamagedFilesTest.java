package org.efficientvit.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.TestFiles;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever happens to a file's bytes, reading it gives a checkpoint or a sentence. */
class DamagedFilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "zip, 1, 1000",
    "zip, 2, 1000",
    "legacy, 3, 1000",
    "legacy, 4, 1000",
    "safetensors, 5, 1000",
    "safetensors, 6, 1000",
    "bfloat16.pth, 7, 60",
    "legacy_format.pth, 8, 60",
    "timm_half.safetensors, 9, 60"
  })
  void damageGivesASentenceOrAResult(String kind, long seed, int rounds) throws IOException {
    byte[] whole = whole(kind);
    SplittableRandom random = new SplittableRandom(seed);
    Path file = folder.resolve("damaged.pth");

    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int round = 0; round < rounds; round++) {
            Files.write(file, damage(whole, random));
            read(file, round);
          }
        });
  }

  private static void read(Path file, int round) {
    try {
      assertThat(CheckpointReader.read(file).tensors()).isNotNull();
    } catch (InspectorException e) {
      assertThat(e.getMessage()).as("round %d", round).endsWith(".").doesNotContain("\n");
    }
  }

  private static byte[] damage(byte[] whole, SplittableRandom random) {
    byte[] damaged = whole.clone();
    // Half of the damage goes where the structure is and not the numbers.
    int reach = random.nextBoolean() ? damaged.length : Math.min(damaged.length, 600);
    for (int flips = random.nextInt(4); flips >= 0; flips--) {
      damaged[random.nextInt(reach)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(damaged, random.nextInt(reach)) : damaged;
  }

  private byte[] whole(String kind) throws IOException {
    byte[] pickle = TorchFiles.oneTensor(6, 1, new long[] {2, 2}, new long[] {1, 3});
    return switch (kind) {
      case "zip" -> TorchFiles.zip(pickle, Map.of("0", TorchFiles.floats(1, 2, 3, 4, 5, 6)));
      case "legacy" -> TorchFiles.legacy(pickle, 1, 2, 3, 4, 5, 6);
      case "safetensors" -> {
        Path file = folder.resolve("whole.safetensors");
        Tensor tensor = new Tensor(Shape.of(2, 2), new float[] {1, 2, 3, 4});
        SafetensorsWriter.write(file, Map.of("a", tensor), DType.FLOAT32, Map.of("k", "v"));
        yield Files.readAllBytes(file);
      }
      default -> Files.readAllBytes(TestFiles.checkpoint(kind));
    };
  }
}
