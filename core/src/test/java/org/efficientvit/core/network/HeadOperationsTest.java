package org.efficientvit.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.efficientvit.core.ops.Operation;
import org.junit.jupiter.api.Test;

class HeadOperationsTest {

  private static final List<String> OPERATIONS =
      Blueprint.of(new EfficientViT(Variant.M0.config()), 1, true).operations().stream()
          .map(Operation::name)
          .toList();

  private static List<String> of(String block, int head) {
    return OPERATIONS.stream().filter(name -> HeadOperations.isOf(name, block, head)).toList();
  }

  @Test
  void aHeadsOperationsReachFromItsSplitToItsOutput() {
    List<String> second = of("blocks2.3", 1);

    assertThat(second).hasSize(15).allMatch(name -> name.startsWith("blocks2.3.mixer.m.attn."));
    assertThat(second.get(0)).endsWith("split.1");
    assertThat(second.get(1)).endsWith("cascade.1");
    assertThat(second.get(14)).endsWith("output.1");
  }

  @Test
  void theFirstHeadHasNoEdgeIntoIt() {
    assertThat(of("blocks2.3", 0)).hasSize(14).noneMatch(name -> name.contains("cascade"));
  }

  @Test
  void whatHeadsShareIsNoHeads() {
    List<String> attention =
        OPERATIONS.stream().filter(name -> name.startsWith("blocks2.3.mixer.m.attn.")).toList();
    List<String> heads =
        IntStream.range(0, 4).boxed().flatMap(head -> of("blocks2.3", head).stream()).toList();

    assertThat(attention.stream().filter(name -> !heads.contains(name)))
        .containsExactly(
            "blocks2.3.mixer.m.attn.concat",
            "blocks2.3.mixer.m.attn.proj.0",
            "blocks2.3.mixer.m.attn.proj.1");
  }
}
