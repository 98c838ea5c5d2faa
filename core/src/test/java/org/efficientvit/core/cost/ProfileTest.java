package org.efficientvit.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.efficientvit.core.cost.HandMade.CEILINGS;
import static org.efficientvit.core.cost.HandMade.cost;
import static org.efficientvit.core.cost.HandMade.profiled;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.trace.OperationSamples;
import org.efficientvit.core.trace.OperationSamples.Traffic;
import org.efficientvit.core.trace.PassSamples;
import org.junit.jupiter.api.Test;

class ProfileTest {

  /** Compute 2000 ns, memory 1700 ns, overhead 700 ns. */
  private static final OperationCost PRODUCT =
      cost("product", OperationKind.MATMUL, 100_000, 0, 40_000);

  /** Compute 10 ns, memory 160 ns, overhead 300 ns. */
  private static final OperationCost RELU = cost("relu", OperationKind.ACTIVATION, 0, 1000, 8000);

  /** Compute 100 ns, memory 1200 ns, overhead 300 ns. */
  private static final OperationCost WIDE_RELU =
      cost("wide_relu", OperationKind.ACTIVATION, 0, 10_000, 30_000);

  private static final OperationCost VIEW = cost("view", OperationKind.VIEW, 0, 0, 0);

  private static final NetworkCost NETWORK =
      new NetworkCost("hand-made", 32, 1, true, 0, 0, List.of(PRODUCT, RELU, VIEW));

  @Test
  void eachOperationHasItsMedianItsBoundAndItsEfficiency() {
    Profile profile =
        Profile.of(
            NETWORK,
            passes(
                one("product", 4000, 9000, 3900),
                one("relu", 600, 500, 700),
                one("view", 400, 440, 2)),
            CEILINGS);

    assertThat(profile.operations())
        .extracting(ProfiledOperation::name)
        .containsExactly("product", "relu", "view");
    assertThat(profile.operations())
        .extracting(one -> one.nanoseconds().value())
        .containsExactly(4000.0, 600.0, 400.0);
    assertThat(profile.operations())
        .extracting(ProfiledOperation::bound)
        .containsExactly(Bound.COMPUTE, Bound.OVERHEAD, Bound.OVERHEAD);
    assertThat(profile.operations())
        .extracting(ProfiledOperation::efficiency)
        .containsExactly(2000 / 4000.0, 300 / 600.0, 1.0);
    assertThat(profile.operations().get(0).gigaflops()).isEqualTo(50);
    assertThat(profile.operations().get(0).gigabytes()).isEqualTo(10);
  }

  @Test
  void whatIsNeitherInAnOperationNorBeforeTheFirstIsShown() {
    Profile profile =
        Profile.of(
            NETWORK,
            passes(one("product", 4000, 9000, 3000), one("relu", 600, 100, 1000)),
            CEILINGS);

    assertThat(profile.together()).isEqualTo(new Median(4600, 4000, 9100));
    assertThat(profile.pass().value()).isEqualTo(6000);
    assertThat(profile.reading().value()).isEqualTo(500);
    assertThat(profile.rest()).isEqualTo(900);
    assertThat(profile.accounted()).isEqualTo(5100 / 6000.0);
    assertThat(profile.passes()).isEqualTo(3);
  }

  @Test
  void disturbanceIsTheMedianOfTheRatiosOfNeighbouringPasses() {
    Profile profile = Profile.of(NETWORK, passes(one("product", 1, 1, 1)), CEILINGS);

    // 6300 / 6000, 5050 / 5000, 9090 / 9000
    assertThat(profile.disturbance().value()).isEqualTo(1.01);
  }

  @Test
  void timeIsSharedOutByTheLargestLimit() {
    List<ProfiledOperation> operations =
        List.of(
            profiled(PRODUCT, 5000),
            profiled(RELU, 1000),
            profiled(WIDE_RELU, 3000),
            profiled(VIEW, 1000));

    Shares shares = Shares.of(operations, Grouping.LIMIT);

    assertThat(shares).isEqualTo(new Shares(0.3, 0.5, 0.2));
    assertThat(shares.of(Bound.MEMORY) + shares.of(Bound.COMPUTE) + shares.of(Bound.OVERHEAD))
        .isEqualTo(1, within(1e-12));
  }

