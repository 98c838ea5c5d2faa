package org.efficientvit.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.TestFiles;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSchemeTest {

  @Test
  void everyTimmNameOfM0BecomesItsOfficialName() throws Exception {
    String json =
        Files.readString(TestFiles.path(CheckpointReader.class, "official_to_timm_names.json"));
    JsonObject names = JsonParser.parseString(json).getAsJsonObject();

    assertThat(names.size()).isEqualTo(693);
    for (String official : names.keySet()) {
      String timm = names.get(official).getAsString();
      assertThat(TimmNames.toOfficial(timm)).isEqualTo(official);
      assertThat(TimmNames.toOfficial(official)).isEqualTo(official);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "stages.0.blocks.11.dw0.m.conv.weight, blocks1.11.dw0.m.c.weight",
    "stages.2.blocks.9.mixer.m.attn.qkvs.15.conv.weight, blocks3.12.mixer.m.attn.qkvs.15.c.weight",
    "head_dist.linear.weight, head_dist.l.weight",
    "stages.1.blocks.0.dw0.m.weight, blocks2.3.dw0.m.weight"
  })
  void theRuleHoldsForAnyDepthAndHeads(String timm, String official) {
    assertThat(TimmNames.toOfficial(timm)).isEqualTo(official);
  }

  @Test
  void theSchemeIsToldFromTheNames() {
    assertThat(NameScheme.detect(List.of("head.bn.bias", "blocks1.0.dw0.m.c.weight")))
        .isEqualTo(NameScheme.OFFICIAL);
    assertThat(NameScheme.detect(List.of("head.bn.bias", "stages.0.blocks.0.dw0.m.conv.weight")))
        .isEqualTo(NameScheme.TIMM);
    assertThat(NameScheme.detect(List.of("conv1.weight", "blocks.0.attn.qkv.weight")))
        .isEqualTo(NameScheme.OTHER);
  }

  @Test
  void oneTensorUnderBothNamesIsRefused() {
    StoredTensor one = StoredTensor.of(DType.FLOAT32, new Tensor(Shape.of(1), new float[1]));
    Checkpoint both =
        new Checkpoint(
            Path.of("both.pth"),
            CheckpointFormat.TORCH_ZIP,
            Map.of("head.l.bias", one, "head.linear.bias", one),
            Map.of());

    assertThatExceptionOfType(InspectorException.class)
        .isThrownBy(() -> NameScheme.toOfficial(both))
        .withMessageStartingWith("both.pth holds head.l.bias twice");
  }
}
