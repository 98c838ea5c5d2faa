package org.efficientvit.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.cost.Bandwidth;
import org.efficientvit.core.cost.Ceiling;
import org.efficientvit.core.cost.CeilingStore;
import org.efficientvit.core.cost.CeilingStore.Measured;
import org.efficientvit.core.cost.Ceilings;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.trace.ProfileTimer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilingTest {

  private static final EngineOptions ENGINE = EngineOptions.standard();
  private static final Machine MACHINE = ThisMachine.with(List.of(ENGINE.engine()));
  private static final Ceiling ONE = new Ceiling(1, 1, 1, 1);
  private static final Measured KEPT =
      new Measured(
          new Ceilings(
              "pytorch",
              1,
              true,
              ONE,
              List.of(new Bandwidth(1000, ONE)),
              Map.of(OperationKind.VIEW, ONE)),
          Instant.parse("2026-03-01T00:00:00Z"));

  @TempDir private Path folder;
  private CeilingStore store;
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void keepCeilings() {
    store = new CeilingStore(folder);
    store.keep(MACHINE.fingerprint(), KEPT);
  }

  /** Follows what it is told, and stops once so many profiles are done. */
  private final class Follower implements Profiling.Listener {

    private final int stopAfter;
    private int done;

    Follower(int stopAfter) {
      this.stopAfter = stopAfter;
    }

    @Override
    public void say(String sentence) {
      said.add(sentence);
    }

    @Override
    public void ceilings(double share) {}

    @Override
    public void measuring(String network, int batch, int finished, double share) {
      done = finished;
    }

    @Override
    public boolean isStopped() {
      return done >= stopAfter;
    }
  }

  private static ProfilePlan plan(List<Integer> batches) {
    ModelRequest small =
        new ModelRequest(
            Optional.of(Designs.of(Variant.M0)),
            new WeightsChoice.Random(0),
            OptionalInt.of(64),
            Optional.empty());
    return new ProfilePlan(
        List.of(small),
        batches,
        ENGINE,
        true,
        Optional.empty(),
        ProfileTimer.of(2),
        MachineCeilings.Choice.KEPT);
  }

  @Test
  void everyBatchOfEveryModelIsHeldAgainstTheCeilingsThatWereKept() {
    Profiling.Result result =
        new Profiling(plan(List.of(1, 2, 1)), new MachineCeilings(store))
            .run(new Follower(Integer.MAX_VALUE));

    assertThat(result.isWhole()).isTrue();
    assertThat(result.ceilings()).isEqualTo(KEPT);
    assertThat(result.profiles()).extracting(one -> one.cost().batch()).containsExactly(1, 2);
    assertThat(result.profiles())
        .allSatisfy(
            one -> {
              assertThat(one.passes()).isEqualTo(2);
              assertThat(one.ceilings()).isEqualTo(KEPT.ceilings());
              assertThat(one.pass().value()).isPositive();
            });
    assertThat(said).isEmpty();
  }

  @Test
  void whatWasFinishedBeforeItWasStoppedIsKept() {
    Profiling.Result result =
        new Profiling(plan(List.of(1, 2, 3)), new MachineCeilings(store)).run(new Follower(1));

    assertThat(result.isWhole()).isFalse();
    assertThat(result.profiles()).extracting(one -> one.cost().batch()).startsWith(1);
    assertThat(result.profiles()).hasSizeLessThan(3);
  }

  @Test
  void stoppedBeforeAnythingWasMeasuredIsARefusal() {
    Profiling profiling = new Profiling(plan(List.of(1)), new MachineCeilings(store));

    assertThatThrownBy(() -> profiling.run(new Follower(0)))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("stopped");
  }

  @Test
  void ceilingsAreMeasuredWhereThereAreNoneOrTheyAreAskedForAndThenKept() {
    MachineCeilings ceilings = new MachineCeilings(store);

    Measured quick =
        ceilings.get(
            MACHINE, ENGINE, MachineCeilings.Choice.QUICK, said::add, share -> {}, () -> false);
    Measured kept =
        ceilings.get(
            MACHINE, ENGINE, MachineCeilings.Choice.KEPT, said::add, share -> {}, () -> true);

    assertThat(quick.measured()).isAfter(KEPT.measured());
    assertThat(quick.ceilings().careful()).isFalse();
    assertThat(quick.ceilings().threads()).isEqualTo(1);
    assertThat(kept).isEqualTo(quick);
    assertThat(said).isEmpty();
  }
}
