package org.efficientvit.app.window;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.core.InspectorException;

/** Pictures of views of the window, light and dark. */
final class WindowPictures {

  private static final long SECONDS = 600;
  private static final long MILLISECONDS_BETWEEN_LOOKS = 50;

  /** Long enough for what is shown to be laid out and drawn. */
  private static final long MILLISECONDS_TO_DRAW = 400;

  private final Workbench bench;
  private final Stage stage;
  private final BiConsumer<String, BufferedImage> album;

  /**
   * Pictures of a window.
   *
   * @param album gets each picture with its name, {@code heads-dark}
   */
  WindowPictures(Workbench bench, Stage stage, BiConsumer<String, BufferedImage> album) {
    this.bench = requireNonNull(bench, "bench is null");
    this.stage = requireNonNull(stage, "stage is null");
    this.album = requireNonNull(album, "album is null");
  }

  /** An album of PNG files in a folder, which is made if it is not there. */
  static BiConsumer<String, BufferedImage> folder(Path folder) {
    return (name, image) -> {
      try {
        Files.createDirectories(folder);
        boolean unused = ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /** Takes them; called on any thread but the screen's. */
  void take(List<Scenery> sceneries) {
    until(() -> bench.inspect().inspectedProperty().get() != null);
    for (Scenery scenery : sceneries) {
      onScreen(
          () -> {
            bench.roomProperty().set(scenery.room());
            scenery.preparation().accept(bench);
          });
      for (Display.Appearance appearance :
          List.of(Display.Appearance.LIGHT, Display.Appearance.DARK)) {
        onScreen(() -> bench.inspect().display().appearanceProperty().set(appearance));
        pause();
        until(bench.runners()::areIdle);
        pause();
        album.accept(scenery.name() + "-" + appearance, picture());
      }
    }
  }

  private BufferedImage picture() {
    AtomicReference<BufferedImage> picture = new AtomicReference<>();
    onScreen(() -> picture.set(SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null)));
    return picture.get();
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
