package org.efficientvit.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.benchmark.SpeedProtocol.Figure;
import org.efficientvit.core.benchmark.Visit;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.core.trace.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkTest {

  private static final SpeedProtocol SHORT =
      new SpeedProtocol("short", 2, 0, 1, 0, 0, 1, Figure.MEDIAN);
  private static final BenchmarkPlan PLAN =
      new BenchmarkPlan(
          List.of("m0"),
          List.of(Engine.PYTORCH, Engine.ONNX),
          List.of(Precision.FP32),
          List.of(1),
          List.of(1),
          List.of(1, 2),
          SHORT);

  @TempDir private Path folder;

  /** Stops after so many visits. */
  private static final class Stopping implements Benchmark.Listener {

    private final int most;
    private final List<Cell> visited = new ArrayList<>();
    private int before = -1;

    Stopping(int most) {
      this.most = most;
    }

    @Override
    public void goesOn(Run run, int visits, int all) {
      before = visits;
      assertThat(all).isEqualTo(8);
    }

    @Override
    public void warmsUp(Cell cell) {}

    @Override
    public void visited(Cell cell, int done, int visits) {
      visited.add(cell);
    }

    @Override
    public boolean isStopped() {
      return visited.size() >= most;
    }
  }

  private Benchmark.Result run(RunStore store, boolean fresh, Stopping listener) {
    return new Benchmark(PLAN, Optional.of(store), fresh).run(listener);
  }

  @Test
  void aStoppedBenchmarkGoesOnWithTheSamePlan() {
    try (RunStore store = RunStore.open(folder.resolve("runs.sqlite"))) {
      Stopping stopping = new Stopping(3);
      Benchmark.Result stopped = run(store, false, stopping);
      assertThat(stopped.isWhole()).isFalse();
      assertThat(stopped.visits()).hasSize(3);
      assertThat(stopping.before).isEqualTo(-1);

      Stopping resuming = new Stopping(100);
      Benchmark.Result whole = run(store, false, resuming);

      assertThat(resuming.before).isEqualTo(3);
      assertThat(resuming.visited).hasSize(5);
      assertThat(whole.isWhole()).isTrue();
      assertThat(whole.visits()).hasSize(8).containsAll(stopped.visits());
      assertThat(whole.cells()).hasSize(4);
      Run run = whole.run().orElseThrow();
      assertThat(run.id()).isEqualTo(stopped.run().orElseThrow().id());
      Run kept = store.find(run.id()).orElseThrow();
      assertThat(kept.finished()).isPresent();
      assertThat(kept.summary().orElseThrow()).contains("imagesPerSecond");
      assertThat(store.visits(kept)).isEqualTo(whole.visits());
      assertThat(BenchmarkPlan.read(kept.plan())).isEqualTo(PLAN);
    }
  }

  @Test
  void aFinishedOneIsNotTakenUpAndAFreshOneLeavesTheStoppedAlone() {
    try (RunStore store = RunStore.open(folder.resolve("runs.sqlite"))) {
      run(store, false, new Stopping(2));
      Stopping fresh = new Stopping(100);
      Benchmark.Result second = run(store, true, fresh);

      assertThat(fresh.before).isEqualTo(-1);
      assertThat(second.isWhole()).isTrue();
      assertThat(store.runs()).hasSize(2);
      assertThat(store.visits(store.find(1).orElseThrow())).hasSize(2);
    }
  }

  @Test
  void workersTogetherCountAllTheirPasses() {
    Benchmark.Result result = new Benchmark(PLAN, Optional.empty(), false).run(new Stopping(100));

    assertThat(result.run()).isEmpty();
    for (Visit visit : result.visits()) {
      assertThat(visit.milliseconds()).hasSize(visit.cell().workers());
    }
    assertThat(result.machine().versions()).containsKeys("inspector", "pytorch", "onnx", "java");
  }
}
