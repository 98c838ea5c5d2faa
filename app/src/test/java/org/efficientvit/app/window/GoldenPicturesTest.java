package org.efficientvit.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.efficientvit.app.OwnData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Every view that does not show how fast a machine is looks as it did, light and dark. The pictures
 * are the same on every machine: the font comes with the program, and software draws them.
 *
 * <p>After a change that is meant, look at {@code app/target/golden}, and copy what is right to
 * {@code app/src/test/resources/org/efficientvit/app/window/golden}.
 */
class GoldenPicturesTest {

  private static final long SECONDS = 60;
  private static final Path TAKEN = Path.of("target", "golden");

  /** A digit of a number that rounds otherwise on another processor changes fewer. */
  private static final double MOST_CHANGED = 0.002;

  /** Of 255: the edge of a letter differs less, another colour or another letter more. */
  private static final int SAME = 40;

  @TempDir Path folder;

  private final FxRobot robot = new FxRobot();
  private OwnData data;
  private InspectorApplication application;
  private Stage stage;

  @BeforeEach
  void start() throws TimeoutException {
    data = new OwnData(folder);
    FxToolkit.toolkitContext().setSetupTimeoutInMillis(TimeUnit.SECONDS.toMillis(SECONDS));
    stage = FxToolkit.registerPrimaryStage();
    application =
        (InspectorApplication)
            FxToolkit.setupApplication(InspectorApplication.class, "--fresh", "--size=1280x800");
    hideWhatDiffers();
  }

  @AfterEach
  void stop() throws TimeoutException {
    FxToolkit.cleanupApplication(application);
    FxToolkit.cleanupStages();
    data.close();
  }

  @Test
  void everyViewLooksAsItDid() {
    Map<String, String> changed = new TreeMap<>();
    BiConsumer<String, BufferedImage> kept = WindowPictures.folder(TAKEN);
    List<Scenery> same = Scenery.all().stream().filter(scenery -> !scenery.isMeasured()).toList();
    assertThat(same).hasSizeGreaterThan(6);

    new WindowPictures(
            application.bench(),
            stage,
            (name, image) -> {
              kept.accept(name, image);
              String difference =
                  golden(name).map(golden -> difference(golden, image)).orElse("is new");
              if (!difference.isEmpty()) {
                changed.put(name, difference);
              }
            })
        .take(same);

    assertThat(changed).as("look at %s", TAKEN.toAbsolutePath()).isEmpty();
  }

  /** Hides how long something took, and a folder of this machine. */
  private void hideWhatDiffers() {
    Path style = folder.resolve("golden.css");
    try {
      Files.writeString(style, "#forward, #detect-time, #train-command { visibility: hidden; }");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    robot.interact(() -> stage.getScene().getStylesheets().add(style.toUri().toString()));
  }

  private static String difference(BufferedImage golden, BufferedImage now) {
    if (golden.getWidth() != now.getWidth() || golden.getHeight() != now.getHeight()) {
      return "%d x %d pixels, not %d x %d"
          .formatted(now.getWidth(), now.getHeight(), golden.getWidth(), golden.getHeight());
    }
    long changed = 0;
    for (int y = 0; y < golden.getHeight(); y++) {
      for (int x = 0; x < golden.getWidth(); x++) {
        changed += isSame(golden.getRGB(x, y), now.getRGB(x, y)) ? 0 : 1;
      }
    }
    double share = (double) changed / golden.getWidth() / golden.getHeight();
    return share <= MOST_CHANGED ? "" : "%.2f %% of the pixels differ".formatted(100 * share);
  }

  private static boolean isSame(int one, int other) {
    for (int shift = 0; shift < 24; shift += 8) {
      if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > SAME) {
        return false;
      }
    }
    return true;
  }

  private static Optional<BufferedImage> golden(String name) {
    String file = "golden/" + name + ".png";
    try (InputStream in = GoldenPicturesTest.class.getResourceAsStream(file)) {
      return in == null ? Optional.empty() : Optional.of(ImageIO.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
