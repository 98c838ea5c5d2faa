package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.efficientvit.app.service.BenchmarkPlan;
import org.efficientvit.app.service.Comparisons;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.app.window.work.IdleGate;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.compare.Comparison;
import org.efficientvit.core.compare.Comparison.Setting;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.core.trace.Precision;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.SpeedAccuracyFigure;
import org.jspecify.annotations.Nullable;

/** Networks side by side, from what the store of runs holds and what is measured here. */
public final class CompareViewModel implements FigureSource {

  /** The batches that can be chosen. */
  public static final List<Integer> BATCHES = List.of(1, 4, 16, 64);

  /** EfficientViT's six. */
  public static final List<Design> OWN = Arrays.stream(Variant.values()).map(Designs::of).toList();

  private static final String COMPARE = "compare";
  private static final int FEW = 3;

  /** What was looked up. */
  private record Found(Comparison comparison, Machine machine) {}

  private final LatestRunner background;
  private final MeasurementViewModel measurement;
  private final SpeedProtocol protocol;
  private final Consumer<String> problem;
  private final ObjectProperty<Engine> engine = new SimpleObjectProperty<>(Engine.ONNX);
  private final ObjectProperty<Integer> batch = new SimpleObjectProperty<>(16);
  private final ObjectProperty<Integer> threads = new SimpleObjectProperty<>(1);
  private final ObjectProperty<List<Design>> networks = new SimpleObjectProperty<>(OWN);
  private final StringProperty marked = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable SpeedAccuracyFigure> figure =
      new ReadOnlyObjectWrapper<>();
  private final ObservableList<CompareRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper isMissing = new ReadOnlyBooleanWrapper(false);
  private @Nullable Comparison comparison;

  /**
   * Nothing looked up yet.
   *
   * @param background takes the looking up
   * @param measuring takes the measuring, and nothing else
   * @param gate opens between measurements when the window has nothing to do
   * @param protocol how speed is measured
   * @param problem hears what fails, in a sentence
   */
  public CompareViewModel(
      LatestRunner background,
      LatestRunner measuring,
      IdleGate gate,
      SpeedProtocol protocol,
      Consumer<String> problem) {
    this.background = requireNonNull(background, "background is null");
    this.measurement = new MeasurementViewModel("measure " + COMPARE, measuring, gate, problem);
    this.protocol = requireNonNull(protocol, "protocol is null");
    this.problem = requireNonNull(problem, "problem is null");
    Stream.of(engine, batch, threads, networks)
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

  /** Looks up what is known of the chosen networks in the chosen setting. */
  public void refresh() {
    Setting setting = setting();
    List<Design> chosen = networks.get();
    background.submit(
        new Work<>(
            COMPARE, "Comparing networks", progress -> find(setting, chosen), this::show, problem));
  }

  private static Found find(Setting setting, List<Design> designs) {
    Optional<RunStore> store = RunStore.existing(RunStore.standardFile());
    try {
      Comparisons comparisons = new Comparisons(store);
      return new Found(comparisons.of(setting, designs), comparisons.machine());
    } finally {
      store.ifPresent(RunStore::close);
    }
  }

  /** Takes a network in, or leaves it out; the last one stays. */
  public void choose(Design design, boolean isIn) {
    List<Design> next =
        Designs.all().stream()
            .filter(one -> one.equals(design) ? isIn : networks.get().contains(one))
            .toList();
    if (!next.isEmpty()) {
      networks.set(next);
    }
  }

  /** Measures what is missing in the chosen setting; each measurement is kept at once. */
  public void measure() {
    Comparison shown = comparison;
    if (shown == null) {
      return;
    }
    List<BenchmarkPlan> plans = Comparisons.missing(shown, protocol).stream().toList();
    if (!plans.isEmpty()) {
      measurement.start(
          "Measuring %s on %s".formatted(words(shown.missing()), shown.setting().engine()),
          plans,
          this::refresh);
    }
  }

  /** Gives the measurement up, with all that it measured kept and shown. */
  public void stop() {
    measurement.stop();
    refresh();
  }

  private static String words(List<String> networks) {
    return networks.stream()
        .map(id -> CompareRow.shortName(Designs.find(id).orElseThrow()))
        .collect(Collectors.joining(", "));
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
                new FigureContext(families(), null, found.machine().processor(), false)));
    reading.set(words(missing, found));
  }

  private String families() {
    return networks.get().stream().map(Design::family).distinct().collect(Collectors.joining(", "));
  }

  private String words(List<String> missing, Found found) {
    if (missing.isEmpty()) {
      return "Measured on this computer, on weights from a seed.";
    }
    boolean nothing = missing.size() == found.comparison().models().size();
    String what =
        nothing
            ? "No speed was measured in this setting on this computer yet."
            : "Not measured in this setting yet: %s%s."
                .formatted(
                    words(missing.stream().limit(FEW).toList()),
                    missing.size() > FEW ? " and more" : "");
    return "%s Measure takes %s."
        .formatted(
            what,
            MeasurementViewModel.duration(
                Comparisons.missing(found.comparison(), protocol).stream().toList()));
  }

  @Override
  public Optional<Figure> figure() {
    return Optional.ofNullable(figure.get());
  }

  @Override
  public String command() {
    return new CommandText("compare")
        .withIf(!networks.get().equals(OWN), "--models", models())
        .with("--engine", engine.get().toString())
        .with("--batch", batch.get().toString(), "--threads", threads.get().toString())
        .with("--out", "figures")
        .toString();
  }

  private String models() {
    return networks.get().equals(Designs.all())
        ? "all"
        : networks.get().stream().map(Design::id).collect(Collectors.joining(","));
  }

  /** The networks that are compared, in the order of {@link Designs#all()}. */
  public ObjectProperty<List<Design>> networksProperty() {
    return networks;
  }

  /** The chosen networks in a word or two. */
  public ObservableValue<String> choiceProperty() {
    return networks.map(CompareViewModel::choice);
  }

  /** What the network is called to which others are compared: the first. */
  public ObservableValue<String> baseProperty() {
    return networks.map(chosen -> CompareRow.shortName(chosen.get(0)));
  }

  private static String choice(List<Design> chosen) {
    if (chosen.equals(OWN)) {
      return "EfficientViT";
    }
    return chosen.equals(Designs.all())
        ? "All families"
        : chosen.size() == 1
            ? CompareRow.shortName(chosen.get(0))
            : "%d of %d networks".formatted(chosen.size(), Designs.all().size());
  }

  /** The network that is brought out in the table and in the figure, by its id; or empty. */
  public StringProperty markedProperty() {
    return marked;
  }

  /** The measuring of what is missing. */
  public MeasurementViewModel measurement() {
    return measurement;
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
