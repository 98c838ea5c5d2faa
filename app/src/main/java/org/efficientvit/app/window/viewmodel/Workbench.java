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
import org.efficientvit.app.service.EvaluationOutcome;
import org.efficientvit.app.service.Mistake;
import org.efficientvit.app.window.saved.SavedSession;
import org.efficientvit.app.window.state.Navigation;
import org.efficientvit.app.window.state.Undo;
import org.efficientvit.app.window.work.IdleGate;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Runners;
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

  private final Runners runners;
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
  private final LearningViewModel learning;
  private final PictureClassifier classifier;
  private final Navigation navigation = new Navigation();
  private final Undo undo = new Undo();
  private final StringProperty room = new SimpleStringProperty(FIRST_ROOM);
  private final InspectFigures figures;

  /**
   * A window's state before anything is open.
   *
   * @param runners take all work
   * @param keeper used by the worker of the runner of models alone
   * @param samples pictures that came with the program
   */
  public Workbench(Runners runners, ModelKeeper keeper, Collection<Path> samples) {
    this.runners = requireNonNull(runners, "runners is null");
    LatestRunner models = runners.models();
    LatestRunner files = runners.files();
    inspect = new InspectViewModel(models, keeper);
    Consumer<String> problems = inspect::fail;
    library = new LibraryViewModel(files, samples, problems);
    IdleGate gate = new IdleGate(models);
    SpeedProtocol protocol = SpeedProtocol.standard();
    compare = new CompareViewModel(files, runners.measuring(), gate, protocol, problems);
    classifier = new PictureClassifier(models, keeper, inspect.model());
    cost = new CostViewModel(models, inspect);
    cascade = new CascadeViewModel(models, keeper, inspect);
    heads = new HeadMeasuresViewModel(models, keeper, inspect, library);
    claims = new ClaimsViewModel(files, runners.measuring(), gate, protocol, problems);
    detect =
        new DetectViewModel(models, detectors, inspect, room.map(DETECT_ROOM::equals), problems);
    boxMaps = new BoxMapsViewModel(detect, navigation);
    learning =
        new LearningViewModel(
            new EvaluateViewModel(runners.evaluating(), files, inspect.model(), problems),
            new TrainViewModel(runners.training(), files, inspect.model(), problems));
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
    undo.watch("figure", learning.evaluate().chartProperty());
    undo.watch("networks", compare.networksProperty());
    undo.watch("engine of the comparison", compare.engineProperty());
    undo.watch("batch of the comparison", compare.batchProperty());
    undo.watch("threads of the comparison", compare.threadsProperty());
    undo.watch("claims", claims.keptProperty());
    undo.watch("table or chart", claims.formProperty());
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
    keep("Keeping the pasted picture", picture);
  }

  /** Opens a picture of an evaluation: its file, or one that is made of it where it has none. */
  public void open(EvaluationOutcome of, Mistake wrong) {
    FileNames.file(wrong.name())
        .ifPresentOrElse(
            file -> open(List.of(file)),
            () -> keep("Keeping " + wrong.name(), () -> of.picture(wrong.index())));
  }

  private void keep(String title, Supplier<Picture> picture) {
    runners
        .files()
        .submit(
            new Work<>(
                "paste",
                title,
                progress -> PastedPicture.keep(picture.get()),
                file -> open(List.of(file)),
                inspect::fail));
  }

  /** Reads a session from a file and shows it. */
  public void openSession(Path file) {
    new SessionWork(runners.files(), inspect::fail).read(file, this::restore);
  }

  /** Writes the session to a file. */
  public void saveSession(Path file) {
    new SessionWork(runners.files(), inspect::fail).write(file, state());
  }

  /** The whole state as a value. */
  public SavedSession state() {
    return SessionState.of(this);
  }

  /** Runs something after each change of what is saved. */
  public void onChange(Runnable changed) {
    InvalidationListener listener = observed -> changed.run();
    learning.all().forEach(one -> one.addListener(listener));
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
            compare.networksProperty(),
            compare.engineProperty(),
            compare.batchProperty(),
            compare.threadsProperty(),
            claims.keptProperty(),
            claims.formProperty(),
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
    runners.files().cancelAll();
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

  /** Networks side by side. */
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

  /** How often networks are right, and how they learn. */
  public LearningViewModel learning() {
    return learning;
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

  /** All that run work. */
  public Runners runners() {
    return runners;
  }

  /** The view that is open, by its id. */
  public StringProperty roomProperty() {
    return room;
  }
}
