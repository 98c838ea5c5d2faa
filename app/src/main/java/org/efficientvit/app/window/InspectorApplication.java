package org.efficientvit.app.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.Installation;
import org.efficientvit.app.window.view.InspectView;
import org.efficientvit.app.window.view.WeightsDialog;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.app.window.viewmodel.InspectViewModel;
import org.efficientvit.app.window.viewmodel.Session;
import org.efficientvit.app.window.viewmodel.WeightsViewModel;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.core.catalogue.WeightFetcher;
import org.efficientvit.core.catalogue.WeightStore;

/**
 * The window. Files among its parameters are opened at the start, weights and pictures; {@code
 * --theme=dark} starts dark, {@code --weights-from=URL} fetches published weights from a mirror,
 * {@code --no-picture} opens no sample picture where no other is named.
 */
public final class InspectorApplication extends Application {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 700;
  private static final String NO_PICTURE = "--no-picture";
  private static final String STYLE = "inspector.css";

  private final ExecutorService worker = thread("inspector-work");
  private final ExecutorService downloads = thread("inspector-downloads");
  private final LatestRunner fetching = new LatestRunner(downloads, Platform::runLater);
  private final Session session = new Session(EngineOptions.standard());
  private final InspectViewModel inspect =
      new InspectViewModel(new LatestRunner(worker, Platform::runLater), session);

  @Override
  public void start(Stage stage) {
    Display display = inspect.display();
    display.darkProperty().set("dark".equals(getParameters().getNamed().get("theme")));
    display.darkProperty().addListener((property, old, now) -> applyTheme(now));
    applyTheme(display.darkProperty().get());

    WeightsDialog weights = new WeightsDialog(stage, weights(), this::showFolder);
    Scene scene = new Scene(new InspectView(inspect, weights::show));
    scene
        .getStylesheets()
        .add(Objects.requireNonNull(getClass().getResource(STYLE), STYLE).toExternalForm());
    stage.setTitle("EfficientViT Inspector");
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.show();
    // Some window managers open a window at its least size, whatever was asked for before.
    Platform.runLater(() -> enlarge(stage));

    inspect.model().start();
    openPictures(getParameters().getUnnamed());
  }

  private static void enlarge(Stage stage) {
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    stage.centerOnScreen();
  }

  /** Opens what was named, or else a picture that comes with the program. */
  private void openPictures(List<String> parameters) {
    List<String> named = parameters.stream().filter(word -> !word.equals(NO_PICTURE)).toList();
    if (parameters.isEmpty()) {
      Installation.samples().stream().findFirst().ifPresent(inspect::open);
    }
    named.forEach(file -> inspect.open(Path.of(file)));
  }

  @Override
  public void stop() {
    inspect.runner().cancelAll();
    fetching.cancelAll();
    downloads.shutdown();
    worker.execute(session::close);
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
        inspect::openWeights);
  }

  private void showFolder(Path folder) {
    getHostServices().showDocument(folder.toUri().toString());
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
  InspectViewModel inspect() {
    return inspect;
  }

  private static void applyTheme(boolean isDark) {
    setUserAgentStylesheet(
        (isDark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
  }
}
