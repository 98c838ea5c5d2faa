package org.efficientvit.visualizers.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efficientvit.visualizers.ProfileSamples.operation;

import java.util.List;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.core.ops.OperationKind;
import org.junit.jupiter.api.Test;

class StagesTest {

  private static ProfiledOperation own(String name) {
    return operation(name, OperationKind.ADDITION, 0, 1, 1, 1);
  }

  private static ProfiledOperation engines(String name) {
    ProfiledOperation one = operation(name, OperationKind.COPY, 0, 0, 1, 1);
    return new ProfiledOperation(List.of(), one.cost(), one.nanoseconds(), one.limit());
  }

  @Test
  void aCopyThatTheEngineMakesCountsWithTheOperationBeforeIt() {
    List<ProfiledOperation> operations =
        List.of(
            engines("reorder input"),
            own("patch_embed.0"),
            own("blocks1.0.dw0"),
            engines("reorder after blocks1.0.dw0"),
            own("blocks1.1.dw0"),
            own("pool"));

    assertThat(Stages.of(operations))
        .containsExactly("patch_embed", "patch_embed", "blocks1", "blocks1", "blocks1", "head");
    assertThat(Stages.divide(operations).get("blocks1")).isEqualTo(operations.subList(2, 5));
    assertThat(Stages.divide(operations).keySet())
        .containsExactly("patch_embed", "blocks1", "head");
  }
}
