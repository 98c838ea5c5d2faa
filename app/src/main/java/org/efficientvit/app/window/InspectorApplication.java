package org.efficientvit.app.window;

import static java.util.Objects.requireNonNull;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.efficientvit.app.service.Installation;
import org.efficientvit.app.service.SystemTheme;
import org.efficientvit.app.window.saved.Autosave;
import org.efficientvit.app.window.saved.SavedSession;
import org.efficientvit.app.window.saved.SessionFile;
import org.efficientvit.app.window.view.FileDialogs;
import org.efficientvit.app.window.view.SystemDialogs;
import org.efficientvit.app.window.view.WeightsDialog;
import org.efficientvit.app.window.view.WorkbenchView;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.app.window.viewmodel.ModelKeeper;
import org.efficientvit.app.window.viewmodel.Thumbnails;
import org.efficientvit.app.window.viewmodel.WeightsViewModel;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Runners;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.catalogue.WeightFetcher;
import org.efficientvit.core.catalogue.WeightStore;
import org.efficientvit.visualizers.Typeface;
import org.jspecify.annotations.Nullable;

/**
 * The window. Files among its parameters are opened at the start: weights, pictures, folders and
 * sessions. {@code --theme=dark} starts dark, {@code --weights-from=URL} fetches published weights
 * from a mirror, {@code --fresh} starts without the last state and keeps none, {@code --no-picture}
 * starts so with no picture at all. {@code --size=1920x1080} is the window's size, {@code
 * --pictures=FOLDER} takes pictures of all views for the documentation and ends; {@code
 * --measure-start} says how long the start took and ends.
 */
public final class InspectorApplication extends Application {

  private static final String SIZE = "1280x800";
  private static final double LEAST_WIDTH = 960;
  private static final double LEAST_HEIGHT = 540;
  private static final String FRESH = "--fresh";
  private static final String NO_PICTURE = "--no-picture";
  private static final String MEASURE_START = "--measure-start";
  private static final Set<String> SWITCHES = Set.of(FRESH, NO_PICTURE, MEASURE_START);
  private static final String STYLE = "inspector.css";
  private static final long SAVE_AFTER_MILLISECONDS = 800;
  private static final long SECONDS_TO_SAVE = 3;

  private final ExecutorService worker = thread("inspector-work");
  private final ExecutorService helper = thread("inspector-files");
  private final ExecutorService meter = thread("inspector-measuring");
  private final ExecutorService small = thread("inspector-thumbnails");
  private final ExecutorService downloads = thread("inspector-downloads");
  private final ExecutorService evaluator = thread("inspector-evaluation");
  private final ExecutorService trainer = thread("inspector-training");
  private final LatestRunner fetching = runner(downloads);
  private final ModelKeeper keeper = new ModelKeeper();
  private final Workbench bench =
      new Workbench(
          new Runners(
              runner(worker), runner(helper), runner(meter), runner(evaluator), runner(trainer)),
          keeper,
          Installation.samples());
  private @Nullable Autosave autosave;
  private final Function<Stage, FileDialogs> dialogs;
  private String lost = "";

  /** The window as people start it. */
  public InspectorApplication() {
    this(SystemDialogs::new);
  }

  /** A window that asks for files in its own way. */
  InspectorApplication(Function<Stage, FileDialogs> dialogs) {
    this.dialogs = requireNonNull(dialogs, "dialogs is null");
  }

  @Override
  public void start(Stage stage) {
    Typeface.load(javafx.scene.text.Font::loadFont);
    Display display = bench.inspect().display();
    if ("dark".equals(getParameters().getNamed().get("theme"))) {
      display.appearanceProperty().set(Display.Appearance.DARK);
    }
    display.darkProperty().addListener((property, old, now) -> applyTheme(now));
    applyTheme(display.darkProperty().get());

    // Weights and picture are read while the window is put together.
    begin();
    WeightsDialog weights = new WeightsDialog(stage, weights(), this::showFolder);
    WorkbenchView view =
        new WorkbenchView(
            bench, new Thumbnails(small, Platform::runLater), dialogs.apply(stage), weights::show);
    Scene scene = new Scene(view);
    scene
        .getStylesheets()
        .add(Objects.requireNonNull(getClass().getResource(STYLE), STYLE).toExternalForm());
    stage.setTitle("EfficientViT Inspector");
    stage.getIcons().setAll(WindowIcon.images());
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.show();
    // Some window managers open a window at its least size, whatever was asked for before.
    Platform.runLater(() -> enlarge(stage));
    stage.focusedProperty().addListener((property, old, now) -> askDesktop(display));
    askDesktop(display);

    if (getParameters().getUnnamed().contains(MEASURE_START)) {
      new StartTime(scene, bench.inspect().inspectedProperty()).say(System.out::println);
    }
    Optional.ofNullable(getParameters().getNamed().get("pictures"))
        .ifPresent(folder -> takePictures(stage, Path.of(folder)));
  }