  @Test
  void thePaperCountsByTheSortOfOperationAlone() {
    List<ProfiledOperation> operations =
        List.of(
            profiled(PRODUCT, 5000),
            profiled(RELU, 1000),
            profiled(WIDE_RELU, 3000),
            profiled(VIEW, 1000));

    assertThat(Shares.of(operations, Grouping.PAPER)).isEqualTo(new Shares(0.5, 0.5, 0));
  }

  @Test
  void whatAnEngineMergesCostsItsMembersTogetherAndTheBytesThatTheEngineNames() {
    Traffic traffic = new Traffic(OperationKind.MATMUL, 7000, 3000, 1000);
    OperationSamples merged =
        new OperationSamples(
            "relu", List.of("product", "relu"), Optional.of(traffic), List.of(5000L, 5000L, 5000L));

    ProfiledOperation operation = Profile.of(NETWORK, passes(merged), CEILINGS).operations().get(0);

    assertThat(operation.isMerged()).isTrue();
    assertThat(operation.cost())
        .isEqualTo(
            new OperationCost(
                "relu", OperationKind.MATMUL, RELU.output(), 100_000, 1000, 0, 7000, 3000, 1000));
    assertThat(operation.limit().compute()).isEqualTo(201_000 / 100.0);
  }

  @Test
  void aCopyThatAnEngineMakesForItselfHasItsOwnRow() {
    OperationSamples reorder =
        new OperationSamples(
            "reorder",
            List.of(),
            Optional.of(new Traffic(OperationKind.COPY, 400, 0, 400)),
            List.of(900L, 900L, 900L));

    ProfiledOperation operation =
        Profile.of(NETWORK, passes(reorder), CEILINGS).operations().get(0);

    assertThat(operation.cost().output()).isEqualTo(Shape.of(100));
    assertThat(operation.cost().flops()).isZero();
    assertThat(operation.isMerged()).isFalse();
  }

  @Test
  void whatIsFasterThanItsLimitByMoreThanTheToleranceIsNamed() {
    Profile profile =
        Profile.of(
            NETWORK,
            // Limits of 2000, 300 and 400 ns.
            passes(
                one("product", 1799, 1799, 1799),
                one("relu", 271, 271, 271),
                one("view", 400, 400, 400)),
            CEILINGS);

    assertThat(profile.fasterThanPossible(0.1))
        .extracting(ProfiledOperation::name)
        .containsExactly("product");
    assertThat(profile.fasterThanPossible(0))
        .extracting(ProfiledOperation::name)
        .containsExactly("product", "relu");
    assertThat(profile.fasterThanPossible(0.11)).isEmpty();
  }

  @Test
  void operationsStandTogetherByStageAndByKindInTheOrderOfTheNetwork() {
    Profile profile =
        Profile.of(
            NETWORK,
            passes(one("view", 1, 1, 1), one("product", 1, 1, 1), one("relu", 1, 1, 1)),
            CEILINGS);

    assertThat(profile.byStage().keySet()).containsExactly("view", "product", "relu");
    assertThat(profile.byKind().keySet())
        .containsExactly(OperationKind.VIEW, OperationKind.MATMUL, OperationKind.ACTIVATION);
    assertThat(profile.byKind().get(OperationKind.MATMUL))
        .extracting(ProfiledOperation::name)
        .containsExactly("product");
  }

  @Test
  void figuresOfAnotherEngineOrAnotherNetworkAreRefused() {
    PassSamples onnx =
        new PassSamples(
            "onnx", 1, List.of(1L), List.of(0L), List.of(1L), List.of(one("product", 1)));

    assertThatThrownBy(() -> Profile.of(NETWORK, onnx, CEILINGS))
        .hasMessageContaining("pytorch")
        .hasMessageContaining("onnx");
    assertThatThrownBy(() -> Profile.of(NETWORK, passes(one("stranger", 1, 1, 1)), CEILINGS))
        .hasMessageContaining("stranger");
  }

  private static OperationSamples one(String name, long... nanoseconds) {
    return new OperationSamples(
        name, List.of(name), Optional.empty(), Arrays.stream(nanoseconds).boxed().toList());
  }

  private static PassSamples passes(OperationSamples... operations) {
    return new PassSamples(
        "pytorch",
        1,
        List.of(6000L, 5000L, 9000L),
        List.of(500L, 400L, 600L),
        List.of(6300L, 5050L, 9090L),
        List.of(operations));
  }
}
