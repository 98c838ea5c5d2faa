package org.efficientvit.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.ops.OperationTime;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;
import org.efficientvit.core.tensor.Shape;
import org.junit.jupiter.api.Test;

class CostDifferenceTest {

  private static final NetworkCost BEFORE =
      cost(
          operation("patch_embed.0", OperationKind.CONVOLUTION_KXK, 100, 10),
          operation("blocks1.0.add", OperationKind.ADDITION, 0, 30),
          operation("blocks1.0.pw1", OperationKind.CONVOLUTION_1X1, 50, 5));

  private static final NetworkCost AFTER =
      cost(
          operation("patch_embed.0", OperationKind.CONVOLUTION_KXK, 100, 10),
          operation("blocks1.0.pw1", OperationKind.CONVOLUTION_1X1, 70, 6),
          operation("pool", OperationKind.POOLING, 0, 8));

  private static NetworkCost cost(OperationCost... operations) {
    return new NetworkCost("n", 64, 1, true, 0, 0, List.of(operations));
  }

  private static OperationCost operation(String name, OperationKind kind, long macs, long bytes) {
    return new OperationCost(name, kind, Shape.of(1), macs, 0, 0, bytes - 2, 0, 2);
  }

  private static OperationTime time(String name, long nanoseconds) {
    return new OperationTime(name, OperationKind.VIEW, nanoseconds);
  }

  @Test
  void operationsAreMatchedByName() {
    assertThat(CostDifference.of(BEFORE, AFTER).operations())
        .extracting(Difference::name, Difference::presence, one -> one.added())
        .containsExactly(
            tuple("patch_embed.0", Difference.Presence.SAME, Load.NOTHING),
            tuple("blocks1.0.add", Difference.Presence.REMOVED, new Load(-1, 0, -30)),
            tuple("blocks1.0.pw1", Difference.Presence.CHANGED, new Load(0, 20, 1)),
            tuple("pool", Difference.Presence.ADDED, new Load(1, 0, 8)));
  }

  @Test
  void untimedTheMostMacsThenTheMostBytesComeFirst() {
    CostDifference difference = CostDifference.of(BEFORE, AFTER);

    assertThat(difference.timed()).isFalse();
    assertThat(difference.largest(2))
        .extracting(Difference::name)
        .containsExactly("blocks1.0.pw1", "blocks1.0.add");
    assertThat(difference.byKind())
        .extracting(Difference::name)
        .containsExactly("convolution 1x1", "addition", "pooling", "convolution kxk");
  }

  /** Three rounds; in the last everything takes 1000 ns more. */
  private static List<List<OperationTime>> rounds(OperationTime... times) {
    List<OperationTime> slower =
        Arrays.stream(times).map(one -> time(one.name(), one.nanoseconds() + 1000)).toList();
    return List.of(List.of(times), List.of(times), slower);
  }

  private static final List<List<OperationTime>> BEFORE_TIMES =
      rounds(time("patch_embed.0", 900), time("blocks1.0.add", 300), time("blocks1.0.pw1", 70));

  private static final List<List<OperationTime>> AFTER_TIMES =
      rounds(time("patch_embed.0", 400), time("blocks1.0.pw1", 90), time("pool", 100));

  @Test
  void timedTheMostTimeComesFirstWhetherMoreOrLess() {
    CostDifference difference = CostDifference.of(BEFORE, BEFORE_TIMES, AFTER, AFTER_TIMES);

    assertThat(difference.timed()).isTrue();
    assertThat(difference.largest(3))
        .extracting(Difference::name, one -> one.time().orElseThrow().added().value())
        .containsExactly(
            tuple("patch_embed.0", -500.0), tuple("blocks1.0.add", -300.0), tuple("pool", 100.0));
    assertThat(difference.total().added()).isEqualTo(new Load(0, 20, -21));
  }

  @Test
  void whatSlowsARoundOfBothIsNoDifference() {
    TimeChange time =
        CostDifference.of(BEFORE, BEFORE_TIMES, AFTER, AFTER_TIMES).total().time().orElseThrow();

    assertThat(time.before()).isEqualTo(1270);
    assertThat(time.after()).isEqualTo(590);
    assertThat(time.added()).isEqualTo(new Estimate(-680, new Interval(-680, -680)));
  }

  @Test
  void whatIsNotClearlySlowerOrFasterAndCountsTheSameMakesNoDifference() {
    OperationTime slow = time("patch_embed.0", 900);
    OperationTime fast = time("patch_embed.0", 850);
    CostDifference difference =
        CostDifference.of(
            BEFORE,
            List.of(List.of(slow), List.of(fast), List.of(slow)),
            AFTER,
            List.of(List.of(fast), List.of(slow), List.of(slow)));

    assertThat(difference.operations().get(0).isClear()).isFalse();
    assertThat(difference.largest(9))
        .extracting(Difference::name)
        .doesNotContain("patch_embed.0")
        .hasSize(3);
  }

  @Test
  void timesOfOneSideAloneExplainNothing() {
    CostDifference difference = CostDifference.of(BEFORE, BEFORE_TIMES, AFTER, List.of());

    assertThat(difference.timed()).isFalse();
    assertThat(difference.total().time()).isEmpty();
  }

  @Test
  void stagesAreTheFirstPartsOfNamesAndTheClassifiersPartsAreOne() {
    assertThat(CostDifference.of(BEFORE, AFTER).byStage())
        .extracting(Difference::name, one -> one.added().operations())
        .containsExactly(tuple("patch_embed", 0), tuple("blocks1", -1), tuple("head", 1));
  }
}