  private void enlarge(Stage stage) {
    String[] size = getParameters().getNamed().getOrDefault("size", SIZE).split("x", 2);
    stage.setWidth(Double.parseDouble(size[0]));
    stage.setHeight(Double.parseDouble(size[1]));
    stage.centerOnScreen();
  }

  /** Ends the program when they are taken. */
  private void takePictures(Stage stage, Path folder) {
    Thread taking =
        new Thread(
            () -> {
              new WindowPictures(bench, stage, WindowPictures.folder(folder)).take(Scenery.all());
              Platform.exit();
            },
            "inspector-pictures");
    taking.setDaemon(true);
    taking.start();
  }

  /** The desktop may have become dark while the window was in the back. */
  private void askDesktop(Display display) {
    CompletableFuture<Void> unused =
        CompletableFuture.supplyAsync(() -> SystemTheme.ofThisDesktop().isDark(), helper)
            .thenAcceptAsync(display.systemDarkProperty()::set, Platform::runLater);
  }

  /** Opens the last state, what was named, or else a picture that comes with the program. */
  private void begin() {
    List<String> parameters = getParameters().getUnnamed();
    List<Path> named =
        parameters.stream().filter(word -> !SWITCHES.contains(word)).map(Path::of).toList();
    boolean isFresh = parameters.contains(FRESH) || parameters.contains(NO_PICTURE);
    Optional<SavedSession> last = isFresh ? Optional.empty() : last();
    last.ifPresentOrElse(bench::restore, bench.inspect().model()::start);
    if (!named.isEmpty()) {
      bench.open(named);
    } else if (bench.library().chosenProperty().get() == null && !parameters.contains(NO_PICTURE)) {
      bench.library().move(0);
    }
    if (!isFresh) {
      keepState();
    }
    if (!lost.isEmpty()) {
      bench.fail(lost);
    }
  }

  private Optional<SavedSession> last() {
    Path file = SessionFile.last();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SessionFile.read(file));
    } catch (InspectorException e) {
      Path aside = SessionFile.setAside(file).orElse(file);
      lost = "The last state of the window could not be read; it is kept as %s.".formatted(aside);
      return Optional.empty();
    }
  }

  private void keepState() {
    Autosave saving =
        new Autosave(
            SessionFile.last(),
            bench::state,
            CompletableFuture.delayedExecutor(
                SAVE_AFTER_MILLISECONDS, TimeUnit.MILLISECONDS, helper),
            Platform::runLater,
            helper);
    bench.onChange(saving::changed);
    autosave = saving;
  }

  @Override
  public void stop() throws InterruptedException {
    if (autosave != null) {
      autosave.finish();
    }
    bench.runners().cancelAll();
    fetching.cancelAll();
    meter.shutdown();
    evaluator.shutdown();
    trainer.shutdown();
    downloads.shutdown();
    small.shutdown();
    helper.shutdown();
    boolean unused = helper.awaitTermination(SECONDS_TO_SAVE, TimeUnit.SECONDS);
    // A step that is under way ends, and what it made is kept: the next start goes on with it.
    unused = meter.awaitTermination(SECONDS_TO_SAVE, TimeUnit.SECONDS);
    unused = evaluator.awaitTermination(SECONDS_TO_SAVE, TimeUnit.SECONDS);
    unused = trainer.awaitTermination(SECONDS_TO_SAVE, TimeUnit.SECONDS);
    worker.execute(keeper::close);
    worker.execute(bench.detectors()::close);
    worker.shutdown();
  }

  private WeightsViewModel weights() {
    WeightStore store = WeightStore.standard();
    Optional<URI> mirror =
        Optional.ofNullable(getParameters().getNamed().get("weights-from")).map(URI::create);
    return new WeightsViewModel(
        fetching,
        Platform::runLater,
        store,
        WeightFetcher.into(store, mirror),
        bench.inspect()::openWeights);
  }

  private void showFolder(Path folder) {
    getHostServices().showDocument(folder.toUri().toString());
  }

  private static LatestRunner runner(ExecutorService worker) {
    return new LatestRunner(worker, Platform::runLater);
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** The state behind the window, for those who drive it. */
  Workbench bench() {
    return bench;
  }

  private static void applyTheme(boolean isDark) {
    setUserAgentStylesheet(
        (isDark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
  }
}
