package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.efficientvit.app.service.DetectionFilter;
import org.efficientvit.app.service.DetectorRequest;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.image.Picture;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.map.DetectionFigure;
import org.jspecify.annotations.Nullable;

/**
 * The objects that a detector finds on the picture in focus. A pass keeps all that the published
 * threshold lets through; score and classes choose among them and never ask for another pass.
 */
public final class DetectViewModel implements FigureSource {

  private static final String WORK = "detect";

  private final LatestRunner runner;
  private final DetectorKeeper keeper;
  private final InspectViewModel inspect;
  private final ObservableValue<Boolean> open;
  private final Consumer<String> problems;
  private final ObjectProperty<DetectorRequest> request =
      new SimpleObjectProperty<>(DetectorChoice.DEMONSTRATION);
  private final DoubleProperty score = new SimpleDoubleProperty(DetectionFilter.USUAL_SCORE);
  private final ObjectProperty<Set<String>> classes = new SimpleObjectProperty<>(Set.of());
  private final ObjectProperty<@Nullable Detection> chosen = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Detection> hovered = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Detected> detected = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Detection> shown = FXCollections.observableArrayList();
  private final ObservableList<ClassCount> counts = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable DetectionFigure> figure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");

  /**
   * Nothing found yet.
   *
   * @param runner takes all passes
   * @param keeper used by the runner's worker alone
   * @param inspect whose picture and engine are taken
   * @param open whether somebody looks
   * @param problems hears what fails, in a sentence
   */
  DetectViewModel(
      LatestRunner runner,
      DetectorKeeper keeper,
      InspectViewModel inspect,
      ObservableValue<Boolean> open,
      Consumer<String> problems) {
    this.runner = requireNonNull(runner, "runner is null");
    this.keeper = requireNonNull(keeper, "keeper is null");
    this.inspect = requireNonNull(inspect, "inspect is null");
    this.open = requireNonNull(open, "open is null");
    this.problems = requireNonNull(problems, "problems is null");
    open.addListener((property, old, now) -> look());
    inspect.inspectedProperty().addListener((property, old, now) -> look());
    request.addListener((property, old, now) -> look());
    score.addListener((property, old, now) -> choose());
    classes.addListener((property, old, now) -> choose());
  }

  /** Runs the picture in focus, where somebody looks and it was not run yet. */
  private void look() {
    Inspected now = inspect.inspectedProperty().get();
    if (now == null || !open.getValue()) {
      return;
    }
    Detected there = detected.get();
    Picture picture = now.inspection().picture();
    if (there == null || !there.isOf(request.get(), inspect.model().engine(), picture)) {
      run(picture);
    }
  }

  /** Runs the picture in focus once more. */
  public void again() {
    Inspected now = inspect.inspectedProperty().get();
    if (now != null) {
      run(now.inspection().picture());
    }
  }

  private void run(Picture picture) {
    DetectorRequest wanted = request.get();
    EngineOptions on = inspect.model().engine();
    runner.submit(
        new Work<>(
            WORK,
            "Finding objects in " + FileNames.of(Path.of(picture.name())),
            progress -> keeper.detect(wanted, on, picture),
            this::show,
            sentence -> {
              restore();
              problems.accept(sentence);
            }));
  }

  /** Goes back to the detector whose answer is shown, after another did not come to be. */
  void restore() {
    Detected there = detected.get();
    if (there != null && !there.request().equals(request.get())) {
      request.set(there.request());
    } else if (there == null && !request.get().equals(DetectorChoice.DEMONSTRATION)) {
      request.set(DetectorChoice.DEMONSTRATION);
    }
  }

  /** Opens a file of a detector's weights. */
  public void openWeights(Path file) {
    problems.accept("");
    request.set(DetectorChoice.of(file));
  }

  /** Takes a detector, or says how to come by it. */
  public void take(DetectorChoice choice) {
    DetectorRequest wanted = choice.request();
    problems.accept(choice.hint());
    if (wanted != null) {
      request.set(wanted);
    }
  }

  private void show(Detected next) {
    chosen.set(null);
    hovered.set(null);
    detected.set(next);
    Set<String> known = new LinkedHashSet<>(classes.get());
    known.retainAll(next.model().labels());
    if (!known.equals(classes.get())) {
      classes.set(Set.copyOf(known));
    }
    choose();
  }

