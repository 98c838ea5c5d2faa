package org.efficientvit.core.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.TestFiles;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointReaderTest {

  private static final Duration QUICKLY = Duration.ofSeconds(5);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "official.pth",
        "official_training.pth",
        "bare_state_dict.pth",
        "legacy_format.pth",
        "data_parallel_prefix.pth",
        "shared_and_strided.pth",
        "timm_names.pth",
        "timm_names.safetensors"
      })
  void everyFormGivesTheSameTensors(String name) {
    Map<String, Tensor> reference = official("official_names.safetensors");
    Map<String, Tensor> read = official(name);

    assertThat(read.keySet()).containsExactlyInAnyOrderElementsOf(reference.keySet());
    read.forEach(
        (tensor, values) -> {
          Tensor expected = reference.get(tensor);
          assertThat(values.shape()).as(tensor).isEqualTo(expected.shape());
          assertThat(Arrays.equals(values.values(), expected.values())).as(tensor).isTrue();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "half.pth, FLOAT16, 0x1p-11",
    "bfloat16.pth, BFLOAT16, 0x1p-8",
    "timm_half.safetensors, FLOAT16, 0x1p-11"
  })
  void reducedPrecisionGivesTheNearestNumbers(String name, DType dtype, double unit) {
    Map<String, Tensor> exact = official("official_names.safetensors");

    official(name)
        .forEach(
            (tensor, values) -> {
              float[] expected = exact.get(tensor).values();
              for (int i = 0; i < expected.length; i++) {
                double error = Math.abs((double) values.values()[i] - expected[i]);
                if (error > Math.abs(expected[i]) * unit + 0x1p-25) {
                  Assertions.fail("%s[%d] is off by %g", tensor, i, error);
                }
              }
            });
    assertThat(read(name).tensors().values())
        .filteredOn(tensor -> tensor.dtype().isFloating())
        .allMatch(tensor -> tensor.dtype() == dtype);
  }

  @Test
  void tensorsKeepTheOrderOfTheFile() {
    assertThat(NameScheme.toOfficial(read("official.pth")).tensors().keySet())
        .containsExactlyElementsOf(official("official_names.safetensors").keySet());
  }

  @Test
  void wholeNumbersAreListedWithTheirKind() {
    StoredTensor counter = read("official.pth").tensors().get("head.bn.num_batches_tracked");

    assertThat(counter.dtype()).isEqualTo(DType.INT64);
    assertThat(counter.shape().rank()).isZero();
    assertThat(counter.values()).isEmpty();
  }

  @Test
  void foldedAndDistilledCheckpointsReadAsNamed() {
    assertThat(read("fused.pth").floats())
        .containsKeys("patch_embed.0.weight", "patch_embed.0.bias", "head.weight");
    assertThat(read("distillation_head.pth").floats())
        .containsKeys("head.l.bias", "head_dist.l.bias");
  }

  @Test
  void wordsAndNumbersBesideTheModelAreMetadata() {
    assertThat(read("official_training.pth").metadata())
        .containsEntry("epoch", "299")
        .containsEntry("args.opt", "adamw")
        .containsEntry("args.dist_eval", "true");
    assertThat(read("timm_names.safetensors").metadata()).containsEntry("format", "pt");
  }

  @ParameterizedTest
  @CsvSource({
    "official.pth, TORCH_ZIP",
    "legacy_format.pth, TORCH_LEGACY",
    "timm_half.safetensors, SAFETENSORS"
  })
  void theFormatIsToldByTheContent(String name, CheckpointFormat format, @TempDir Path folder)
      throws Exception {
    Path misnamed = Files.copy(TestFiles.checkpoint(name), folder.resolve("weights.bin"));

    assertThat(CheckpointReader.read(misnamed).format()).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hostile_system.pth | asks Python to call posix.system when it is opened",
        "hostile_plain.pkl.pth | asks Python to call __builtin__.eval when it is opened",
        "truncated.pth | is cut short or damaged",
        "empty.pth | is empty",
        "not_a_checkpoint.pth | is a web page",
        "offsets_past_end.safetensors | a should end at byte 64, but only 16 bytes of numbers are there",
        "huge_header.safetensors | its header claims 4611686018427387904 bytes"
      })
  void whatCannotBeReadIsRefusedInOneSentence(String name, String reason) {
    Assertions.assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> timed(name))
        .satisfies(
            e -> assertThat(e.getMessage()).startsWith(name + " ").contains(reason).endsWith("."))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").contains("; "));
    assertThat(Path.of("EXECUTED")).doesNotExist();
    assertThat(TestFiles.checkpoint(name).resolveSibling("EXECUTED")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "notes: nothing here | is a text file",
        "'{\"epoch\": 3, \"model\": {}}' | is a text file",
        "version https://git-lfs.example/spec/v1 | is a Git LFS pointer",
        "<?xml version='1.0'?> | is a web page",
        "<!DOCTYPE HTML><title>Sign in</title> | is a web page"
      })
  void otherFilesAreCalledWhatTheyAre(String content, String reason, @TempDir Path folder)
      throws Exception {
    Path file = Files.writeString(folder.resolve("m0.pth"), content);

    Assertions.assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> CheckpointReader.read(file))
        .withMessageStartingWith("m0.pth " + reason);
  }

  @Test
  void missingFilesAndFoldersAreRefused(@TempDir Path folder) {
    Assertions.assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> CheckpointReader.read(folder.resolve("m0.pth")))
        .withMessageContaining("does not exist");
    Assertions.assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> CheckpointReader.read(folder))
        .withMessageContaining("is a folder");
  }

  private static Checkpoint timed(String name) {
    return org.junit.jupiter.api.Assertions.assertTimeout(QUICKLY, () -> read(name));
  }

  private static Checkpoint read(String name) {
    return CheckpointReader.read(TestFiles.checkpoint(name));
  }

  private static Map<String, Tensor> official(String name) {
    return new LinkedHashMap<>(NameScheme.toOfficial(read(name)).floats());
  }
}
