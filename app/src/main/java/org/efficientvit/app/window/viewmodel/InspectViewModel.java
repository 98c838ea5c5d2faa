package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.image.Picture;
import org.jspecify.annotations.Nullable;

/**
 * One picture through one model. What fails says so in one sentence and leaves the earlier result
 * as it is.
 */
public final class InspectViewModel {

  private static final String PICTURE = "picture";
  private static final String INSPECT = "inspect";
  private static final String TIME = "time";

  private final LatestRunner runner;
  private final ModelKeeper keeper;
  private final EngineViewModel engine = new EngineViewModel();
  private final ModelViewModel model;
  private final StripViewModel strip = new StripViewModel();
  private final HeadsViewModel heads = new HeadsViewModel();
  private final FeaturesViewModel features = new FeaturesViewModel();
  private final TimesViewModel times = new TimesViewModel();
  private final Display display = new Display();
  private final ReadOnlyObjectWrapper<@Nullable Inspected> inspected =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private @Nullable Picture picture;

  /**
   * A window's state before anything is open.
   *
   * @param runner takes all work
   * @param keeper used by the runner's worker alone
   */
  public InspectViewModel(LatestRunner runner, ModelKeeper keeper) {
    this.runner = requireNonNull(runner, "runner is null");
    this.keeper = requireNonNull(keeper, "keeper is null");
    this.model = new ModelViewModel(runner, keeper, engine, problem::set);
    model.modelProperty().addListener((property, old, now) -> modelOpened());
  }

  /** Opens a file: weights by their name's ending, anything else as a picture. */
  public void open(Path file) {
    if (FileNames.isWeights(file)) {
      openWeights(file);
    } else {
      open(PictureSource.of(file));
    }
  }

  /** Opens a picture and runs it through the model. */
  public void open(PictureSource source) {
    open(source, () -> {});
  }

  /**
   * Opens a picture and runs it through the model.
   *
   * @param unreadable is run where the picture cannot be read
   */
  void open(PictureSource source, Runnable unreadable) {
    problem.set("");
    // Measuring can be done again; a person waits for the picture.
    runner.cancel(TIME);
    runner.submit(
        new Work<>(
            PICTURE,
            "Reading " + source.name(),
            progress -> source.read().get(),
            this::inspect,
            sentence -> {
              unreadable.run();
              problem.set(sentence);
            }));
  }

  /** Opens a file of weights as the network that it fits. */
  public void openWeights(Path file) {
    problem.set("");
    model.openWeights(file);
  }

  /** Measures the open model again. */
  public void measure() {
    Inspected shown = inspected.get();
    if (shown == null) {
      return;
    }
    ModelRequest request = model.request();
    EngineOptions on = model.engine();
    String command =
        new CommandText("inspect")
            .with(shown.inspection().picture().name(), "--out", "figures")
            .with(request)
            .with(on)
            .toString();
    Picture measured = shown.inspection().picture();
    runner.submit(
        new Work<>(
            TIME,
            "Measuring " + shown.context().network(),
            progress -> keeper.time(request, on, measured, progress),
            timing -> times.show(timing, shown.context().withoutPicture(), command),
            problem::set));
  }

  /** Gives up what runs and what waits. */
  public void cancel() {
    runner.cancelAll();
    model.restore();
    Inspected shown = inspected.get();
    picture = shown == null ? null : shown.inspection().picture();
  }

  /** Takes the sentence about what failed away. */
  public void dismissProblem() {
    problem.set("");
  }

  private void modelOpened() {
    runner.cancel(TIME);
    times.clear();
    if (picture != null) {
      inspect(picture);
    }
  }

  private void inspect(Picture next) {
    picture = next;
    ModelRequest request = model.request();
    EngineOptions on = model.engine();
    runner.submit(
        new Work<>(
            INSPECT,
            "Running " + FileNames.of(Path.of(next.name())),
            progress -> keeper.inspect(request, on, next),
            this::show,
            this::failed));
  }

  private void failed(String sentence) {
    Inspected shown = inspected.get();
    picture = shown == null ? null : shown.inspection().picture();
    problem.set(sentence);
  }

  private void show(Inspected next) {
    strip.show(next.parts());
    heads.show(next);
    features.show(next);
    inspected.set(next);
    if (times.timingProperty().get() == null) {
      measure();
    }
  }

  /** The chooser of the model. */
  public ModelViewModel model() {
    return model;
  }

  /** The network in parts. */
  public StripViewModel strip() {
    return strip;
  }

  /** The attention maps. */
  public HeadsViewModel heads() {
    return heads;
  }

  /** The feature maps. */
  public FeaturesViewModel features() {
    return features;
  }

  /** The times. */
  public TimesViewModel times() {
    return times;
  }

  /** The chooser of the engine. */
  public EngineViewModel engine() {
    return engine;
  }

  /** How maps are drawn. */
  public Display display() {
    return display;
  }

  /** The runner that takes all work. */
  public LatestRunner runner() {
    return runner;
  }

  /** The pass that is shown, or null before the first. */
  public ReadOnlyObjectProperty<@Nullable Inspected> inspectedProperty() {
    return inspected.getReadOnlyProperty();
  }

  /** One sentence about what failed last, or nothing. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Says what failed, in one sentence. */
  void fail(String sentence) {
    problem.set(sentence);
  }
}
