package org.efficientvit.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.efficientvit.core.cost.HandMade.CEILINGS;
import static org.efficientvit.core.cost.HandMade.cost;
import static org.efficientvit.core.cost.HandMade.exactly;
import static org.efficientvit.core.cost.HandMade.taking;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.ops.OperationKind;
import org.junit.jupiter.api.Test;

class BoundAgreementTest {

  /** Compute 2000 ns, memory 1700 ns, overhead 700 ns. */
  private static final OperationCost PRODUCT =
      cost("product", OperationKind.MATMUL, 100_000, 0, 40_000);

  private static final OperationCost RELU = cost("relu", OperationKind.ACTIVATION, 0, 1000, 8000);

  /** The same with three times the peak, so that the product is bound by memory. */
  private static final Ceilings FASTER =
      new Ceilings(
          "pytorch",
          1,
          true,
          exactly(300),
          CEILINGS.bandwidths(),
          Map.of(
              OperationKind.MATMUL, exactly(700),
              OperationKind.ACTIVATION, exactly(300)));

  private static Profile profile(Ceilings ceilings, ProfiledOperation... operations) {
    NetworkCost network =
        new NetworkCost(
            "hand-made",
            32,
            1,
            true,
            0,
            0,
            Arrays.stream(operations).map(ProfiledOperation::cost).toList());
    return new Profile(
        network,
        ceilings.engine(),
        ceilings,
        3,
        List.of(operations),
        taking(1),
        taking(0),
        taking(1),
        taking(1));
  }

  private static ProfiledOperation timed(OperationCost cost, Ceilings ceilings, double time) {
    return new ProfiledOperation(List.of(cost.name()), cost, taking(time), ceilings.limit(cost));
  }

  @Test
  void theShareIsThatOfTheTimeOfBothOnWhoseBoundTheyAgree() {
    Profile one = profile(CEILINGS, timed(PRODUCT, CEILINGS, 3000), timed(RELU, CEILINGS, 500));
    Profile other = profile(FASTER, timed(PRODUCT, FASTER, 5000), timed(RELU, FASTER, 1500));

    BoundAgreement agreement = BoundAgreement.between(one, other);

    assertThat(agreement.share()).isEqualTo(2000 / 10_000.0);
    assertThat(agreement.disagreements())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.one().name()).isEqualTo("product");
              assertThat(pair.one().bound()).isEqualTo(Bound.COMPUTE);
              assertThat(pair.other().bound()).isEqualTo(Bound.MEMORY);
            });
    assertThat(BoundAgreement.between(one, one))
        .isEqualTo(new BoundAgreement(1, List.of(), List.of()));
  }

  @Test
  void whatIsInOneProfileAloneCannotBeAgreedOn() {
    Profile one = profile(CEILINGS, timed(PRODUCT, CEILINGS, 2000));
    Profile both = profile(CEILINGS, timed(PRODUCT, CEILINGS, 3000), timed(RELU, CEILINGS, 5000));

    BoundAgreement agreement = BoundAgreement.between(one, both);

    assertThat(agreement.share()).isEqualTo(0.5);
    assertThat(agreement.disagreements()).isEmpty();
    assertThat(agreement.alone()).extracting(ProfiledOperation::name).containsExactly("relu");
    assertThat(BoundAgreement.between(both, one)).isEqualTo(agreement);
  }

  @Test
  void profilesOfAnotherEngineAreRefused() {
    Ceilings onnx =
        new Ceilings("onnx", 1, true, CEILINGS.peak(), CEILINGS.bandwidths(), CEILINGS.overheads());
    Profile one = profile(CEILINGS, timed(PRODUCT, CEILINGS, 1));
    Profile other = profile(onnx, timed(PRODUCT, onnx, 1));

    assertThatThrownBy(() -> BoundAgreement.between(one, other)).hasMessageContaining("engines");
  }
}
