package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.efficientvit.app.window.saved.SavedSession;
import org.efficientvit.app.window.state.Navigation;
import org.efficientvit.app.window.state.Undo;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.benchmark.SpeedProtocol;
import org.efficientvit.core.image.Picture;
import org.jspecify.annotations.Nullable;

/** Everything that the window knows: the view models of its views, tied together. */
public final class Workbench {

  /** The view that is open at the first start. */
  public static final String FIRST_ROOM = "inspect";

  /** The view of what a detector finds. */
  public static final String DETECT_ROOM = "detect";

  private static final int ANSWERS = 5;

  private final LatestRunner runner;
  private final LatestRunner background;
  private final InspectViewModel inspect;
  private final LibraryViewModel library;
  private final CompareViewModel compare;
  private final CostViewModel cost;
  private final CascadeViewModel cascade;
  private final EvidenceViewModel evidence;
  private final HeadMeasuresViewModel heads;
  private final ClaimsViewModel claims;
  private final DetectorKeeper detectors = new DetectorKeeper();
  private final DetectViewModel detect;
  private final BoxMapsViewModel boxMaps;
  private final PictureClassifier classifier;
  private final Navigation navigation = new Navigation();
  private final Undo undo = new Undo();
  private final StringProperty room = new SimpleStringProperty(FIRST_ROOM);
  private final InspectFigures figures;

  /**
   * A window's state before anything is open.
   *
   * @param runner takes all work on models
   * @param background takes what needs none: folders, files
   * @param keeper used by the runner's worker alone
   * @param samples pictures that came with the program
   */
  public Workbench(
      LatestRunner runner, LatestRunner background, ModelKeeper keeper, Collection<Path> samples) {
    this.runner = requireNonNull(runner, "runner is null");
    this.background = requireNonNull(background, "background is null");
    inspect = new InspectViewModel(runner, keeper);
    Consumer<String> problems = inspect::fail;
    library = new LibraryViewModel(background, samples, problems);
    compare = new CompareViewModel(runner, SpeedProtocol.standard(), problems);
    classifier = new PictureClassifier(runner, keeper, inspect.model());
    cost = new CostViewModel(runner, inspect);
    cascade = new CascadeViewModel(runner, keeper, inspect);
    heads = new HeadMeasuresViewModel(runner, keeper, inspect, library);
    claims = new ClaimsViewModel(background, problems);
    detect =
        new DetectViewModel(runner, detectors, inspect, room.map(DETECT_ROOM::equals), problems);
    boxMaps = new BoxMapsViewModel(detect, navigation);
    Links unused = new Links(inspect, navigation);
    evidence = new EvidenceViewModel(inspect, navigation);
    figures = new InspectFigures(inspect, cascade, evidence);
    library.chosenProperty().addListener((property, old, now) -> show(now));
    inspect.inspectedProperty().addListener((property, old, now) -> note(now));
    watchChanges();
  }

  private void watchChanges() {
    undo.watch("opacity", inspect.display().opacityProperty());
    undo.watch("colour map", inspect.display().coloursProperty());
    undo.watch("scale", inspect.heads().sharedScaleProperty());
    undo.watch("theme", inspect.display().appearanceProperty());
    undo.watch("what is seen", inspect.strip().lensProperty());
    undo.watch("change of heads", cascade.changesProperty());
    undo.watch("figure", cost.chartProperty());
    undo.watch("figure", heads.chartProperty());
    undo.watch("score", detect.scoreProperty());
    undo.watch("classes", detect.classesProperty());
    undo.watch("detector", detect.requestProperty());
    undo.watch("view", room);
  }

  private void show(@Nullable LibraryItem item) {
    if (item != null) {
      inspect.open(PictureSource.of(item.file()), item::fail);
    }
  }

  private void note(@Nullable Inspected shown) {
    if (shown != null) {
      library
          .find(Path.of(shown.inspection().picture().name()))
          .ifPresent(
              item ->
                  item.show(
                      shown.inspection().top(ANSWERS), shown.context().withoutPicture().line()));
    }
  }

