package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.efficientvit.app.service.BenchmarkPlan;
import org.efficientvit.app.service.ClaimsStudy;
import org.efficientvit.app.window.work.IdleGate;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.claims.Ledger;
import org.efficientvit.core.claims.Verdict;
import org.efficientvit.core.runs.RunStore;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.chart.ClaimsFigure;
import org.jspecify.annotations.Nullable;

/**
 * Which published claims hold on this computer, by what was measured here so far; measures what is
 * missing.
 */
public final class ClaimsViewModel implements FigureSource {

  private static final String WORK = "claims";

  /** Which claims are listed. */
  public enum Kept {
    ALL("All"),
    HOLDS("Hold"),
    DOES_NOT_HOLD("Do not hold"),
    OPEN("Open"),
    NOT_MEASURABLE("Not measurable");

    private final String title;

    Kept(String title) {
      this.title = title;
    }

    /** As a person reads it. */
    public String title() {
      return title;
    }

    boolean has(ClaimRow row) {
      return switch (this) {
        case ALL -> true;
        case HOLDS -> row.verdict() == Verdict.HOLDS;
        case DOES_NOT_HOLD -> row.verdict() == Verdict.DOES_NOT_HOLD;
        case OPEN -> row.verdict() == Verdict.NOT_DECIDED || row.verdict() == Verdict.NOT_MEASURED;
        case NOT_MEASURABLE -> row.verdict() == Verdict.NOT_MEASURABLE_HERE;
      };
    }
  }

  /** How the claims are shown. */
  public enum Form {
    TABLE("Table"),
    CHART("Chart");

    private final String title;

    Form(String title) {
      this.title = title;
    }

    /** As a person reads it. */
    public String title() {
      return title;
    }
  }

  /** What was looked up. */
  private record Found(Ledger ledger, String processor, List<BenchmarkPlan> missing) {}

  private final LatestRunner background;
  private final MeasurementViewModel measurement;
  private final SpeedProtocol protocol;
  private final Consumer<String> problems;
  private final ReadOnlyObjectWrapper<@Nullable Figure> figure = new ReadOnlyObjectWrapper<>();
  private final ObservableList<ClaimRow> all = FXCollections.observableArrayList();
  private final FilteredList<ClaimRow> rows = new FilteredList<>(all);
  private final ObjectProperty<Kept> kept = new SimpleObjectProperty<>(Kept.ALL);
  private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.TABLE);
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper isMissing = new ReadOnlyBooleanWrapper(false);
  private List<BenchmarkPlan> missing = List.of();

  /**
   * Nothing looked up yet.
   *
   * @param background takes the looking up
   * @param measuring takes the measuring, and nothing else
   * @param gate opens between measurements when the window has nothing to do
   * @param protocol how speed is measured
   * @param problems hears what fails, in a sentence
   */
  ClaimsViewModel(
      LatestRunner background,
      LatestRunner measuring,
      IdleGate gate,
      SpeedProtocol protocol,
      Consumer<String> problems) {
    this.background = requireNonNull(background, "background is null");
    this.protocol = requireNonNull(protocol, "protocol is null");
    this.problems = requireNonNull(problems, "problems is null");
    measurement = new MeasurementViewModel("measure " + WORK, measuring, gate, problems);
    kept.addListener((property, old, now) -> choose());
    search.addListener((property, old, now) -> choose());
  }

  private void choose() {
    Kept which = kept.get();
    String words = search.get();
    rows.setPredicate(row -> which.has(row) && row.holds(words));
  }

  /** Looks up what the store of runs holds now. */
  public void refresh() {
    background.submit(
        new Work<>(WORK, "Looking up claims", progress -> find(), this::show, problems));
  }

  private Found find() {
    Optional<RunStore> store = RunStore.existing(RunStore.standardFile());
    try {
      ClaimsStudy study = new ClaimsStudy(store);
      return new Found(
          study.ledger(Map.of()), study.machine().processor(), study.missing(protocol));
    } finally {
      store.ifPresent(RunStore::close);
    }
  }

  private void show(Found found) {
    all.setAll(found.ledger().entries().stream().map(ClaimRow::new).toList());
    missing = found.missing();
    isMissing.set(!missing.isEmpty());
    figure.set(
        new ClaimsFigure(
            found.ledger(), new FigureContext("All families", null, found.processor(), false)));
    reading.set(words(found));
  }

  private static String words(Found found) {
    String counts =
        found.ledger().counts().entrySet().stream()
            .filter(one -> one.getValue() > 0)
            .map(one -> one.getValue() + " " + words(one.getKey(), one.getValue() == 1))
            .collect(Collectors.joining(", "));
    return found.missing().isEmpty()
        ? counts + ". All that can be measured here was."
        : "%s. Measure takes %s and can be stopped."
            .formatted(counts, MeasurementViewModel.duration(found.missing()));
  }

  private static String words(Verdict verdict, boolean isOne) {
    return switch (verdict) {
      case HOLDS -> isOne ? "holds" : "hold";
      case DOES_NOT_HOLD -> isOne ? "does not hold" : "do not hold";
      case NOT_MEASURABLE_HERE -> "not measurable";
      case NOT_DECIDED, NOT_MEASURED -> verdict.toString();
    };
  }

  /** Measures what is missing, setting by setting; each measurement is kept at once. */
  public void measure() {
    if (!missing.isEmpty()) {
      measurement.start("Measuring what claims are of", missing, this::refresh);
    }
  }

  /** Gives the measurement up, with all that it measured kept and shown. */
  public void stop() {
    measurement.stop();
    refresh();
  }

  @Override
  public Optional<Figure> figure() {
    return Optional.ofNullable(figure.get());
  }

  @Override
  public String command() {
    return new CommandText("claims").with("--no-measure", "--out", "figures").toString();
  }

  /** The ledger of claims, or null before it was looked up. */
  public ReadOnlyObjectProperty<@Nullable Figure> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** The claims that are listed, in the order of the ledger. */
  public ObservableList<ClaimRow> rows() {
    return rows;
  }

  /** Which claims are listed. */
  public ObjectProperty<Kept> keptProperty() {
    return kept;
  }

  /** Words that listed claims hold. */
  public StringProperty searchProperty() {
    return search;
  }

  /** How the claims are shown. */
  public ObjectProperty<Form> formProperty() {
    return form;
  }

  /** How many claims there are of each verdict, and what is missing, in words. */
  public ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Whether something can be measured that was not yet. */
  public ReadOnlyBooleanProperty missingProperty() {
    return isMissing.getReadOnlyProperty();
  }

  /** The measuring of what is missing. */
  public MeasurementViewModel measurement() {
    return measurement;
  }
}