  /** Which of the pass's objects are shown. */
  private void choose() {
    Detected of = detected.get();
    if (of == null) {
      return;
    }
    List<String> labels = of.model().labels();
    List<Detection> all = of.pass().detections();
    List<Detection> next = filter().of(all, labels);
    if (!next.contains(chosen.get())) {
      chosen.set(null);
    }
    hovered.set(null);
    if (!shown.equals(next)) {
      shown.setAll(next);
    }
    counts.setAll(counts(of, new DetectionFilter(score.get(), Set.of()).of(all, labels)));
    figure.set(DetectionFigure.of(of.model(), of.pass().picture(), next));
    reading.set(words(next.size(), all.size()));
  }

  private List<ClassCount> counts(Detected of, List<Detection> above) {
    List<ClassCount> all = new ArrayList<>();
    List<String> labels = of.model().labels();
    for (int label = 0; label < labels.size(); label++) {
      int index = label;
      int count = (int) above.stream().filter(one -> one.label() == index).count();
      boolean isChosen = classes.get().contains(labels.get(label));
      if (count > 0 || isChosen) {
        all.add(new ClassCount(label, labels.get(label), count, isChosen));
      }
    }
    return all;
  }

  private static String words(int shown, int all) {
    if (all == 0) {
      return "The detector is sure of nothing on this picture.";
    }
    return "%d of %d %s".formatted(shown, all, all == 1 ? "box" : "boxes");
  }

  private DetectionFilter filter() {
    return new DetectionFilter(score.get(), classes.get());
  }

  /** Shows objects of a class, beside those of other chosen ones, or no longer. */
  public void toggle(String name) {
    Set<String> next = new LinkedHashSet<>(classes.get());
    if (!next.remove(name)) {
      next.add(name);
    }
    classes.set(Set.copyOf(next));
  }

  /** Chooses a score, to a hundredth, so that a command line can say it. */
  public void threshold(double wanted) {
    double hundredths = Math.round(100 * wanted) / 100.0;
    score.set(Math.max(DetectionFilter.LEAST_SCORE, Math.min(1, hundredths)));
  }

  /** Chooses the object so many places further on; from none, the first or the last. */
  public void move(int places) {
    if (shown.isEmpty()) {
      return;
    }
    int now = shown.indexOf(chosen.get());
    int next = now < 0 ? (places > 0 ? 0 : shown.size() - 1) : now + places;
    chosen.set(shown.get(Math.max(0, Math.min(shown.size() - 1, next))));
  }

  /**
   * The smallest box over a place of the picture.
   *
   * @param x in pixels
   * @param y in pixels
   */
  public Optional<Detection> at(double x, double y) {
    return shown.stream()
        .filter(
            one ->
                x >= one.box().x()
                    && x <= one.box().right()
                    && y >= one.box().y()
                    && y <= one.box().bottom())
        .min((one, other) -> Double.compare(one.box().area(), other.box().area()));
  }

  @Override
  public Optional<Figure> figure() {
    return Optional.ofNullable(figure.get());
  }

  @Override
  public String command() {
    Detected of = detected.get();
    if (of == null) {
      return "";
    }
    return new CommandText("detect")
        .with(CommandText.path(Path.of(of.pass().picture().name())))
        .with("--score", String.format(Locale.ROOT, "%.2f", score.get()))
        .withIf(
            !classes.get().isEmpty(), "--classes", String.join(",", new TreeSet<>(classes.get())))
        .with("--out", "figures")
        .withIf(inspect.display().darkProperty().get(), "--theme", "dark")
        .with(of.request())
        .with(of.engine())
        .toString();
  }

  /** Which detector is asked; setting it runs it. */
  public ObjectProperty<DetectorRequest> requestProperty() {
    return request;
  }

  /** What an object that is shown has at least, 0.05 to 1. */
  public DoubleProperty scoreProperty() {
    return score;
  }

  /** The classes that are shown, by name; empty for all. */
  public ObjectProperty<Set<String>> classesProperty() {
    return classes;
  }

  /** The object that is looked into, or null. */
  public ObjectProperty<@Nullable Detection> chosenProperty() {
    return chosen;
  }

  /** The object under the pointer, or null. */
  public ObjectProperty<@Nullable Detection> hoveredProperty() {
    return hovered;
  }

  /** The pass that is shown, or null before the first. */
  public ReadOnlyObjectProperty<@Nullable Detected> detectedProperty() {
    return detected.getReadOnlyProperty();
  }

  /** The objects that are shown, the surest first. */
  public ObservableList<Detection> shown() {
    return shown;
  }

  /** The classes above the score and those that are filtered for, in the detector's order. */
  public ObservableList<ClassCount> counts() {
    return counts;
  }

  /** The picture with its boxes, or null before the first pass. */
  public ReadOnlyObjectProperty<@Nullable DetectionFigure> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** How many objects are shown of how many, in words. */
  public ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }
}
