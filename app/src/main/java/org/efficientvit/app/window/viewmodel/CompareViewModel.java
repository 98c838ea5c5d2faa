package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.efficientvit.app.service.Benchmark;
import org.efficientvit.app.service.BenchmarkPlan;
import org.efficientvit.app.service.Comparisons;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Progress;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.compare.Comparison;
import org.efficientvit.core.compare.Comparison.Setting;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.core.trace.Precision;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.SpeedAccuracyFigure;
import org.jspecify.annotations.Nullable;

/** M0 to M5 side by side, from what the store of runs holds and what is measured here. */
public final class CompareViewModel implements FigureSource {

  /** The batches that can be chosen. */
  public static final List<Integer> BATCHES = List.of(1, 4, 16, 64);

  private static final String COMPARE = "compare";
  private static final int FEW = 3;

  /** What was looked up. */
  private record Found(Comparison comparison, Machine machine) {}

  private final LatestRunner runner;
  private final SpeedProtocol protocol;
  private final Consumer<String> problem;
  private final ObjectProperty<Engine> engine = new SimpleObjectProperty<>(Engine.ONNX);
  private final ObjectProperty<Integer> batch = new SimpleObjectProperty<>(16);
  private final ObjectProperty<Integer> threads = new SimpleObjectProperty<>(1);
  private final ReadOnlyObjectWrapper<@Nullable SpeedAccuracyFigure> figure =
      new ReadOnlyObjectWrapper<>();
  private final ObservableList<CompareRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper isMissing = new ReadOnlyBooleanWrapper(false);
  private @Nullable Comparison comparison;

  /**
   * Nothing looked up yet.
   *
   * @param runner takes all work
   * @param protocol how speed is measured
   * @param problem hears what fails, in a sentence
   */
  public CompareViewModel(LatestRunner runner, SpeedProtocol protocol, Consumer<String> problem) {
    this.runner = requireNonNull(runner, "runner is null");
    this.protocol = requireNonNull(protocol, "protocol is null");
    this.problem = requireNonNull(problem, "problem is null");
    Stream.of(engine, batch, threads)
        .forEach(choice -> choice.addListener((property, old, now) -> refresh()));
  }

  /** The numbers of threads that can be chosen here. */
  public static List<Integer> threadCounts() {
    int processors = Runtime.getRuntime().availableProcessors();
    return IntStream.iterate(1, count -> count <= processors, count -> 2 * count).boxed().toList();
  }

  private Setting setting() {
    return new Setting(engine.get().toString(), Precision.FP32, batch.get(), threads.get());
  }

  /** Looks up what is known in the chosen setting. */
  public void refresh() {
    Setting setting = setting();
    runner.submit(
        new Work<>(COMPARE, "Comparing M0 to M5", progress -> find(setting), this::show, problem));
  }

  private static Found find(Setting setting) {
    Optional<RunStore> store = RunStore.existing(RunStore.standardFile());
    try {
      return find(setting, store);
    } finally {
      store.ifPresent(RunStore::close);
    }
  }

  private static Found find(Setting setting, Optional<RunStore> store) {
    Comparisons comparisons = new Comparisons(store);
    return new Found(comparisons.of(setting), comparisons.machine());
  }

  /** Measures what is missing in the chosen setting; each measurement is kept at once. */
  public void measure() {
    Comparison shown = comparison;
    if (shown == null) {
      return;
    }
    Optional<BenchmarkPlan> plan = Comparisons.missing(shown, protocol);
    if (plan.isEmpty()) {
      return;
    }
    Setting setting = setting();
    String title =
        "Measuring "
            + String.join(", ", shown.missing()).toUpperCase(Locale.ROOT)
            + " on "
            + setting.engine();
    runner.submit(
        new Work<>(
            COMPARE,
            title,
            progress -> measure(plan.get(), setting, progress),
            this::show,
            problem));
  }

  private static Found measure(BenchmarkPlan plan, Setting setting, Progress progress) {
    try (RunStore store = RunStore.standard()) {
      Following following = new Following(progress);
      Benchmark.Result unused = new Benchmark(plan, Optional.of(store), false).run(following);
      if (following.isStopped()) {
        throw new CancellationException();
      }
      return find(setting, Optional.of(store));
    }
  }

  /** Ends a benchmark, with all that it measured kept, when nobody waits for it any more. */
  private static final class Following implements Benchmark.Listener {

    private final Progress progress;
    private boolean stopped;

    Following(Progress progress) {
      this.progress = progress;
    }

    @Override
    public void goesOn(Run run, int visits, int all) {
      report((double) visits / all);
    }

    @Override
    public void warmsUp(Cell cell) {}

    @Override
    public void visited(Cell cell, int done, int visits) {
      report((double) done / visits);
    }

    private void report(double share) {
      try {
        progress.report(share);
      } catch (CancellationException e) {
        stopped = true;
      }
    }

    @Override
    public boolean isStopped() {
      return stopped;
    }
  }

  private void show(Found found) {
    comparison = found.comparison();
    rows.setAll(
        found.comparison().models().stream()
            .map(model -> CompareRow.of(found.comparison(), model))
            .toList());
    List<String> missing = found.comparison().missing();
    isMissing.set(!missing.isEmpty());
    boolean nothing = missing.size() == found.comparison().models().size();
    figure.set(
        nothing
            ? null
            : new SpeedAccuracyFigure(
                found.comparison(),
                new FigureContext("EfficientViT M0–M5", null, found.machine().processor(), false)));
    reading.set(words(missing, found));
  }

  private static String words(List<String> missing, Found found) {
    if (missing.isEmpty()) {
      return "Measured on this computer, with weights from a seed: speed does not depend on them.";
    }
    boolean nothing = missing.size() == found.comparison().models().size();
    return nothing
        ? "No speed was measured in this setting on this computer yet."
        : "Not measured in this setting yet: %s%s."
            .formatted(
                String.join(", ", missing.stream().limit(FEW).toList()).toUpperCase(Locale.ROOT),
                missing.size() > FEW ? " and more" : "");
  }

  @Override
  public Optional<Figure> figure() {
    return Optional.ofNullable(figure.get());
  }

  @Override
  public String command() {
    return new CommandText("compare")
        .with("--engine", engine.get().toString())
        .with("--batch", batch.get().toString(), "--threads", threads.get().toString())
        .with("--out", "figures")
        .toString();
  }

  /** What runs the networks. */
  public ObjectProperty<Engine> engineProperty() {
    return engine;
  }

  /** B, pictures of one pass. */
  public ObjectProperty<Integer> batchProperty() {
    return batch;
  }

  /** Threads that work inside one operation. */
  public ObjectProperty<Integer> threadsProperty() {
    return threads;
  }

  /** Speed against accuracy; null where no speed was measured in the setting. */
  public ReadOnlyObjectProperty<@Nullable SpeedAccuracyFigure> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** All figures, a row for each model. */
  public ObservableList<CompareRow> rows() {
    return rows;
  }

  /** What is known and what is missing, in words. */
  public ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Whether a speed is missing in the setting, so that measuring would help. */
  public ReadOnlyBooleanProperty missingProperty() {
    return isMissing.getReadOnlyProperty();
  }
}
