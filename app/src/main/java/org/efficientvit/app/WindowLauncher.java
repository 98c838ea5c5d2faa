package org.efficientvit.app;

import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.efficientvit.app.command.Terminal;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.window.InspectorApplication;
import org.efficientvit.visualizers.Typeface;

/** Opens the window, or says why there can be none. */
final class WindowLauncher {

  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private static final String NEEDS_DISPLAY =
      "The window needs a display, and none is set or answers; without one, use a command, such as"
          + " classify, inspect or train (see inspector --help).";

  private WindowLauncher() {}

  /**
   * Opens the window and returns when it is closed.
   *
   * @param parameters of the window
   */
  static void launch(Terminal terminal, String... parameters) {
    Optional<String> obstacle =
        obstacle(
            System.getProperty("os.name", ""),
            hasValue("DISPLAY") || hasValue("WAYLAND_DISPLAY"),
            System.getProperty("glass.platform", ""));
    if (obstacle.isPresent()) {
      terminal.say(obstacle.get());
      System.exit(1);
    }
    // It warns that it is not on the module path, which is meant.
    JAVAFX.setLevel(Level.SEVERE);
    // Figures are painted without a display of AWT's own.
    System.setProperty("java.awt.headless", "true");
    // What the first picture needs is got ready on the second processor while JavaFX starts.
    EngineOptions.standard().prepare();
    Typeface.prepare();
    try {
      Application.launch(InspectorApplication.class, parameters);
    } catch (UnsupportedOperationException e) {
      // The display that the environment names does not answer.
      terminal.say(NEEDS_DISPLAY);
      System.exit(1);
    }
  }

  /**
   * Why there can be no window, in one sentence; empty if there can.
   *
   * @param system name of the operating system
   * @param hasDisplay whether the environment names an X or Wayland display
   * @param glassPlatform where JavaFX is told to draw, empty for the default
   */
  static Optional<String> obstacle(String system, boolean hasDisplay, String glassPlatform) {
    boolean needsName = system.toLowerCase(Locale.ROOT).contains("linux");
    return needsName && !hasDisplay && !glassPlatform.equalsIgnoreCase("Monocle")
        ? Optional.of(NEEDS_DISPLAY)
        : Optional.empty();
  }

  private static boolean hasValue(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isEmpty();
  }
}
