package org.efficientvit.app.window;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.efficientvit.app.window.viewmodel.CostViewModel;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.app.window.viewmodel.EvaluateViewModel;
import org.efficientvit.app.window.viewmodel.HeadMeasuresViewModel;
import org.efficientvit.app.window.viewmodel.LearningViewModel;
import org.efficientvit.app.window.viewmodel.StripViewModel.Lens;
import org.efficientvit.app.window.viewmodel.TrainOptions;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.visualizers.map.Token;

/** Pictures of every view of the window, light and dark, for the documentation. */
final class WindowPictures {

  private static final long SECONDS = 120;
  private static final long MILLISECONDS_BETWEEN_LOOKS = 50;

  /** Long enough for what is shown to be laid out and drawn. */
  private static final long MILLISECONDS_TO_DRAW = 400;

  /**
   * A view and what is done in it before it is drawn.
   *
   * @param name of the file
   */
  private record Scenery(String name, String room, Runnable preparation) {}

  private final Workbench bench;
  private final Stage stage;
  private final Path folder;

  WindowPictures(Workbench bench, Stage stage, Path folder) {
    this.bench = requireNonNull(bench, "bench is null");
    this.stage = requireNonNull(stage, "stage is null");
    this.folder = requireNonNull(folder, "folder is null");
  }

  /** Takes them all; called on any thread but the screen's. */
  void take() {
    until(() -> bench.inspect().inspectedProperty().get() != null);
    for (Scenery scenery : sceneries()) {
      onScreen(
          () -> {
            bench.roomProperty().set(scenery.room());
            scenery.preparation().run();
          });
      for (Display.Appearance appearance :
          List.of(Display.Appearance.LIGHT, Display.Appearance.DARK)) {
        onScreen(() -> bench.inspect().display().appearanceProperty().set(appearance));
        pause();
        until(
            () ->
                Stream.of(
                        bench.runner(),
                        bench.background(),
                        bench.learning().evaluate().runner(),
                        bench.learning().train().runner())
                    .allMatch(runner -> runner.runningProperty().get().isEmpty()));
        pause();
        onScreen(() -> write(scenery.name() + "-" + appearance + ".png"));
      }
    }
  }

  private List<Scenery> sceneries() {
    return List.of(
        new Scenery("inspect-heads", "inspect", this::lookAtHeads),
        new Scenery("inspect-features", "inspect", () -> bench.navigation().go("patch_embed")),
        new Scenery("inspect-cascade", "inspect", this::cutTheCascade),
        new Scenery(
            "inspect-evidence",
            "inspect",
            () -> bench.inspect().strip().lensProperty().set(Lens.EVIDENCE)),
        new Scenery("heads", "heads", () -> bench.heads().measure()),
        new Scenery(
            "heads-similarity",
            "heads",
            () -> bench.heads().chartProperty().set(HeadMeasuresViewModel.Chart.BLOCK)),
        new Scenery("cost", "cost", () -> {}),
        new Scenery("cost-roofline", "cost", this::profile),
        new Scenery(
            "cost-order",
            "cost",
            () -> bench.cost().chartProperty().set(CostViewModel.Chart.ORDER)),
        new Scenery("compare", "compare", () -> {}),
        new Scenery("evaluate", "evaluate", () -> bench.learning().evaluate().run()),
        new Scenery(
            "evaluate-mistakes",
            "evaluate",
            () ->
                bench.learning().evaluate().chartProperty().set(EvaluateViewModel.Chart.MISTAKES)),
        new Scenery("train", "evaluate", this::train),
        new Scenery("claims", "claims", () -> {}));
  }

  /** A small training, the same in every set of pictures. */
  private void train() {
    bench.learning().segmentProperty().set(LearningViewModel.Segment.TRAIN);
    TrainOptions options = bench.learning().train().options();
    try {
      options.outProperty().set(Files.createTempDirectory("training"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    options.beginProperty().set(TrainOptions.Begin.OPEN);
    options.picturesProperty().set(96);
    options.validationProperty().set(48);
    options.epochsProperty().set(4);
    bench.learning().train().start();
  }

  private void lookAtHeads() {
    bench.navigation().go("blocks2.3");
    bench.navigation().choose(selection -> selection.withToken(new Token(3, 3)));
  }

  private void cutTheCascade() {
    bench.navigation().go("blocks2.3");
    bench.inspect().strip().lensProperty().set(Lens.CASCADE);
    bench.cascade().toggle(Intervention.Kind.CUT, 1);
  }

  private void profile() {
    bench.cascade().reset();
    bench.cost().chartProperty().set(CostViewModel.Chart.ROOFLINE);
    bench.cost().measure();
  }

  private void write(String name) {
    Scene scene = stage.getScene();
    WritableImage image = scene.snapshot(null);
    try {
      Files.createDirectories(folder);
      boolean unused =
          ImageIO.write(
              SwingFXUtils.fromFXImage(image, null), "png", folder.resolve(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    boolean[] holds = new boolean[1];
    while (!holds[0]) {
      if (System.nanoTime() > end) {
        throw new InspectorException("The window did not come to rest; try again.");
      }
      sleep(MILLISECONDS_BETWEEN_LOOKS);
      onScreen(() -> holds[0] = condition.getAsBoolean());
    }
  }

  private static void onScreen(Runnable step) {
    CompletableFuture.runAsync(step, Platform::runLater).join();
  }

  private static void pause() {
    sleep(MILLISECONDS_TO_DRAW);
  }

  private static void sleep(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
