package org.efficientvit.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.efficientvit.core.claims.Statement;
import org.efficientvit.core.cost.Bandwidth;
import org.efficientvit.core.cost.Bound;
import org.efficientvit.core.cost.Ceiling;
import org.efficientvit.core.cost.CeilingStore.Measured;
import org.efficientvit.core.cost.Ceilings;
import org.efficientvit.core.cost.Grouping;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.published.PublishedFigures;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.trace.OperationSamples;
import org.efficientvit.core.trace.PassSamples;
import org.junit.jupiter.api.Test;

class ClaimReasonsTest {

  private static final Ceiling ONE = new Ceiling(1, 1, 1, 1);
  private static final Machine MACHINE =
      new Machine("p", 1, 1, OptionalDouble.empty(), 1, "s", Map.of(), OptionalDouble.empty());
  private static final List<Statement> ALL = Statement.all(PublishedFigures.standard());

  private final List<ProfilePlan> plans = new ArrayList<>();

  /** Every operation of every network takes 1 to 3 µs, half of them 2 or more. */
  private Profiling.Result profiled(ProfilePlan plan) {
    plans.add(plan);
    String engine = plan.engine().engine().toString();
    Ceilings ceilings =
        new Ceilings(
            engine,
            1,
            true,
            ONE,
            List.of(new Bandwidth(1000, ONE)),
            Map.of(OperationKind.VIEW, ONE));
    List<ProfiledNetwork> networks = new ArrayList<>();
    for (ModelRequest request : plan.models()) {
      for (int batch : plan.batches()) {
        NetworkCost cost = NetworkCost.of(request.design().orElseThrow().network(), batch, true);
        List<OperationSamples> samples =
            cost.operations().stream()
                .map(
                    one ->
                        new OperationSamples(
                            one.name(),
                            List.of(one.name()),
                            Optional.empty(),
                            List.of(1000L, 2000L, 3000L)))
                .toList();
        List<Long> passes = Collections.nCopies(3, 1_000_000L);
        Profile profile =
            Profile.of(cost, new PassSamples(engine, 1, passes, passes, passes, samples), ceilings);
        networks.add(new ProfiledNetwork(1000, "random", true, profile));
      }
    }
    return new Profiling.Result(MACHINE, new Measured(ceilings, Instant.EPOCH), networks, true);
  }

  private static List<Statement> of(String id) {
    return ALL.stream().filter(one -> one.id().equals(id)).toList();
  }

  @Test
  void bothNetworksOfAClaimStandSideBySideInAllSettings() {
    ClaimReasons reasons = ClaimReasons.measured(of("m5-vs-mobilenetv3"), this::profiled);

    assertThat(reasons.reasons())
        .extracting(
            one ->
                "%s %s %d: %s, %s"
                    .formatted(
                        one.id(),
                        one.pair().one().engine(),
                        one.pair().one().cost().batch(),
                        one.pair().one().cost().network(),
                        one.pair().other().cost().network()))
        .containsExactly(
            "m5-vs-mobilenetv3 pytorch 16: m5, mobilenetv3-large",
            "m5-vs-mobilenetv3 onnx 16: m5, mobilenetv3-large",
            "m5-vs-mobilenetv3 pytorch 1: m5, mobilenetv3-large",
            "m5-vs-mobilenetv3 onnx 1: m5, mobilenetv3-large");
    assertThat(reasons.memoryShares()).isEmpty();
    assertThat(reasons.isWhole()).isTrue();
  }

  @Test
  void aNetworkOfSeveralClaimsIsProfiledOnce() {
    List<Statement> two = new ArrayList<>(of("m5-vs-mobilenetv3"));
    two.addAll(of("m5-vs-efficientnetb0"));

    ClaimReasons reasons = ClaimReasons.measured(two, this::profiled);

    assertThat(reasons.reasons()).hasSize(8);
    assertThat(plans).hasSize(2).allSatisfy(plan -> assertThat(plan.models()).hasSize(3));
  }

  @Test
  void aShareOfTimeIsOfOneNetworkAloneInThePapersSetting() {
    ClaimReasons reasons = ClaimReasons.measured(of("memory-bound-share"), this::profiled);

    assertThat(reasons.reasons()).isEmpty();
    assertThat(plans).hasSize(1);
    assertThat(plans.get(0).batches()).containsExactly(16);
    Estimate share = reasons.memoryShares().get("deit-tiny");
    // All operations take as long, so that shares of time are shares of their number.
    Profile profile = profiled(plans.get(0)).profiles().get(0);
    double memory =
        profile.operations().stream().filter(one -> Grouping.PAPER.of(one) == Bound.MEMORY).count();
    double part = memory / profile.operations().size();
    assertThat(share.value()).isEqualTo(part);
    assertThat(share.low()).isCloseTo(part / (part + 3 * (1 - part)), within(1e-12));
    assertThat(share.high()).isCloseTo(3 * part / (3 * part + 1 - part), within(1e-12));
  }

  @Test
  void claimsOfNetworksThatAreNotHereAreNotExplained() {
    assertThat(ClaimReasons.explained(ALL))
        .contains("m3-vs-mobilenetv2", "memory-bound-share", "m0-over-efficientnet_b0")
        .doesNotContain("m2-vs-mobilevitxxs", "m4-coco-spos", "m0-over-shufflenet_v2_1.0");
    assertThat(ClaimReasons.measured(of("m2-vs-mobilevitxxs"), this::profiled).reasons()).isEmpty();
    assertThat(plans).isEmpty();
  }
}
