package org.efficientvit.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.TinyNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxExportTest {

  private static final Model MODEL =
      Model.random(TinyNetworks.efficientViT(3).config(), 7)
          .withLabels(List.of("apple", "bell", "clôture"));

  @TempDir Path folder;

  private ModelProto written() throws IOException {
    Path file = folder.resolve("model.onnx");
    OnnxExport.write(MODEL, file, tap -> tap.kind() == Tap.Kind.ATTENTION);
    return ModelProto.parseFrom(Files.readAllBytes(file));
  }

  @Test
  void theFileSaysWhatTheModelIs() throws IOException {
    Map<String, String> metadata = new HashMap<>();
    for (StringStringEntryProto entry : written().getMetadataPropsList()) {
      metadata.put(entry.getKey(), entry.getValue());
    }

    assertThat(metadata)
        .containsEntry("variant", "tiny")
        .containsEntry("image_size", "128")
        .containsEntry("labels", "[\"apple\",\"bell\",\"clôture\"]")
        .containsEntry("mean", "[0.485,0.456,0.406]")
        .containsEntry("std", "[0.229,0.224,0.225]")
        .containsEntry("provenance", "random weights (seed 7)");
  }

  @Test
  void whatIsAskedForComesOutBesideTheLogits() throws IOException {
    assertThat(written().getGraph().getOutputList())
        .extracting(ValueInfoProto::getName)
        .contains("logits", "blocks1.0.attention.0")
        .doesNotContain("blocks1", "blocks1.0.scores.0");
  }

  @Test
  void anOlderFileIsReplacedAndNothingElseIsLeft() throws IOException {
    written();
    written();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("model.onnx"));
    }
  }

  @Test
  void aFolderThatIsNotThereIsToldInASentence() {
    Path file = folder.resolve("absent").resolve("model.onnx");

    assertThatThrownBy(() -> OnnxExport.write(MODEL, file, tap -> false))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("model.onnx could not be written");
  }
}
