package org.efficientvit.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.efficientvit.core.cost.HandMade.CEILINGS;
import static org.efficientvit.core.cost.HandMade.cost;
import static org.efficientvit.core.cost.HandMade.profiled;
import static org.efficientvit.core.cost.HandMade.taking;

import java.util.List;
import org.efficientvit.core.ops.OperationKind;
import org.junit.jupiter.api.Test;

class ProfilePairTest {

  private static Profile profile(String network, int batch, ProfiledOperation... operations) {
    NetworkCost counted =
        new NetworkCost(
            network,
            32,
            batch,
            true,
            0,
            0,
            List.of(operations).stream().map(ProfiledOperation::cost).toList());
    return new Profile(
        counted,
        "pytorch",
        CEILINGS,
        1,
        List.of(operations),
        taking(10_000),
        taking(0),
        taking(9000),
        taking(1));
  }

  private static ProfiledOperation operation(String name, OperationKind kind, double time) {
    return profiled(cost(name, kind, 10, 0, 10), time);
  }

  private static final Profile LEAN =
      profile(
          "lean",
          1,
          operation("product", OperationKind.MATMUL, 5000),
          operation("relu", OperationKind.ACTIVATION, 400),
          operation("relu2", OperationKind.ACTIVATION, 300));

  private static final Profile WIDE =
      profile(
          "wide",
          1,
          operation("stem", OperationKind.CONVOLUTION_KXK, 900),
          operation("product", OperationKind.MATMUL, 5500),
          operation("swish", OperationKind.ACTIVATION, 3000));

  @Test
  void kindsStandByHowMuchTheyDifferEvenWhereOneNetworkHasNone() {
    ProfilePair pair = new ProfilePair(LEAN, WIDE);

    assertThat(pair.byKind())
        .containsExactly(
            new ProfilePair.KindTimes(OperationKind.ACTIVATION, 700, 3000),
            new ProfilePair.KindTimes(OperationKind.CONVOLUTION_KXK, 0, 900),
            new ProfilePair.KindTimes(OperationKind.MATMUL, 5000, 5500));
    assertThat(pair.byKind().get(0).added()).isEqualTo(2300);
    assertThat(new ProfilePair(WIDE, LEAN).byKind().get(0).added()).isEqualTo(-2300);
  }

  @Test
  void theSlowestOperationsOfBothMakeTheDifference() {
    assertThat(new ProfilePair(LEAN, WIDE).largest(3))
        .extracting(one -> one.network() + " " + one.operation().name())
        .containsExactly("wide product", "lean product", "wide swish");
    assertThat(new ProfilePair(LEAN, WIDE).largest(100)).hasSize(6);
  }

  @Test
  void networksThatDidNotRunAlikeAreNoPair() {
    Profile other = profile("lean", 2, operation("product", OperationKind.MATMUL, 5000));

    assertThatThrownBy(() -> new ProfilePair(LEAN, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lean and lean did not run alike");
  }
}