  /** Opens files and folders: weights and sessions by their names, anything else as pictures. */
  public void open(List<Path> files) {
    inspect.dismissProblem();
    files.stream().filter(FileNames::isWeights).findFirst().ifPresent(this::openWeights);
    files.stream().filter(FileNames::isSession).findFirst().ifPresent(this::openSession);
    List<Path> pictures =
        files.stream()
            .filter(file -> !FileNames.isWeights(file) && !FileNames.isSession(file))
            .toList();
    if (!pictures.isEmpty()) {
      library.open(pictures);
    }
  }

  /** Opens weights where they are looked at: a detector's in its view, else a classifier's. */
  private void openWeights(Path file) {
    if (room.get().equals(DETECT_ROOM)) {
      detect.openWeights(file);
    } else {
      inspect.openWeights(file);
    }
  }

  /**
   * Keeps a picture that has no file in one, so that it is there the next time, and opens it.
   *
   * @param picture gets it, off the screen's thread
   */
  public void paste(Supplier<Picture> picture) {
    background.submit(
        new Work<>(
            "paste",
            "Keeping the pasted picture",
            progress -> PastedPicture.keep(picture.get()),
            file -> open(List.of(file)),
            inspect::fail));
  }

  /** Reads a session from a file and shows it. */
  public void openSession(Path file) {
    new SessionWork(background, inspect::fail).read(file, this::restore);
  }

  /** Writes the session to a file. */
  public void saveSession(Path file) {
    new SessionWork(background, inspect::fail).write(file, state());
  }

  /** The whole state as a value. */
  public SavedSession state() {
    return SessionState.of(this);
  }

  /** Runs something after each change of what is saved. */
  public void onChange(Runnable changed) {
    InvalidationListener listener = observed -> changed.run();
    Stream.<Observable>of(
            library.items(),
            library.chosenProperty(),
            inspect.inspectedProperty(),
            inspect.model().modelProperty(),
            inspect.engine().optionsProperty(),
            inspect.display().appearanceProperty(),
            inspect.display().coloursProperty(),
            inspect.display().opacityProperty(),
            inspect.heads().sharedScaleProperty(),
            detect.scoreProperty(),
            detect.classesProperty(),
            detect.requestProperty(),
            navigation.selectionProperty(),
            room)
        .forEach(one -> one.addListener(listener));
  }

  /** Shows a state that was saved; none of it can be undone. */
  public void restore(SavedSession session) {
    undo.without(() -> SessionState.restore(session, this));
  }

  /** Asks the open model about pictures of the library. */
  public void classify(List<LibraryItem> items) {
    classifier.classify(items);
  }

  /** Says what failed, in one sentence. */
  public void fail(String sentence) {
    inspect.fail(sentence);
  }

  /** Gives up what runs and what waits. */
  public void cancel() {
    background.cancelAll();
    inspect.cancel();
    detect.restore();
  }

  /** One picture through one model. */
  public InspectViewModel inspect() {
    return inspect;
  }

  /** The pictures at hand. */
  public LibraryViewModel library() {
    return library;
  }

  /** M0 to M5 side by side. */
  public CompareViewModel compare() {
    return compare;
  }

  /** What the network costs. */
  public CostViewModel cost() {
    return cost;
  }

  /** The cascade of the chosen block. */
  public CascadeViewModel cascade() {
    return cascade;
  }

  /** Which places speak for a class. */
  public EvidenceViewModel evidence() {
    return evidence;
  }

  /** What heads attend to, measured. */
  public HeadMeasuresViewModel heads() {
    return heads;
  }

  /** Published claims beside this computer. */
  public ClaimsViewModel claims() {
    return claims;
  }

  /** What a detector finds. */
  public DetectViewModel detect() {
    return detect;
  }

  /** What a detector computed under the chosen box. */
  public BoxMapsViewModel boxMaps() {
    return boxMaps;
  }

  /** The detector that is open, used by the runner's worker alone. */
  public DetectorKeeper detectors() {
    return detectors;
  }

  /** What the Inspect view shows, for files. */
  public InspectFigures figures() {
    return figures;
  }

  /** What is selected, in all views. */
  public Navigation navigation() {
    return navigation;
  }

  /** Takes changes of the view back. */
  public Undo undo() {
    return undo;
  }

  /** The runner of all work on models. */
  public LatestRunner runner() {
    return runner;
  }

  /** The runner of what needs no model. */
  public LatestRunner background() {
    return background;
  }

  /** The view that is open, by its id. */
  public StringProperty roomProperty() {
    return room;
  }
}
