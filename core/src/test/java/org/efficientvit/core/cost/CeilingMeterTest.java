package org.efficientvit.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.efficientvit.core.cost.HandMade.cost;
import static org.efficientvit.core.cost.HandMade.exactly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.OnnxSampler;
import org.efficientvit.core.trace.OperationSamples;
import org.efficientvit.core.trace.PassSampler;
import org.efficientvit.core.trace.TorchRunner;
import org.efficientvit.core.trace.TorchSampler;
import org.junit.jupiter.api.Test;

class CeilingMeterTest {

  @Test
  void aQuickLookFindsThePeakTheCachesAndTheFixedTimesOfEveryKind() {
    List<Double> shares = new ArrayList<>();

    Ceilings ceilings =
        CeilingMeter.measure(
            (network, weights) -> new TorchSampler(network, weights, TorchRunner.Options.fast(1)),
            Effort.quickLook(),
            shares::add,
            () -> false);

    assertThat(ceilings.engine()).isEqualTo("pytorch");
    assertThat(ceilings.threads()).isEqualTo(1);
    assertThat(ceilings.careful()).isFalse();
    assertThat(ceilings.peak().repetitions()).isGreaterThanOrEqualTo(5);
    assertThat(ceilings.bandwidths()).hasSize(14);
    assertThat(ceilings.cacheBandwidth()).isGreaterThanOrEqualTo(ceilings.memoryBandwidth());
    assertThat(ceilings.overheads()).containsOnlyKeys(OperationKind.values());
    assertThat(shares).isSorted().endsWith(1.0);
  }

  @Test
  void onOnnxRuntimeTheFixedTimeIsThatOfANodeOfALongChain() {
    Ceilings ceilings =
        CeilingMeter.measure(
            (network, weights) -> new OnnxSampler(network, weights, 1),
            Effort.quickLook(),
            share -> {},
            () -> false);

    assertThat(ceilings.engine()).isEqualTo("onnx");
    assertThat(ceilings.overheads()).containsOnlyKeys(OperationKind.ADDITION);
    assertThat(ceilings.overhead(OperationKind.MATMUL)).isEqualTo(ceilings.overhead());
  }

  @Test
  void thePeakIsThatOfTheFastestWayToMultiply() {
    Map<String, OperationCost> costs =
        Map.of(
            "slow", cost("slow", OperationKind.LINEAR, 1000, 0, 10),
            "fast", cost("fast", OperationKind.CONVOLUTION_KXK, 500, 200, 10),
            "view", cost("view", OperationKind.VIEW, 0, 0, 0));

    Ceiling peak =
        CeilingMeter.peak(
            List.of(samples("slow", 100, 400), samples("fast", 20, 40), samples("view", 1, 1)),
            costs);

    assertThat(peak).isEqualTo(new Ceiling(60, 30, 60, 2));
  }

  @Test
  void whatManyBytesReachFewBytesCanReachToo() {
    List<Bandwidth> bandwidths =
        CeilingMeter.falling(
            List.of(10L, 20L, 40L, 80L), exactly(9), exactly(3), exactly(5), exactly(2));

    assertThat(bandwidths).extracting(one -> one.rate().best()).containsExactly(9.0, 5.0, 5.0, 2.0);
    assertThat(bandwidths).extracting(Bandwidth::bytes).containsExactly(10L, 20L, 40L, 80L);
  }

  @Test
  void theFixedTimeOfAKindIsThatOfItsCheapestOperation() {
    Map<String, OperationCost> costs =
        Map.of(
            "add", cost("add", OperationKind.ADDITION, 0, 1, 1),
            "residual", cost("residual", OperationKind.ADDITION, 0, 1, 1),
            "relu", cost("relu", OperationKind.ACTIVATION, 0, 1, 1));

    assertThat(
            CeilingMeter.overheads(
                List.of(samples("add", 700), samples("residual", 500), samples("relu", 900)),
                costs))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(OperationKind.ADDITION, exactly(500), OperationKind.ACTIVATION, exactly(900)));
  }

  @Test
  void whoStopsItGetsNoCeilingsAndEverythingIsClosed() {
    List<Idle> started = new ArrayList<>();

    assertThatThrownBy(
            () ->
                CeilingMeter.measure(
                    (network, weights) -> {
                      Idle idle = new Idle();
                      started.add(idle);
                      return idle;
                    },
                    Effort.quickLook(),
                    share -> {},
                    () -> true))
        .isInstanceOf(InspectorException.class);
    assertThat(started).hasSize(2).allMatch(idle -> idle.closed);
  }

  private static OperationSamples samples(String name, long... nanoseconds) {
    return new OperationSamples(
        name, List.of(name), Optional.empty(), Arrays.stream(nanoseconds).boxed().toList());
  }

  /** Takes no time and says nothing. */
  private static final class Idle implements PassSampler {

    private boolean closed;

    @Override
    public String engine() {
      return "idle";
    }

    @Override
    public int threads() {
      return 1;
    }

    @Override
    public boolean runsAsWritten() {
      return true;
    }

    @Override
    public PassTime untimed(Tensor images) {
      return new PassTime(1, 0);
    }

    @Override
    public PassTime timed(Tensor images) {
      return new PassTime(1, 0);
    }

    @Override
    public List<OperationSamples> operations(int passes) {
      return List.of();
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
