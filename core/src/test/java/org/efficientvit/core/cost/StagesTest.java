package org.efficientvit.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagesTest {

  @ParameterizedTest
  @CsvSource({
    "blocks2.3.mixer.m.attn.qkvs.0, blocks2",
    "patch_embed.0, patch_embed",
    "pool, head",
    "flatten, head",
    "head, head",
    "head_dist.l, head",
    "conv_stem, stem",
    "bn1.act, stem",
    "classifier, head",
    "blocks.11.attn.qkv, blocks",
    "reorder before blocks3.0.ffn0.m.pw1, blocks3",
    "reorder after pool, head",
  })
  void theStageIsTheFirstPartOfTheName(String operation, String stage) {
    assertThat(Stages.of(operation)).isEqualTo(stage);
  }
}
