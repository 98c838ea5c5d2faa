package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.efficientvit.app.service.BenchmarkPlan;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.benchmark.SpeedProtocol.Figure;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.core.trace.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkProgressTest {

  private static final SpeedProtocol SHORT =
      new SpeedProtocol("short", 2, 0, 1, 0, 0, 1, Figure.MEDIAN);

  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();
  private final Terminal terminal =
      new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(said), true);

  private static BenchmarkPlan plan(int batch) {
    return new BenchmarkPlan(
        List.of("m0"),
        List.of(Engine.ONNX),
        List.of(Precision.FP32),
        List.of(batch),
        List.of(1),
        List.of(1),
        SHORT);
  }

  @Test
  void benchmarksOneAfterAnotherAreOneLineOfProgress() {
    try (RunStore store = RunStore.open(folder.resolve("runs.sqlite"))) {
      boolean isWhole =
          BenchmarkProgress.runAll(List.of(plan(1), plan(2)), Optional.of(store), false, terminal);

      assertThat(isWhole).isTrue();
      assertThat(store.runs()).hasSize(2).allMatch(run -> run.finished().isPresent());
      assertThat(said.toString())
          .contains("1/4 ", "2/4 ", "3/4 ", "4/4 ")
          .contains("measured m0 on onnx, batch 2");
    }
  }

  @Test
  void whoStopsKeepsWhatWasMeasuredAndGoesOnFromThere() {
    try (RunStore store = RunStore.open(folder.resolve("runs.sqlite"))) {
      terminal.stop();

      assertThat(
              BenchmarkProgress.runAll(
                  List.of(plan(1), plan(2)), Optional.of(store), false, terminal))
          .isFalse();
      assertThat(store.runs()).hasSize(1);

      Terminal again =
          new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(said), false);
      assertThat(
              BenchmarkProgress.runAll(List.of(plan(1), plan(2)), Optional.of(store), false, again))
          .isTrue();
      assertThat(store.runs()).hasSize(2);
      assertThat(said.toString()).contains("Going on with run 1");
    }
  }
}
