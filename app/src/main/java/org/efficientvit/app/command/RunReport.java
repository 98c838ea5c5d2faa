package org.efficientvit.app.command;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.efficientvit.app.service.BenchmarkPlan;
import org.efficientvit.app.service.DetectionRun;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.CellResult;
import org.efficientvit.core.benchmark.Visit;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.jspecify.annotations.Nullable;

/**
 * A run in an answer of {@code inspector runs}; what came out follows from what was measured, so
 * that a stopped run says as much as it knows.
 */
record RunReport(
    long run,
    String kind,
    String state,
    String started,
    @Nullable String finished,
    MachineReport machine,
    JsonElement plan,
    List<BenchmarkReport.Measured> cells,
    @Nullable Accuracy accuracy) {

  /** What an evaluation counted; shares are null where no picture could be read. */
  record Accuracy(int images, int failed, @Nullable Double top1, @Nullable Double top5) {

    private static final int FEW = 5;

    static Accuracy of(List<Answer> answers) {
      int images = 0;
      int right = 0;
      int near = 0;
      for (Answer answer : answers) {
        if (answer instanceof Answer.Seen seen) {
          images++;
          right += seen.rank() == 0 ? 1 : 0;
          near += seen.rank() < FEW ? 1 : 0;
        }
      }
      return new Accuracy(
          images, answers.size() - images, share(right, images), share(near, images));
    }

    private static @Nullable Double share(int count, int images) {
      return images == 0 ? null : (Double) ((double) count / images);
    }
  }

  static RunReport of(RunStore store, Run run) {
    boolean isBenchmark = run.kind() == Run.Kind.BENCHMARK;
    return new RunReport(
        run.id(),
        run.kind().toString(),
        state(store, run),
        run.started().toString(),
        run.finished().map(Object::toString).orElse(null),
        MachineReport.of(run.machine()),
        JsonParser.parseString(run.plan()),
        isBenchmark
            ? cells(store, run).stream()
                .map(cell -> BenchmarkReport.Measured.of(cell, true))
                .toList()
            : List.of(),
        run.kind() == Run.Kind.EVALUATION ? Accuracy.of(store.answers(run)) : null);
  }

  /** What a benchmark says of each cell, in the order in which they were measured first. */
  static List<CellResult> cells(RunStore store, Run run) {
    List<Visit> visits = store.visits(run);
    Set<Cell> cells = new LinkedHashSet<>(BenchmarkPlan.read(run.plan()).cells());
    return CellResult.of(
        new ArrayList<>(cells), visits, BenchmarkPlan.read(run.plan()).protocol().figure());
  }

  static String state(RunStore store, Run run) {
    if (run.finished().isPresent()) {
      return "finished";
    }
    return store.isRunning(run) ? "running" : "stopped";
  }

  /** What a run was of and what came out, in a line. */
  static String line(RunStore store, Run run) {
    if (run.kind() == Run.Kind.DETECTION) {
      return DetectionRun.line(store, run);
    }
    if (run.kind() == Run.Kind.EVALUATION) {
      Accuracy accuracy = Accuracy.of(store.answers(run));
      return accuracy.top1 == null
          ? "no pictures yet"
          : String.format(
              Locale.ROOT, "top-1 %.2f %% of %d pictures", 100 * accuracy.top1, accuracy.images);
    }
    BenchmarkPlan plan = BenchmarkPlan.read(run.plan());
    return "%s on %s, batch %s, %s"
        .formatted(
            String.join(",", plan.models()),
            String.join(",", plan.engines().stream().map(Object::toString).toList()),
            String.join(",", plan.batches().stream().map(Object::toString).toList()),
            plan.protocol().name());
  }
}
